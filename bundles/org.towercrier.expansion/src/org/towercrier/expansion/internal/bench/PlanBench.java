package org.towercrier.expansion.internal.bench;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;

import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.internal.PlanMaker;
import org.towercrier.expansion.internal.PlanMaker.Proof;
import org.towercrier.expansion.internal.Study;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;

/** The expansion problem that both figures are taken on, solved as a plan is: through the proposals of cells and sites. */
final class PlanBench {

    static final double GAP = 0.01;
    static final int SECONDS = 30;
    private static final int CELLS = 2_000;
    private static final int SITES = 500;
    /** Money for each overloaded cell: about a third of what all of it would cost. */
    private static final double MONEY_OF_CELL = 22_000;

    private final Planner planner;
    private final int part;

    PlanBench(Planner planner, BenchScale scale) {
        this.planner = planner;
        this.part = scale == BenchScale.FULL ? 1 : 20;
    }

    Proof solve(double gap, BenchContext context) {
        PlanningMonitor monitor = () -> context.monitor().cancelled();
        Study study = InventedCity.of(CELLS / part, SITES / part);
        PlanRequest request = new PlanRequest(MONEY_OF_CELL * CELLS / part, 12, Duration.ofSeconds(SECONDS), ZoneOffset.UTC, Locale.ROOT,
                Terms.NONE);
        try {
            Proof proof = new PlanMaker(planner, monitor).prove(study, request, gap);
            if (proof.value() < proof.greedy()) {
                throw new IllegalStateException("The plan is worse than the greedy one: " + proof.value() + " < " + proof.greedy());
            }
            return proof;
        } catch (PlanException impossible) {
            throw new IllegalStateException("Nothing is pinned", impossible);
        }
    }

    BenchResult figure(double value, Proof proof) {
        String size = String.format(Locale.ROOT, "%,d cells × 7 actions + %d sites", CELLS / part, SITES / part);
        return new BenchResult(value, size + String.format(Locale.ROOT, ", relief %.0f, bound %.0f, greedy %.0f, %.1f s, %s", proof.value(),
                proof.bound().orElse(Double.NaN), proof.greedy(), proof.seconds(), planner.solver().orElse("no solver library")));
    }
}
