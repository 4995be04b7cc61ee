package org.towercrier.customer.internal.view;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/**
 * What customers spend and which products they have, of a sample that is read once for each state of the base: the pages that are opened one after the other need not look
 * through millions each.
 */
final class Holdings {

    private static final int SAMPLE = 20_000;
    private static final double SIMILAR = 0.25;
    private static final TableSchema HELD = TableSchema.of(Literals.SUBSCRIPTION);
    private static final Field<Long> NUMBER = field(name("rowid"), Long.class);
    private static final Field<String> ID = field(name(CustomerBase.ID), String.class);
    private static final Field<Double> SPEND = field(name("spend_mean_3"), Double.class);

    /** One customer. @param spend of a month, empty when nothing is known of it */
    private record Holder(String id, Optional<Double> spend, List<String> products) {
    }

    private record Sample(String state, List<Holder> holders) {
    }

    private Optional<Sample> known = Optional.empty();

    /** Share of other customers with a similar spend who have a product; of all of them where the spend is not known. @param state of the rows */
    Map<String, Double> shares(DSLContext sql, Table<Record> customers, String state, String id, Optional<Double> spend) {
        Map<String, Integer> owners = new HashMap<>();
        int similar = 0;
        for (Holder holder : sample(sql, customers, state).holders()) {
            if (!holder.id().equals(id) && (spend.isEmpty() || holder.spend().filter(each -> near(each, spend.get())).isPresent())) {
                similar++;
                holder.products().forEach(product -> owners.merge(product, 1, Integer::sum));
            }
        }
        double all = similar;
        Map<String, Double> shares = new HashMap<>();
        owners.forEach((product, number) -> shares.put(product, number / all));
        return shares;
    }

    private static boolean near(double spend, double own) {
        return spend >= own * (1 - SIMILAR) && spend <= own * (1 + SIMILAR);
    }

    private synchronized Sample sample(DSLContext sql, Table<Record> customers, String state) {
        if (known.filter(sample -> sample.state().equals(state)).isEmpty()) {
            known = Optional.of(new Sample(state, holders(sql, customers)));
        }
        return known.get();
    }

    /** Every n-th customer in the order of the identities: the same ones each time. */
    private static List<Holder> holders(DSLContext sql, Table<Record> customers) {
        long every = 1 + sql.select(count()).from(customers).fetchSingle().value1() / SAMPLE;
        Condition drawn = NUMBER.mod(every).eq(0L);
        Map<String, List<String>> products = new HashMap<>();
        sql.select(HELD.field("customer", String.class), HELD.field("product", String.class)).from(HELD.table())
                .where(HELD.field("customer", String.class).in(select(ID).from(customers).where(drawn)))
                .and(HELD.field("product", String.class).isNotNull())
                .forEach(row -> products.computeIfAbsent(row.value1(), none -> new ArrayList<>(2)).add(row.value2().intern()));
        List<Holder> holders = new ArrayList<>();
        sql.select(ID, SPEND).from(customers).where(drawn).forEach(row -> holders
                .add(new Holder(row.value1(), Optional.ofNullable(row.value2()), products.getOrDefault(row.value1(), List.of()))));
        return holders;
    }
}
