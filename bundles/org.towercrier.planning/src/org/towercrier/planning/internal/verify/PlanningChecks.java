package org.towercrier.planning.internal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.Check.Finding;
import org.towercrier.command.verify.CheckContext;
import org.towercrier.command.verify.Checks;
import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.PlanningResult.Status;
import org.towercrier.planning.internal.instance.Dimacs;
import org.towercrier.planning.internal.instance.Instance;
import org.towercrier.planning.internal.instance.InstanceException;
import org.towercrier.planning.internal.instance.OrLibrary;
import org.towercrier.planning.internal.instance.RadioLinks;

/** The public benchmark files: published optimum or best known value against ours. A search may go on for a proof. */
@Component
public final class PlanningChecks implements Checks {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Least-cost frequencies: what was best known took the first solvers hours. */
    private static final Duration COST_LIMIT = Duration.ofSeconds(300);
    private static final double CENT = 0.01;
    /** Part of the limit in which a search may prove what it has reached. */
    private static final int PROOF = 5;

    private final Planner planner;

    @Activate
    public PlanningChecks(@Reference Planner planner) {
        this.planner = planner;
    }

    /** Reads an instance. */
    private interface Reader {
        Instance read(Path file) throws IOException, InstanceException;
    }

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        add(checks, "orlib-uflp", "warehouse location, cost", Published.OR_LIBRARY, Published.warehouses(), OrLibrary::uncapacitated);
        add(checks, "orlib-pmedian", "p-median, sum of distances", Published.OR_LIBRARY, Published.medians(), OrLibrary::median);
        add(checks, "dimacs-colouring", "colours", Published.DIMACS, Published.colourings(), Dimacs::read);
        add(checks, "calma-fap", "frequencies, highest frequency or cost", Published.CALMA, Published.assignments(),
                file -> RadioLinks.read(file, null));
        for (String name : List.of("2-f24", "2-f25", "3-f10", "3-f11")) {
            boolean solvable = name.equals("2-f24") || name.equals("3-f10");
            checks.add(Check.text("planning.calma-fap." + name, "frequencies that keep all distances: " + name,
                    "RLFAP constraint satisfaction instances",
                    solvable ? Status.OPTIMAL.name() : Status.INFEASIBLE.name(), context -> feasibility(context, name)));
        }
        checks.add(new SiteCheck(planner).check());
        return checks;
    }

    private void add(List<Check> checks, String family, String what, String source, Map<String, Double> published, Reader reader) {
        published.forEach((path, value) -> {
            String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.(txt|json|col)$", "").toLowerCase(Locale.ROOT);
            checks.add(new Check("planning." + family + "." + name, what + " of " + name, source, value, CENT,
                    context -> solve(reader.read(context.data(path)), value)));
        });
    }

    /** Our value; the search ends when it is proven, or some time after the published value is reached. */
    private Finding solve(Instance instance, double published) {
        Duration limit = limit(instance);
        Reached reached = new Reached(published + CENT, limit.dividedBy(PROOF), System::nanoTime);
        PlanningResult<?> result = planner.solve(instance.problem(), PlanningOptions.within(limit), reached);
        return new Finding(result.objective().orElse(Double.NaN), reached.told() + ", " + told(result));
    }

    private static Duration limit(Instance instance) {
        return instance.problem() instanceof FrequencyAssignment links && links.goal() == Goal.LEAST_COST ? COST_LIMIT : LIMIT;
    }

    static String told(PlanningResult<?> result) {
        String bound = result.bound().isPresent() ? String.format(Locale.ROOT, "bound %.2f", result.bound().getAsDouble()) : "bound none";
        String gap = result.gap().isPresent() ? String.format(Locale.ROOT, "gap %.2f %%", 100 * result.gap().getAsDouble()) : "gap none";
        return String.format(Locale.ROOT, "%s, %s, ended after %.1f s", bound, gap, result.time().toMillis() / 1000.0);
    }

    private String feasibility(CheckContext context, String name) throws IOException, InstanceException {
        Instance instance = RadioLinks.read(context.data("wlan/frequency-assignment/rlfap_csp_txt/ctr/ctr" + name + ".txt"), null);
        return planner.solve(instance.problem(), PlanningOptions.within(LIMIT), PlanningMonitor.none()).status().name();
    }
}
