package org.towercrier.planning.internal.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.Check.Finding;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.internal.instance.Coverage;
import org.towercrier.planning.internal.instance.InstanceException;

/** The site planning problem of the 2022 MathorCup contest: a plan that keeps all rules, against a published one that does not. */
final class SiteCheck {

    private static final String FOLDER = "planning/mathorcup2022-site-planning";
    private static final Duration LIMIT = Duration.ofSeconds(150);
    /** A published plan; sites of it stand nearer than 10 to one another, so it is no bound. */
    private static final double PUBLISHED = 6452;

    private final Planner planner;

    SiteCheck(Planner planner) {
        this.planner = planner;
    }

    Check check() {
        return Check.text("planning.coverage.mathorcup2022",
                "182,807 weak points: 90 % of the traffic covered, all rules kept, cost below the published "
                        + (int) PUBLISHED,
                "published plan for MathorCup 2022 D, which breaks the distance rule", "yes", context -> verdict(context.data(FOLDER)));
    }

    private Finding verdict(Path folder) throws IOException, InstanceException {
        SitePlanning problem = read(folder);
        PlanningResult<SitePlanning.Plan> result = planner.solve(problem, PlanningOptions.within(LIMIT), PlanningMonitor.none());
        if (result.solution().isEmpty()) {
            return new Finding("no plan found", PlanningChecks.told(result));
        }
        // The result was evaluated by the problem's own rules, which throw when one is broken.
        double cost = problem.objective(result.solution().get());
        String note = String.format(Locale.ROOT, "cost %.0f, %.4f of the traffic, %s", cost, problem.covered(result.solution().get()),
                PlanningChecks.told(result));
        return new Finding(cost < PUBLISHED ? "yes" : "no", note);
    }

    static SitePlanning read(Path folder) throws IOException, InstanceException {
        Coverage coverage = new Coverage();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".csv")).sorted().toList()) {
                coverage.read(file);
            }
        }
        return coverage.contest();
    }
}
