package org.towercrier.customer.internal.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.Segments;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** How long the count of one rule takes while somebody edits it: the slowest of several rules, each counted a second time. */
@Component
public final class CountBench implements BenchCase {

    private static final List<String> RULES = List.of("tenure >= 24 and MonthlyFacts.spend(mean,3) > 30",
            "(age < 30 or occupation in ('student', 'nurse')) and not competitiveArea = true",
            "MonthlyFacts.dataVolume(mean,3) > 500 and MonthlyFacts.voiceMinutes(mean,3) < 100 and gender = FEMALE",
            "region starts 'region-1' and tenure between 6 and 60", "extra.Score > 400 and extra.PaymentMethod <> 'Post'");

    @Override
    public BenchInfo info() {
        return BenchInfo.of("count-5m-ms", "live count of one rule while it is edited", "ms", Goal.atMost(300));
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException, CustomerException {
        int customers = context.scale() == BenchScale.FULL ? 5_000_000 : 50_000;
        ManyCustomers.write(context.service(Store.class), customers, context.monitor());
        Segments segments = context.service(Segments.class);
        double[] times = new double[RULES.size()];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < times.length; i++) {
                long begun = System.nanoTime();
                Segments.Count count = segments.count(CriterionParser.parse(RULES.get(i)), Cancellation.none());
                times[i] = (System.nanoTime() - begun) / 1e6;
                if (count.customers() != customers || count.matching() == 0) {
                    throw new IllegalStateException(RULES.get(i) + ": " + count);
                }
            }
        }
        return new BenchResult(Arrays.stream(times).max().orElseThrow(),
                String.format(Locale.ROOT, "%,d customers, the slowest of %d rules", customers, times.length));
    }
}
