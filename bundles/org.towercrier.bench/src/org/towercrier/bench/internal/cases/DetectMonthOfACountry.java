package org.towercrier.bench.internal.cases;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.store.StoreException;

/** Detection over a month of 50,000 cells. */
@Component
public final class DetectMonthOfACountry implements BenchCase {

    private static final int DAYS = 30;
    private static final int CELLS = 50_000;

    @Override
    public BenchInfo info() {
        return new BenchInfo("detect-144m-seconds", "all default rules over a month of 50,000 cells", "s", Goal.atMost(120), true);
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException, RuleSetException {
        return Detection.measure(context, context.scale() == BenchScale.FULL ? CELLS : CELLS / 100, DAYS);
    }
}
