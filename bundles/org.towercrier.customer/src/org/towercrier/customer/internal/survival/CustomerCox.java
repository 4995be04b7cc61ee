package org.towercrier.customer.internal.survival;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.md5;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.CustomerSurvival.Cox;
import org.towercrier.customer.internal.CustomerMessages;
import org.towercrier.customer.internal.base.AttributeField;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.statistics.survival.CoxModel;
import org.towercrier.statistics.survival.ProportionalHazards.Transform;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** A Cox model over the base of customers. */
final class CustomerCox {

    private static final int SAMPLE = 50_000;
    private static final int MOST_VALUES = 12;

    private final Store store;
    private final Table<Record> customers;

    CustomerCox(Store store, Table<Record> customers) {
        this.store = store;
        this.customers = customers;
    }

    Cox fit(Condition among, List<String> attributes, Cancellation cancel) throws CustomerException, StoreException {
        List<Field<?>> fields = new ArrayList<>();
        for (String attribute : attributes) {
            Field<?> found = AttributeField.of(attribute)
                    .orElseThrow(() -> new CustomerException(CustomerMessages.text("Survival_Attribute", attribute)));
            if (found.getName().equals(CustomerBase.TENURE) || found.getType() == java.time.LocalDate.class) {
                throw new CustomerException(CustomerMessages.text("Survival_Attribute", attribute));
            }
            fields.add(found);
        }
        if (fields.isEmpty()) {
            throw new CustomerException(CustomerMessages.text("Survival_Attribute", ""));
        }
        Field<Double> tenure = field(name(CustomerBase.TENURE), Double.class);
        Condition complete = and(fields.stream().map(Field::isNotNull).toList()).and(tenure.ge(0.0)).and(among);
        Field<String> id = field(name(CustomerBase.ID), String.class);
        List<Field<?>> all = new ArrayList<>(List.of(tenure, field(Grouped.left()).as("gone")));
        all.addAll(fields);
        long of = store.read(sql -> (long) sql.fetchCount(customers, complete), cancel);
        Result<Record> rows = store.read(
                sql -> sql.select(all).from(customers).where(complete).orderBy(md5(id)).limit(SAMPLE).fetch(), cancel);
        double[] durations = rows.stream().mapToDouble(row -> row.get(0, Double.class)).toArray();
        boolean[] events = new boolean[durations.length];
        IntStream.range(0, events.length).forEach(i -> events[i] = Boolean.TRUE.equals(rows.get(i).get(1, Boolean.class)));
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            add(attributes.get(f), fields.get(f), rows, f + 2, names, columns);
        }
        try {
            CoxModel model = CoxModel.fit(durations, events, names, columns.toArray(double[][]::new));
            return new Cox(durations.length, of, model.fit(), model.proportionalHazards(Transform.KM));
        } catch (IllegalArgumentException none) {
            throw new CustomerException(CustomerMessages.text("Survival_Model", none.getMessage()), none);
        }
    }

    private static void add(String attribute, Field<?> field, Result<Record> rows, int at, List<String> names, List<double[]> columns)
            throws CustomerException {
        if (Number.class.isAssignableFrom(field.getType())) {
            names.add(attribute);
            columns.add(rows.stream().mapToDouble(row -> row.get(at, Double.class)).toArray());
            return;
        }
        Map<String, Long> values = new TreeMap<>();
        rows.forEach(row -> values.merge(row.get(at, String.class), 1L, Long::sum));
        if (values.size() > MOST_VALUES) {
            throw new CustomerException(CustomerMessages.text("Survival_Values", attribute, values.size(), MOST_VALUES));
        }
        String usual = values.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
        for (String value : values.keySet()) {
            if (!value.equals(usual)) {
                names.add(attribute + "=" + value);
                columns.add(rows.stream().mapToDouble(row -> value.equals(row.get(at, String.class)) ? 1 : 0).toArray());
            }
        }
    }
}
