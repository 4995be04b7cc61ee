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

/** How near to the best plan one is proven to be after 30 seconds. */
@Component
public final class PlanGap implements BenchCase {

    private final Planner planner;

    @Activate
    public PlanGap(@Reference Planner planner) {
        this.planner = planner;
    }

    @Override
    public BenchInfo info() {
        return BenchInfo.of("plan-2000-gap", "proven gap of the expansion plan after 30 s", "%", Goal.atMost(100 * PlanBench.GAP));
    }

    @Override
    public BenchResult run(BenchContext context) {
        PlanBench bench = new PlanBench(planner, context.scale());
        Proof result = bench.solve(0, context);
        return bench.figure(100 * result.gap().orElse(Double.POSITIVE_INFINITY), result);
    }
}
