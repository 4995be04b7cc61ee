package org.towercrier.customer.internal.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

import org.osgi.service.component.annotations.Component;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.customer.CustomerPages;
import org.towercrier.privacy.DisclosureRefusedException;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** How long the page of one customer takes among ten million: the slowest of fifty, drawn at random, after one page has been looked at. */
@Component
public final class PageBench implements BenchCase {

    private static final int PAGES = 50;

    @Override
    public BenchInfo info() {
        return BenchInfo.of("customer-page-10m-ms",
                "everything about one customer on a page: the slowest of fifty customers drawn at random, after a first page", "ms",
                Goal.atMost(200));
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException, DisclosureRefusedException {
        int customers = context.scale() == BenchScale.FULL ? 10_000_000 : 50_000;
        ManyCustomers.write(context.service(Store.class), customers, context.monitor());
        CustomerPages pages = context.service(CustomerPages.class);
        SplittableRandom random = new SplittableRandom(5);
        double first = 0;
        double[] times = new double[PAGES];
        for (int i = 0; i <= PAGES; i++) {
            String id = ManyCustomers.id(random.nextInt(customers));
            long begun = System.nanoTime();
            CustomerPages.Page page = pages.page(id, Optional.empty()).orElseThrow();
            double time = (System.nanoTime() - begun) / 1e6;
            if (!page.id().equals(id) || i > 0 && page.facts().isEmpty()) {
                throw new IllegalStateException("The page of " + id + " has no months");
            }
            if (i == 0) {
                first = time;
            } else {
                times[i - 1] = time;
            }
        }
        Arrays.sort(times);
        return new BenchResult(times[PAGES - 1],
                String.format(Locale.ROOT,
                        "%,d customers with three months each, %d pages, half of them within %.0f ms; the first with the attributes of all %,.1f s",
                        customers, PAGES, times[PAGES / 2], first / 1e3));
    }
}
