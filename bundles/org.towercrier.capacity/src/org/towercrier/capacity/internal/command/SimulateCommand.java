package org.towercrier.capacity.internal.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.RuleSets;
import org.towercrier.capacity.simulation.Difference.Change;
import org.towercrier.capacity.simulation.Replay;
import org.towercrier.capacity.simulation.SimulationRequest;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.simulation.Simulator;
import org.towercrier.command.CommandContext;
import org.towercrier.command.ExitCode;
import org.towercrier.command.HeadlessCommand;
import org.towercrier.command.RefusedException;
import org.towercrier.command.Table;
import org.towercrier.command.UsageException;
import org.towercrier.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replays rules over a stored period and says what differs from the active ones. */
@Component(service = HeadlessCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "simulate")
public final class SimulateCommand implements HeadlessCommand {

    private static final int LONGEST_TIME_LINE = 62;

    @Option(names = "--rules", required = true, paramLabel = "FILE|NAME")
    String rules;
    @Option(names = "--against", paramLabel = "FILE|NAME")
    String against;
    @Option(names = "--from", paramLabel = "T")
    String from;
    @Option(names = "--to", paramLabel = "T")
    String to;
    @Option(names = "--user")
    String user = System.getProperty("user.name", "unknown");
    @Option(names = "--limit", paramLabel = "N")
    int limit = 20;

    @Override
    public String messages() {
        return "OSGI-INF/l10n/capacity-rules";
    }

    @Override
    public int run(CommandContext context) throws StoreException {
        Optional<Instant> begin = Times.parse("--from", from, context.zone());
        Optional<Instant> end = Times.parse("--to", to, context.zone());
        if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
            throw new UsageException("--from must lie before --to");
        }
        try {
            RuleSets sets = context.service(RuleSets.class);
            SimulationRequest request = SimulationRequest.of(RuleSetArgument.find(sets, "--rules", rules), context.zone(), user)
                    .between(begin, end);
            request = against == null ? request : request.against(RuleSetArgument.find(sets, "--against", against));
            SimulationResult result = context.service(Simulator.class).simulate(request,
                    CommandCancellation.of(context.monitor(), context.messages().text("simulate.task")));
            print(context, result);
            context.json(SimulationDocument.of(result));
            return ExitCode.DONE;
        } catch (RuleSetException e) {
            throw new RefusedException(e.getMessage(), e);
        }
    }

    private void print(CommandContext context, SimulationResult result) {
        if (result.rowsRead() == 0) {
            context.out().println(context.messages().text("simulate.empty"));
            return;
        }
        context.out().println(context.messages().text("simulate.done", result.candidate().ruleSet(), result.reference().ruleSet(),
                result.rowsRead(), result.objects(), result.duration().toMillis() / 1000.0));
        figures(context, result);
        Map<Change, Integer> changes = result.changes();
        context.out().println(context.messages().text("simulate.changes", changes.get(Change.NEW), changes.get(Change.GONE),
                changes.get(Change.CHANGED), changes.get(Change.SAME)));
        cells(context, result);
        if (result.days().size() <= LONGEST_TIME_LINE) {
            days(context, result);
        }
    }

    private static void figures(CommandContext context, SimulationResult result) {
        Table table = Table.in(context).text(context.messages().text("simulate.column.figure"))
                .number(context.messages().text("simulate.column.reference"), "", 1)
                .number(context.messages().text("simulate.column.candidate"), "", 1);
        row(context, table, result, "raised", Replay::raised);
        row(context, table, result, "perDay", Replay::perDay);
        row(context, table, result, "flaps", Replay::flaps);
        row(context, table, result, "median", replay -> hours(replay.timeToClear().median()));
        row(context, table, result, "ninetieth", replay -> hours(replay.timeToClear().ninetieth()));
        row(context, table, result, "open", Replay::open);
        row(context, table, result, "cells", Replay::cells);
        table.print(context.out());
    }

    private static void row(CommandContext context, Table table, SimulationResult result, String figure, Function<Replay, Number> value) {
        table.row(context.messages().text("simulate.figure." + figure), value.apply(result.reference()), value.apply(result.candidate()));
    }

    private static double hours(Optional<Duration> duration) {
        return duration.map(time -> time.toSeconds() / 3600.0).orElse(Double.NaN);
    }

    private void cells(CommandContext context, SimulationResult result) {
        List<SimulationResult.Cell> differing = result.cells().stream().filter(SimulationResult.Cell::differs).toList();
        if (differing.isEmpty()) {
            return;
        }
        Table table = Table.in(context).text(context.messages().text("simulate.column.cell"));
        for (String column : List.of("reference", "candidate", "new", "gone", "changed", "same")) {
            table.number(context.messages().text("simulate.column." + column), "", 0);
        }
        differing.stream().limit(Math.max(0, limit))
                .forEach(cell -> table.row(cell.cell(), cell.reference(), cell.candidate(), cell.added(),
                        cell.gone(), cell.changed(), cell.same()));
        table.print(context.out());
        if (differing.size() > limit) {
            context.out().println(context.messages().text("simulate.more", differing.size() - limit));
        }
    }

    private static void days(CommandContext context, SimulationResult result) {
        Table table = Table.in(context).text(context.messages().text("simulate.column.day"));
        for (String column : List.of("reference", "candidate", "referenceUp", "candidateUp", "new", "gone", "changed")) {
            table.number(context.messages().text("simulate.column." + column), "", 0);
        }
        result.days().forEach(day -> table.row(day.day(), day.referenceRaised(), day.candidateRaised(), day.referenceUp(),
                day.candidateUp(), day.added(), day.gone(), day.changed()));
        table.print(context.out());
    }
}
