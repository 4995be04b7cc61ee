package org.towercrier.planning.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.command.CancelledException;
import org.towercrier.command.CommandContext;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.internal.instance.Coverage;
import org.towercrier.planning.internal.instance.Instance;
import org.towercrier.planning.internal.instance.InstanceException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code solve}: the planning core on public benchmark files. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "solve")
public final class SolveCommand implements HeadlessCommand {

    @Parameters(index = "0", paramLabel = "PROBLEM")
    String problem;
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
    List<Path> files = new ArrayList<>();
    @Option(names = "--time-limit", paramLabel = "SECONDS")
    double timeLimit = 60;
    @Option(names = "--gap", paramLabel = "SHARE")
    double gap;
    @Option(names = "--workers", paramLabel = "N")
    int workers = 8;
    @Option(names = "--seed", paramLabel = "N")
    long seed = 1;
    @Option(names = "--capacity", paramLabel = "N")
    Double capacity;
    @Option(names = "--goal", paramLabel = "GOAL")
    String goal;
    @Option(names = "--share", paramLabel = "SHARE")
    double share = Coverage.CONTEST_SHARE;
    @Option(names = "--distance", paramLabel = "N")
    double distance = Coverage.CONTEST_DISTANCE;
    @Option(names = "--site", paramLabel = "NAME:RADIUS:COST")
    List<String> kinds = new ArrayList<>();

    @Override
    public String messages() {
        return "OSGI-INF/l10n/planning";
    }

    @Override
    public int run(CommandContext context) throws IOException {
        Family family = Family.named(problem)
                .orElseThrow(() -> new UsageException(context.messages().text("Solve_UnknownProblem", problem, Family.all())));
        PlanningOptions options = options();
        Planner planner = context.installed(Planner.class).stream().findFirst()
                .orElseThrow(() -> new UsageException(context.messages().text("Solve_NoPlanner")));
        List<Map<String, Object>> documents = new ArrayList<>();
        Table table = Table.in(context).text(context.messages().text("Solve_Instance"))
                .number(context.messages().text("Solve_Objective"), "", 2)
                .number(context.messages().text("Solve_Bound"), "", 2).number(context.messages().text("Solve_Gap"), "%", 2)
                .text(context.messages().text("Solve_Status")).number(context.messages().text("Solve_Time"), "s", 2);
        for (Instance instance : instances(family, context)) {
            context.monitor().task(instance.name(), Math.round(timeLimit), "s");
            PlanningResult<?> result = planner.solve(instance.problem(), options, monitor(context.monitor()));
            documents.add(document(instance, family, result));
            table.row(instance.name(), result.objective().orElse(Double.NaN), result.bound().orElse(Double.NaN),
                    100 * result.gap().orElse(Double.NaN),
                    context.messages().text("Solve_" + result.status()), seconds(result));
            result.notes().forEach(context.err()::println);
            if (context.monitor().cancelled()) {
                break;
            }
        }
        table.print(context.out());
        context.json(Map.of("instances", documents));
        if (context.monitor().cancelled()) {
            throw new CancelledException(context.messages().text("Solve_Interrupted"));
        }
        return ExitCode.DONE;
    }

    private PlanningOptions options() {
        try {
            return new PlanningOptions(Duration.ofMillis(Math.round(timeLimit * 1000)), gap, workers, seed);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    /** All files are read before the first is solved: a mistake in the last one is told at once. */
    private List<Instance> instances(Family family, CommandContext context) throws IOException {
        List<Path> found = family.files(files);
        for (Path file : found) {
            if (!Files.exists(file)) {
                throw new RefusedException(context.messages().text("Solve_NoFile", file));
            }
        }
        if (found.isEmpty()) {
            throw new RefusedException(context.messages().text("Solve_NoFiles", family.id()));
        }
        try {
            if (family == Family.COVERAGE) {
                return List.of(new SiteOptions(share, distance, kinds).read(found));
            }
            if (capacity != null && !(capacity >= 0 && capacity < Double.POSITIVE_INFINITY)) {
                throw new UsageException(context.messages().text("Solve_Capacity", capacity));
            }
            InstanceOptions wanted = new InstanceOptions(capacity == null ? OptionalDouble.empty() : OptionalDouble.of(capacity), goal());
            List<Instance> instances = new ArrayList<>();
            for (Path file : found) {
                instances.add(family.read(file, wanted));
            }
            return instances;
        } catch (InstanceException refused) {
            throw new RefusedException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private Optional<Goal> goal() {
        if (goal == null) {
            return Optional.empty();
        }
        return Optional.of(switch (goal) {
            case "any" -> Goal.ANY;
            case "card" -> Goal.FEWEST;
            case "span" -> Goal.LOWEST_TOP;
            case "cost" -> Goal.LEAST_COST;
            default -> throw new UsageException("--goal: any, card, span, cost");
        });
    }

    private static PlanningMonitor monitor(CommandMonitor monitor) {
        return new PlanningMonitor() {
            @Override
            public boolean cancelled() {
                return monitor.cancelled();
            }

            @Override
            public void progress(Progress progress) {
                monitor.progress(progress.elapsed().toSeconds());
            }
        };
    }

    private static double seconds(PlanningResult<?> result) {
        return result.time().toMillis() / 1000.0;
    }

    private static Map<String, Object> document(Instance instance, Family family, PlanningResult<?> result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("instance", instance.name());
        document.put("problem", family.id());
        document.put("objective", result.objective());
        document.put("bound", result.bound());
        document.put("gap", result.gap());
        document.put("optimal", result.optimal());
        document.put("seconds", seconds(result));
        document.put("solution", result.solution().map(solution -> SolutionDocument.of(instance.problem(), solution)));
        document.put("status", result.status());
        document.put("method", result.method());
        List<String> notes = new ArrayList<>(instance.notes());
        notes.addAll(result.notes());
        document.put("notes", notes);
        return document;
    }
}
