package org.towercrier.statistics.command.internal.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.statistics.survival.EventTable;
import org.towercrier.statistics.survival.KaplanMeier;
import org.towercrier.statistics.survival.LogRank;
import org.towercrier.statistics.survival.SurvivalCurve;

/** Survival curves by segment with their limits, and the log-rank test, of customers whose tenure is known to the day. */
@Component
public final class SurvivalBench implements BenchCase {

    private static final int SEGMENTS = 8;
    private static final int LONGEST = 3650;

    @Override
    public BenchInfo info() {
        return BenchInfo.of("survival-5m-seconds", "Kaplan-Meier curves by segment and log-rank test", "s", Goal.atMost(1));
    }

    @Override
    public BenchResult run(BenchContext context) {
        int customers = context.scale() == BenchScale.FULL ? 5_000_000 : 50_000;
        SplittableRandom random = new SplittableRandom(11);
        double[] days = new double[customers];
        boolean[] left = new boolean[customers];
        int[] segments = new int[customers];
        for (int i = 0; i < customers; i++) {
            segments[i] = random.nextInt(SEGMENTS);
            double life = -Math.log(1 - random.nextDouble()) * 500 * (1 + segments[i]);
            double seen = random.nextInt(LONGEST);
            days[i] = Math.floor(Math.min(life, seen));
            left[i] = life <= seen;
        }
        context.monitor().checkCancelled();
        long begun = System.nanoTime();
        List<EventTable> tables = EventTable.byGroup(days, left, segments, SEGMENTS);
        List<SurvivalCurve> curves = tables.stream().map(KaplanMeier::estimate).toList();
        LogRank.Result test = LogRank.test(tables);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long counted = curves.stream().mapToLong(SurvivalCurve::subjects).sum();
        if (counted != customers || !(test.chi2() > 0)) {
            throw new IllegalStateException(counted + " customers were counted of " + customers + ", chi2 " + test.chi2());
        }
        return new BenchResult(seconds, String.format(Locale.ROOT, "%,d customers, %d segments, tenure in days", customers, SEGMENTS));
    }
}
