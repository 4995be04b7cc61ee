package org.towercrier.capacity.internal.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.store.TableSchema;

/**
 * The stored samples as one derived table with a column for each measurement asked for, whether it has a column of its own in the
 * store or is one of the counters that are kept one value a row.
 */
public final class SampleTable {

    private static final TableSchema CELLS = TableSchema.of(MeasurementPackage.eINSTANCE.getCellMeasurement());
    private static final TableSchema COUNTERS = TableSchema.of(MeasurementPackage.eINSTANCE.getCounterValue());
    private static final String OBJECT = "object";
    private static final String START = "start";
    private static final String PERIOD = "period";
    private static final String SUSPECT = "suspect";
    private static final String VALUE = "v";
    private static final String ALIAS = "samples";

    private final Table<Record> table;
    private final Field<Instant> start;
    private final Map<String, Field<Double>> values;

    private SampleTable(Table<Record> table, Map<String, Field<Double>> values) {
        this.table = table;
        this.values = Map.copyOf(values);
        this.start = field(name(ALIAS, START), CELLS.field(START, Instant.class).getDataType());
    }

    /**
     * A table of some measurements.
     *
     * @param names        the measurements as the standard writes them
     * @param measurements those of the model
     * @param range        which samples
     */
    public static SampleTable of(Collection<String> names, Measurements measurements, SampleRange range) {
        List<String> columns = names.stream().filter(each -> measurements.attribute(each).isPresent()).toList();
        List<String> counters = names.stream().filter(each -> measurements.attribute(each).isEmpty()).toList();
        Map<String, Field<Double>> values = new LinkedHashMap<>();
        for (String each : columns) {
            values.put(each, outer(values.size()));
        }
        for (String each : counters) {
            values.put(each, outer(values.size()));
        }
        List<SelectFieldOrAsterisk> own = new ArrayList<>();
        own.addAll(List.of(CELLS.field(OBJECT), CELLS.field(START), CELLS.field(PERIOD),
                coalesce(CELLS.field(SUSPECT, Boolean.class), inline(false)).as(SUSPECT)));
        for (int i = 0; i < columns.size(); i++) {
            String column = measurements.attribute(columns.get(i)).orElseThrow().getName();
            own.add(CELLS.field(column, Double.class).as(VALUE + i));
        }
        Select<Record> cells = select(own).from(CELLS.table())
                .where(range.condition(CELLS.field(OBJECT, Integer.class), CELLS.field(START, Instant.class)));
        if (counters.isEmpty()) {
            return new SampleTable(cells.asTable(ALIAS), values);
        }
        return new SampleTable(joined(cells, turned(counters, columns.size(), range), columns.size(), counters.size()), values);
    }

    /** Counters one value a row, turned into one column each. */
    private static Select<Record> turned(List<String> counters, int first, SampleRange range) {
        Field<String> measurement = COUNTERS.field("measurement", String.class);
        Field<Double> value = COUNTERS.field("value", Double.class);
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        Field<Integer> flag = max(when(COUNTERS.field(SUSPECT, Boolean.class).isTrue(), inline(1)).otherwise(inline(0)));
        fields.addAll(List.of(COUNTERS.field(OBJECT), COUNTERS.field(START), COUNTERS.field(PERIOD),
                when(flag.eq(inline(1)), inline(true)).otherwise(inline(false)).as(SUSPECT)));
        for (int i = 0; i < counters.size(); i++) {
            fields.add(max(when(measurement.eq(inline(counters.get(i))), value)).as(VALUE + (first + i)));
        }
        return select(fields).from(COUNTERS.table())
                .where(measurement.in(counters.stream().map(DSL::inline).toList()))
                .and(range.condition(COUNTERS.field(OBJECT, Integer.class), COUNTERS.field(START, Instant.class)))
                .groupBy(COUNTERS.field(OBJECT), COUNTERS.field(START), COUNTERS.field(PERIOD));
    }

    private static Table<Record> joined(Select<Record> cells, Select<Record> counters, int columns, int turned) {
        Table<Record> left = cells.asTable("own");
        Table<Record> right = counters.asTable("turned");
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        for (String key : List.of(OBJECT, START, PERIOD)) {
            fields.add(either(left.field(key), right.field(key)).as(key));
        }
        Field<Boolean> first = coalesce(left.field(SUSPECT, Boolean.class), inline(false));
        Field<Boolean> second = coalesce(right.field(SUSPECT, Boolean.class), inline(false));
        fields.add(when(first.isTrue().or(second.isTrue()), inline(true)).otherwise(inline(false)).as(SUSPECT));
        for (int i = 0; i < columns; i++) {
            fields.add(left.field(VALUE + i));
        }
        for (int i = columns; i < columns + turned; i++) {
            fields.add(right.field(VALUE + i));
        }
        return select(fields).from(left).fullJoin(right).on(same(left.field(OBJECT), right.field(OBJECT)))
                .and(same(left.field(START), right.field(START))).and(same(left.field(PERIOD), right.field(PERIOD))).asTable(ALIAS);
    }

    @SuppressWarnings("unchecked")
    private static <T> Condition same(Field<T> one, Field<?> other) {
        return one.eq((Field<T>) other);
    }

    @SuppressWarnings("unchecked")
    private static <T> Field<T> either(Field<T> one, Field<?> other) {
        return coalesce(one, (Field<T>) other);
    }

    private static Field<Double> outer(int index) {
        return field(name(ALIAS, VALUE + index), SQLDataType.DOUBLE);
    }

    /** The derived table. */
    public Table<Record> table() {
        return table;
    }

    /** Number of the object. */
    public Field<Integer> object() {
        return field(name(ALIAS, OBJECT), SQLDataType.INTEGER);
    }

    /** Begin. */
    public Field<Instant> start() {
        return start;
    }

    /** Length in seconds. */
    public Field<Integer> period() {
        return field(name(ALIAS, PERIOD), SQLDataType.INTEGER);
    }

    /** Whether the sample is suspect; never null. */
    public Field<Boolean> suspect() {
        return field(name(ALIAS, SUSPECT), SQLDataType.BOOLEAN);
    }

    /** The value of a measurement that was asked for. */
    public Field<Double> value(String measurement) {
        Field<Double> value = values.get(measurement);
        if (value == null) {
            throw new IllegalArgumentException(measurement + " was not asked for");
        }
        return value;
    }
}
