package org.towercrier.customer.internal.bench;

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
import org.towercrier.customer.CustomerTable;
import org.towercrier.customer.CustomerTable.Column;
import org.towercrier.customer.CustomerTable.Filter;
import org.towercrier.customer.CustomerTable.Query;
import org.towercrier.customer.internal.segment.CriterionParser;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** How long it takes until the first rows of the table of customers are there: the slowest of a plain, a sorted, a filtered and a searched table. */
@Component
public final class TableBench implements BenchCase {

    private static final int ROWS = 100;

    @Override
    public BenchInfo info() {
        return BenchInfo.of("customer-table-5m-ms", "first rows of the table of customers, sorted and filtered", "ms", Goal.atMost(300));
    }

    @Override
    public BenchResult run(BenchContext context) throws StoreException, CustomerException {
        int customers = context.scale() == BenchScale.FULL ? 5_000_000 : 50_000;
        ManyCustomers.write(context.service(Store.class), customers, context.monitor());
        CustomerTable table = context.service(CustomerTable.class);
        List<String> columns = table.columns().stream().filter(Column::usual).map(Column::name).toList();
        Query plain = Query.of(Filter.ALL, columns);
        Query filtered = Query.of(Filter.ALL.where(CriterionParser.parse("tenure >= 24 and MonthlyFacts.spend(mean,3) > 30")), columns);
        // the first use makes the rows; opening the table is measured after it
        page(table, plain, 0);
        double slowest = 0;
        for (Query query : List.of(plain.by("spend_mean_3", true), plain.by("occupation", false), filtered.by("tenure", true), filtered,
                Query.of(Filter.ALL.with("C100"), columns))) {
            slowest = Math.max(slowest, page(table, query, 0));
        }
        Query sorted = plain.by("spend_mean_3", true);
        double order = page(table, sorted, customers / 2);
        double step = 0;
        for (int i = 1; i <= 5; i++) {
            step = Math.max(step, page(table, sorted, customers / 2 + (long) i * 7777 % (customers / 4)));
        }
        return new BenchResult(slowest, String.format(Locale.ROOT,
                "%,d customers, %d rows of %d columns; order of all rows once %,.0f ms, then any step at most %,.0f ms", customers, ROWS,
                columns.size(), order, step));
    }

    private static double page(CustomerTable table, Query query, long offset) throws CustomerException, StoreException {
        long begun = System.nanoTime();
        CustomerTable.Page page = table.page(query, offset, ROWS, Cancellation.none());
        double time = (System.nanoTime() - begun) / 1e6;
        if (page.rows().size() != ROWS) {
            throw new IllegalStateException(page.rows().size() + " rows of " + query);
        }
        return time;
    }
}
