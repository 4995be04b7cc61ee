package org.towercrier.store.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.towercrier.store.TableSchema;
import org.towercrier.store.internal.MergeStatements.Part;

/**
 * Divides staged rows into parts small enough to be compared within the engine's memory: by their time where the key has
 * one, because then each part meets only a slice of the table, otherwise by their number.
 *
 * @param parts     none when there are no rows
 * @param wholeKeys whether all rows of a key are in one part
 */
record MergeParts(List<Part> parts, boolean wholeKeys) {

    /** A part may have so many values, 8 bytes each. */
    private static final long VALUES = 8_000_000;

    static MergeParts of(DSLContext sql, TableSchema schema, Table<Record> rows) {
        return of(sql, schema, rows, VALUES);
    }

    static MergeParts of(DSLContext sql, TableSchema schema, Table<Record> rows, long values) {
        Optional<Field<Object>> time = schema.time().map(column -> field(rows, column.name()));
        Field<Object> measured = time.orElseGet(() -> field(rows, schema.key().getFirst().name()));
        Record3<Integer, Object, Object> found = sql.select(DSL.count(), DSL.min(measured), DSL.max(measured)).from(rows)
                .fetchSingle();
        if (found.value1() == 0) {
            return new MergeParts(List.of(), true);
        }
        long parts = (long) found.value1() * schema.columns().size() / values + 1;
        if (time.isEmpty()) {
            return new MergeParts(bySequence(parts, table -> DSL.noCondition()), parts == 1);
        }
        Function<Table<?>, Condition> all = table -> slice(field(table, measured.getName()), found.value2(), false,
                found.value3());
        if (found.value2().equals(found.value3())) {
            return new MergeParts(bySequence(parts, all), parts == 1);
        }
        return new MergeParts(byTime(measured, found.value2(), found.value3(), parts), true);
    }

    @SuppressWarnings("unchecked")
    private static Field<Object> field(Table<?> rows, String column) {
        return (Field<Object>) rows.field(column);
    }

    private static List<Part> bySequence(long parts, Function<Table<?>, Condition> table) {
        List<Part> all = new ArrayList<>();
        for (long i = 0; i < parts; i++) {
            long part = i;
            all.add(new Part(rows -> DSL.abs(StagedTable.sequence(rows)).mod(parts).eq(part), table));
        }
        return all;
    }

    private static List<Part> byTime(Field<Object> time, Object first, Object last, long parts) {
        List<Part> all = new ArrayList<>();
        Object from = first;
        for (long i = 1; i <= parts; i++) {
            Object until = i == parts ? last : between(first, last, i, parts);
            Object lower = from;
            boolean open = i > 1;
            Function<Table<?>, Condition> slice = rows -> slice(field(rows, time.getName()), lower, open, until);
            all.add(new Part(slice, slice));
            from = until;
        }
        return all;
    }

    private static Condition slice(Field<Object> time, Object from, boolean open, Object until) {
        Field<Object> lower = DSL.inline(from, time.getDataType());
        return (open ? time.gt(lower) : time.ge(lower)).and(time.le(DSL.inline(until, time.getDataType())));
    }

    private static Object between(Object first, Object last, long part, long parts) {
        if (first instanceof Instant from && last instanceof Instant until) {
            return from.plusSeconds((until.getEpochSecond() - from.getEpochSecond()) * part / parts);
        }
        LocalDate from = (LocalDate) first;
        return from.plusDays((((LocalDate) last).toEpochDay() - from.toEpochDay()) * part / parts);
    }
}
