package org.towercrier.customer.internal.bench;

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
import org.towercrier.model.customer.Segmentation;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** How long it takes to put every customer into a segment anew and keep it; the attributes of the customers are ready. */
@Component
public final class SegmentsBench implements BenchCase {

    @Override
    public BenchInfo info() {
        return BenchInfo.of("segments-5m-seconds", "all customers put into the four named segments anew", "s", Goal.atMost(5));
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException, CustomerException {
        int customers = context.scale() == BenchScale.FULL ? 5_000_000 : 50_000;
        ManyCustomers.write(context.service(Store.class), customers, context.monitor());
        Segments segments = context.service(Segments.class);
        Segmentation four = segments.find(Segments.FOUR).orElseThrow();
        long begun = System.nanoTime();
        Segments.Sizes sizes = segments.assign(four, segments.latest(), Cancellation.none());
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (sizes.customers() != customers) {
            throw new IllegalStateException(sizes.customers() + " customers of " + customers + " are in a segment or in none");
        }
        return new BenchResult(seconds, String.format(Locale.ROOT, "%,d customers with more than 20 attributes", customers));
    }
}
