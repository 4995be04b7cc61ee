package org.towercrier.planning.internal.bench;

import java.time.Duration;
import java.util.Locale;

import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.ChoicePlan;
import org.towercrier.planning.GreedyChoice;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;

/** The expansion problem that both figures are taken on. */
final class PlanBench {

    static final double GAP = 0.01;
    static final int SECONDS = 30;
    private static final int CELLS = 2_000;
    private static final int SITES = 500;

    private final Planner planner;
    private final BudgetedChoice problem;
    private final String size;

    PlanBench(Planner planner, BenchScale scale) {
        this.planner = planner;
        int part = scale == BenchScale.FULL ? 1 : 20;
        problem = ExpansionInstance.of(CELLS / part, SITES / part, 1);
        size = String.format(Locale.ROOT, "%,d cells × 7 actions + %d sites", CELLS / part, SITES / part);
    }

    PlanningResult<ChoicePlan> solve(double gap, BenchContext context) {
        PlanningMonitor monitor = () -> context.monitor().cancelled();
        PlanningResult<ChoicePlan> result = planner.solve(problem, PlanningOptions.within(Duration.ofSeconds(SECONDS)).withGap(gap),
                monitor);
        double greedy = GreedyChoice.of(problem).value();
        if (result.objective().orElseThrow() < greedy) {
            throw new IllegalStateException("The plan is worse than the greedy one: " + result.objective() + " < " + greedy);
        }
        return result;
    }

    BenchResult figure(double value, PlanningResult<ChoicePlan> result) {
        double greedy = GreedyChoice.of(problem).value();
        return new BenchResult(value,
                size + String.format(Locale.ROOT, ", relief %.0f, bound %.0f, greedy %.0f, %s", result.objective().orElse(Double.NaN),
                        result.bound().orElse(Double.NaN), greedy, planner.solver().orElse("no solver library")));
    }
}
