package org.towercrier.customer.internal.value;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.customer.CustomerValue.Lifetime;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.statistics.survival.EventTable;
import org.towercrier.statistics.survival.KaplanMeier;
import org.towercrier.statistics.survival.SurvivalCurve;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/**
 * Lifetime value of a new customer: Σ S(t) m / (1 + d)^(t/12) over the months t of a horizon, with the Kaplan-Meier survival S of all customers by tenure, the value m of
 * a month and the yearly discount rate d.
 */
final class LifetimeValue {

    static final int HORIZON = 60;

    private static final double MONTHS_A_YEAR = 12;

    private final Store store;
    private final Table<Record> customers;

    LifetimeValue(Store store, Table<Record> customers) {
        this.store = store;
        this.customers = customers;
    }

    /** The lifetime value; empty when it is not known how long customers stay. @param margin is the value of a month a margin? */
    Optional<Lifetime> of(double monthly, boolean margin, double rate) throws StoreException {
        Field<Double> tenure = floor(field(name(CustomerBase.TENURE), Double.class));
        Condition left = coalesce(field(name("churned"), Boolean.class), field(field(name("leaveDate"), LocalDate.class).isNotNull()),
                inline(false)).isTrue();
        var rows = store.read(sql -> sql.select(tenure, count().filterWhere(left), count()).from(customers)
                .where(tenure.isNotNull()).and(tenure.ge(0.0)).groupBy(tenure).orderBy(tenure).fetch());
        double[] times = rows.stream().mapToDouble(row -> row.value1()).toArray();
        long[] events = rows.stream().mapToLong(row -> row.value2()).toArray();
        long[] censored = rows.stream().mapToLong(row -> row.value3() - row.value2()).toArray();
        long all = java.util.Arrays.stream(events).sum();
        if (all == 0) {
            return Optional.empty();
        }
        SurvivalCurve curve = KaplanMeier.estimate(EventTable.ofCounts(times, events, censored));
        double value = 0;
        double expected = 0;
        for (int month = 1; month <= HORIZON; month++) {
            double survives = curve.at(month);
            expected += survives;
            value += survives * monthly / Math.pow(1 + rate, month / MONTHS_A_YEAR);
        }
        String formula = CustomerMessages.text("Value_Formula", HORIZON, CustomerMessages.text(margin ? "Value_Margin" : "Value_Spend"),
                plain(monthly),
                plain(rate * 100), plain(expected), plain(value));
        return Optional.of(new Lifetime(value, monthly, HORIZON, expected, rate, formula));
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
