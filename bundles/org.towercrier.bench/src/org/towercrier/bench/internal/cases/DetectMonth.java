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

/** Detection over a month of 5,000 cells. */
@Component
public final class DetectMonth implements BenchCase {

    private static final int DAYS = 30;
    private static final int CELLS = 5_000;

    @Override
    public BenchInfo info() {
        return new BenchInfo("detect-14m-seconds", "all default rules over a month of 5,000 cells", "s", Goal.atMost(10), false);
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException, RuleSetException {
        return Detection.measure(context, context.scale() == BenchScale.FULL ? CELLS : CELLS / 100, DAYS);
    }
}
