package org.towercrier.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.WindowSpecification;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.towercrier.store.ColumnType;
import org.towercrier.store.MergePolicy;
import org.towercrier.store.TableSchema;
import org.towercrier.store.TableSchema.Column;

/**
 * The statements of a merge, the same for every engine. Let {@code s} be the staged rows, each key once, {@code t} the
 * table and {@code d} the staged rows whose key came more than once:
 * <ol>
 * <li>{@link #rank} sets the rows of repeated keys aside as {@code d}, numbered by file and line, {@link #firsts} notes
 * which of them has the first value of each column, {@link #unstageRepeated} and {@link #fold} replace them in {@code s} by
 * one row with these values;</li>
 * <li>{@link #countSingle} and {@link #countRepeated} say for each row whether it brings something or is refused;</li>
 * <li>{@link #collectChanged}, {@link #unstageMatched}, {@link #insertNew}, {@link #deleteChanged} and
 * {@link #insertChanged} carry it out. A changed row is
 * written anew, because columnar engines do that faster than updating many columns in place.</li>
 * </ol>
 */
final class MergeStatements {

    private static final String RANK = "staged_rank";
    private static final String FIRST = "staged_first_";

    private final TableSchema schema;
    private final MergePolicy policy;
    private final Part part;
    private final Table<Record> s;
    private final Table<Record> t;
    private final Table<Record> d;
    private final Table<Record> f;
    private final SchemaTable staged;
    private final SchemaTable repeated;
    private final SchemaTable firsts;
    private final SchemaTable changed;
    private final SchemaTable refused;
    private final List<Column> compared;

    /** @param part what of the staged rows the statements are for */
    MergeStatements(TableSchema schema, String stagedName, MergePolicy policy, Part part) {
        this.schema = schema;
        this.policy = policy;
        this.part = part;
        TableSchema rows = StagedTable.of(schema, stagedName);
        this.staged = new SchemaTable(stagedName, rows.columns());
        this.s = staged.as("s");
        this.t = schema.table().as("t");
        List<Column> ranked = new ArrayList<>(rows.columns());
        ranked.add(new Column(RANK, ColumnType.BIGINT, Optional.empty()));
        this.repeated = new SchemaTable(stagedName + "_repeated", ranked);
        this.d = repeated.as("d");
        List<Column> ranks = new ArrayList<>(schema.key());
        for (int i = 0; i < schema.values().size(); i++) {
            ranks.add(new Column(FIRST + i, ColumnType.BIGINT, Optional.empty()));
        }
        this.firsts = new SchemaTable(stagedName + "_firsts", ranks);
        this.f = firsts.as("f");
        this.changed = new SchemaTable(stagedName + "_changed", schema.columns());
        this.refused = new SchemaTable(stagedName + "_refused",
                List.of(new Column(StagedTable.SEQUENCE, ColumnType.BIGINT, Optional.empty())));
        Set<Column> origin = schema.origin();
        this.compared = schema.values().stream().filter(column -> !origin.contains(column)).toList();
    }

    /** The values that are compared; the others only say where a row came from. */
    List<Column> compared() {
        return compared;
    }

    /** Per file: the number of staged rows. */
    Select<Record2<Integer, Integer>> countRows() {
        return DSL.select(StagedTable.file(staged), DSL.count()).from(staged).groupBy(StagedTable.file(staged));
    }

    Condition incomplete() {
        return DSL.or(schema.key().stream().map(column -> staged.field(column.name()).isNull()).toList());
    }

    /** The number of keys that came more than once. */
    Select<?> countRepeatedKeys() {
        return DSL.selectCount().from(repeatedKeys().asTable("g"));
    }

    private Select<Record> repeatedKeys() {
        return DSL.select(fields(staged, schema.key())).from(staged).where(part.ofStaged(staged))
                .groupBy(fields(staged, schema.key())).having(DSL.count().gt(1));
    }

    /** Sets the rows of repeated keys aside, with their rank within the key. */
    Query rank() {
        Table<Record> g = repeatedKeys().asTable("g");
        WindowSpecification byKey = DSL.partitionBy(fields(s, schema.key())).orderBy(StagedTable.file(s),
                StagedTable.line(s), StagedTable.sequence(s));
        return DSL.createTemporaryTable(repeated).as(DSL.select(s.fields())
                .select(DSL.rowNumber().over(byKey).cast(SQLDataType.BIGINT).as(RANK)).from(s).join(g).on(sameKey(s, g))
                .where(part.ofStaged(s)));
    }

    /** Per repeated key and column the rank of the first value. */
    Query firsts() {
        List<SelectField<?>> columns = new ArrayList<>(fields(d, schema.key()));
        List<Column> values = schema.values();
        for (int i = 0; i < values.size(); i++) {
            columns.add(DSL.min(DSL.when(d.field(values.get(i).name()).isNotNull(), rank(d))).as(FIRST + i));
        }
        return DSL.createTemporaryTable(firsts).as(DSL.select(columns).from(d).groupBy(fields(d, schema.key())));
    }

    Query unstageRepeated() {
        return DSL.deleteFrom(staged).where(DSL.exists(DSL.selectOne().from(f).where(sameKey(f, staged))));
    }

    /** One row for each repeated key; its sequence is negative, which tells it from the single ones. */
    Query fold() {
        List<Field<?>> into = new ArrayList<>();
        List<SelectField<?>> from = new ArrayList<>();
        for (Column column : schema.key()) {
            into.add(staged.field(column.name()));
            from.add(d.field(column.name()));
        }
        List<Column> values = schema.values();
        for (int i = 0; i < values.size(); i++) {
            into.add(staged.field(values.get(i).name()));
            from.add(valueAt(values.get(i), first(f, i)));
        }
        into.addAll(List.of(StagedTable.file(staged), StagedTable.line(staged), StagedTable.sequence(staged)));
        from.add(DSL.max(DSL.when(rank(d).eq(1L), StagedTable.file(d))));
        from.add(DSL.max(DSL.when(rank(d).eq(1L), StagedTable.line(d))));
        from.add(DSL.max(DSL.when(rank(d).eq(1L), StagedTable.sequence(d))).neg().minus(1L).cast(SQLDataType.BIGINT));
        return DSL.insertInto(staged, into).select(DSL.select(from).from(d).join(f).on(sameKey(d, f)).groupBy(fields(d, schema.key())));
    }

    private Field<?> valueAt(Column column, Field<Long> first) {
        Condition there = rank(d).eq(first);
        if (column.type() == ColumnType.BOOLEAN) {
            return DSL.boolOr(there.and(DSL.condition(d.field(column.name(), Boolean.class))));
        }
        return DSL.max(DSL.when(there, d.field(column.name())));
    }

    /** The number of staged keys the table has. It reads the keys only, and spares new data the comparison. */
    Select<?> countMatched() {
        return DSL.selectCount().from(s).join(t).on(meets()).where(part.ofStaged(s));
    }

    /** As {@link #countSingle} when the table has none of the keys: all rows bring something. */
    Select<Record3<Integer, Integer, Integer>> countAllNew() {
        return DSL.select(StagedTable.file(s), DSL.inline(0), DSL.count()).from(s).where(StagedTable.sequence(s).ge(0L))
                .and(part.ofStaged(s)).groupBy(StagedTable.file(s));
    }

    /** Per file, of the single rows: how many are refused, how many bring something. */
    Select<Record3<Integer, Integer, Integer>> countSingle() {
        Condition conflict = policy == MergePolicy.FILL ? any(c -> differ(t, s, c)) : DSL.falseCondition();
        return DSL.select(StagedTable.file(s), DSL.count(DSL.when(conflict, 1)), news(conflict, newOrChanged())).from(s)
                .leftJoin(t).on(meets()).where(StagedTable.sequence(s).ge(0L)).and(part.ofStaged(s))
                .groupBy(StagedTable.file(s));
    }

    /** As {@link #countSingle} for the rows of repeated keys. */
    Select<Record3<Integer, Integer, Integer>> countRepeated() {
        Condition conflict = any(this::refusedInBatch);
        List<Column> values = schema.values();
        Condition brings = t.field(key()).isNull().and(rank(d).eq(1L));
        for (int i = 0; i < values.size(); i++) {
            if (compared.contains(values.get(i))) {
                brings = brings.or(rank(d).eq(first(f, i)).and(changes(d, values.get(i))));
            }
        }
        return DSL.select(StagedTable.file(d), DSL.count(DSL.when(conflict, 1)), news(conflict, brings)).from(d).join(f)
                .on(sameKey(d, f)).join(s).on(sameKey(d, s)).leftJoin(t).on(sameKey(s, t).and(part.ofTable(t)))
                .where(part.ofStaged(s)).groupBy(StagedTable.file(d));
    }

    private static Field<Integer> news(Condition conflict, Condition brings) {
        return DSL.count(DSL.when(conflict, (Integer) null).when(brings, 1));
    }

    /**
     * Notes the first single rows with a refused value. They are found here by number alone and looked at by
     * {@link #listSingle} then: sorting the wide rows themselves would need much memory.
     */
    Query collectRefusedSingle(int limit) {
        return DSL.createTemporaryTable(refused).as(DSL.select(StagedTable.sequence(s)).from(s).join(t).on(meets())
                .where(StagedTable.sequence(s).ge(0L)).and(part.ofStaged(s)).and(any(c -> differ(t, s, c)))
                .orderBy(StagedTable.file(s), StagedTable.line(s), StagedTable.sequence(s)).limit(limit));
    }

    /** Of the noted rows: file, line, sequence, key, then kept and refused of each compared column. */
    Select<Record> listSingle() {
        List<SelectField<?>> columns = head(s);
        for (Column column : compared) {
            columns.add(t.field(column.name()).as("k_" + column.name()));
            columns.add(s.field(column.name()).as("r_" + column.name()));
        }
        return DSL.select(columns).from(refused).join(s).on(StagedTable.sequence(refused).eq(StagedTable.sequence(s)))
                .join(t).on(meets());
    }

    /** As {@link #collectRefusedSingle} for the rows of repeated keys. */
    Query collectRefusedRepeated(int limit) {
        return DSL.createTemporaryTable(refused).as(DSL.select(StagedTable.sequence(d)).from(d).join(s).on(sameKey(d, s))
                .leftJoin(t).on(meets()).where(any(this::refusedInBatch)).and(part.ofStaged(s))
                .orderBy(StagedTable.file(d), StagedTable.line(d), StagedTable.sequence(d)).limit(limit));
    }

    /** As {@link #listSingle} for the rows of repeated keys. */
    Select<Record> listRepeated() {
        List<SelectField<?>> columns = head(d);
        for (Column column : compared) {
            columns.add(kept(column).as("k_" + column.name()));
            columns.add(d.field(column.name()).as("r_" + column.name()));
        }
        return DSL.select(columns).from(refused).join(d).on(StagedTable.sequence(refused).eq(StagedTable.sequence(d)))
                .join(s).on(sameKey(d, s)).leftJoin(t).on(meets());
    }

    Query dropRefused() {
        return DSL.dropTable(refused);
    }

    /** The first rows without a complete key, as {@link #listSingle} without values, in order. */
    Select<Record> listIncomplete(int limit) {
        return DSL.select(head(staged)).from(staged).where(incomplete())
                .orderBy(StagedTable.file(staged), StagedTable.line(staged), StagedTable.sequence(staged)).limit(limit);
    }

    /** Keeps the new state of the rows that change. */
    Query collectChanged() {
        List<SelectField<?>> columns = new ArrayList<>();
        for (Column column : schema.columns()) {
            Field<?> mine = s.field(column.name());
            Field<?> theirs = t.field(column.name());
            if (schema.key().contains(column)) {
                columns.add(theirs);
            } else {
                columns.add((policy == MergePolicy.FILL ? coalesce(theirs, mine) : coalesce(mine, theirs)).as(column.name()));
            }
        }
        return DSL.createTemporaryTable(changed)
                .as(DSL.select(columns).from(s).join(t).on(meets()).where(part.ofStaged(s)).and(any(c -> changes(s, c))));
    }

    Select<?> countChanged() {
        return DSL.selectCount().from(changed);
    }

    /** Drops the staged rows whose key the table has: what they bring is collected. */
    Query unstageMatched() {
        return DSL.deleteFrom(staged)
                .where(part.ofStaged(staged).and(DSL.exists(DSL.selectOne().from(t).where(sameKey(staged, t).and(part.ofTable(t))))));
    }

    /** Stores what is left in the staging, of all parts. */
    Query insertNew() {
        Table<Record> table = schema.table();
        return DSL.insertInto(table, fields(table, schema.columns()))
                .select(DSL.select(fields(s, schema.columns())).from(s));
    }

    /** Takes the old state of the changed rows out. */
    Query deleteChanged() {
        Table<Record> table = schema.table();
        return DSL.deleteFrom(table)
                .where(part.ofTable(table).and(DSL.exists(DSL.selectOne().from(changed).where(sameKey(changed, table)))));
    }

    Query insertChanged() {
        Table<Record> table = schema.table();
        return DSL.insertInto(table, fields(table, schema.columns()))
                .select(DSL.select(fields(changed, schema.columns())).from(changed));
    }

    Query dropChanged() {
        return DSL.dropTable(changed);
    }

    List<Query> dropRepeated() {
        return List.of(DSL.dropTable(repeated), DSL.dropTable(firsts));
    }

    private Condition meets() {
        return sameKey(s, t).and(part.ofTable(t));
    }

    private String key() {
        return schema.key().getFirst().name();
    }

    private List<SelectField<?>> head(Table<Record> rows) {
        List<SelectField<?>> columns = new ArrayList<>();
        columns.addAll(List.of(StagedTable.file(rows), StagedTable.line(rows), StagedTable.sequence(rows)));
        columns.addAll(fields(rows, schema.key()));
        return columns;
    }

    /** What stays of a column when several rows of the batch have it. */
    private Field<?> kept(Column column) {
        Field<?> first = s.field(column.name());
        return policy == MergePolicy.FILL ? coalesce(t.field(column.name()), first) : first;
    }

    private Condition refusedInBatch(Column column) {
        return notEqual(d.field(column.name()), kept(column));
    }

    private Condition newOrChanged() {
        return t.field(key()).isNull().or(any(c -> changes(s, c)));
    }

    /** Whether the value of a row, being the first of the batch, changes that of the table. */
    private Condition changes(Table<Record> row, Column column) {
        Field<?> mine = row.field(column.name());
        Field<?> theirs = t.field(column.name());
        Condition fills = mine.isNotNull().and(theirs.isNull());
        return policy == MergePolicy.FILL ? fills : fills.or(notEqual(mine, theirs));
    }

    private Condition any(Function<Column, Condition> test) {
        return compared.isEmpty() ? DSL.falseCondition() : DSL.or(compared.stream().map(test).toList());
    }

    private static Condition differ(Table<Record> a, Table<Record> b, Column column) {
        return notEqual(a.field(column.name()), b.field(column.name()));
    }

    private static Condition sameKey(Table<?> a, Table<?> b, List<Column> key) {
        return DSL.and(key.stream().map(c -> equal(a.field(c.name()), b.field(c.name()))).toList());
    }

    private Condition sameKey(Table<?> a, Table<?> b) {
        return sameKey(a, b, schema.key());
    }

    private static List<Field<?>> fields(Table<?> table, List<Column> columns) {
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(table.field(column.name())));
        return fields;
    }

    private static Field<Long> rank(Table<?> table) {
        return table.field(RANK, Long.class);
    }

    private static Field<Long> first(Table<?> table, int value) {
        return table.field(FIRST + value, Long.class);
    }

    @SuppressWarnings("unchecked")
    private static Condition equal(Field<?> a, Field<?> b) {
        return ((Field<Object>) a).eq((Field<Object>) b);
    }

    @SuppressWarnings("unchecked")
    private static Condition notEqual(Field<?> a, Field<?> b) {
        return ((Field<Object>) a).ne((Field<Object>) b);
    }

    @SuppressWarnings("unchecked")
    private static Field<?> coalesce(Field<?> a, Field<?> b) {
        return DSL.coalesce((Field<Object>) a, (Field<Object>) b);
    }

    /**
     * A part of the staged rows, and where the table can have their keys: it spares reading the whole table.
     *
     * @param staged the condition on staged rows
     * @param table  the condition on rows of the table
     */
    record Part(Function<Table<?>, Condition> staged, Function<Table<?>, Condition> table) {

        /** All staged rows. */
        static final Part ALL = new Part(t -> DSL.noCondition(), t -> DSL.noCondition());

        Condition ofStaged(Table<?> rows) {
            return staged.apply(rows);
        }

        Condition ofTable(Table<?> rows) {
            return table.apply(rows);
        }
    }
}
