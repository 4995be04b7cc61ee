package org.towercrier.expansion.internal.bench;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.expansion.internal.PlanMaker.Proof;
import org.towercrier.planning.Planner;

/** How long until the plan is proven to be within 1 % of the best one. */
@Component
public final class PlanSeconds implements BenchCase {

    private final Planner planner;

    @Activate
    public PlanSeconds(@Reference Planner planner) {
        this.planner = planner;
    }

    @Override
    public BenchInfo info() {
        return BenchInfo.of("plan-2000-seconds", "expansion plan proven to be within 1 % of the best one", "s",
                Goal.atMost(PlanBench.SECONDS));
    }

    @Override
    public BenchResult run(BenchContext context) {
        PlanBench bench = new PlanBench(planner, context.scale());
        Proof result = bench.solve(PlanBench.GAP, context);
        boolean reached = result.gap().orElse(Double.POSITIVE_INFINITY) <= PlanBench.GAP;
        // Not reached is not a time: it must not look like one within the goal.
        return bench.figure(reached ? result.seconds() : Double.POSITIVE_INFINITY, result);
    }
}
