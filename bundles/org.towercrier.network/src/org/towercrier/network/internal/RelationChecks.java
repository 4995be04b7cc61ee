package org.towercrier.network.internal;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableLike;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage.Literals;
import org.towercrier.network.Inconsistency;
import org.towercrier.network.Inconsistency.Kind;
import org.towercrier.store.TableSchema;

/** Checks that compare tables with one another, done by the engine. */
final class RelationChecks {

    private static final TableSchema CELL = TableSchema.of(Literals.CELL);
    private static final TableSchema NEIGHBOUR = TableSchema.of(Literals.NEIGHBOUR_RELATION);
    private static final TableSchema OBJECT = TableSchema.of(MeasurementPackage.Literals.MANAGED_OBJECT);

    private final DSLContext sql;
    private final Findings findings;

    RelationChecks(DSLContext sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    long neighbours() {
        return sql.fetchCount(NEIGHBOUR.table());
    }

    void run() {
        checkNeighbours();
        checkMeasured();
    }

    private void checkNeighbours() {
        Table<Record> relation = NEIGHBOUR.table().as("r");
        Field<String> source = text(relation, "source");
        Field<String> target = text(relation, "target");
        Condition bothKnown = known(source).and(known(target));
        report(Kind.UNKNOWN_NEIGHBOUR, target, relation, bothKnown.not());
        Table<Record> back = NEIGHBOUR.table().as("b");
        report(Kind.ONE_WAY_NEIGHBOUR, source, relation, bothKnown.and(notExists(selectOne().from(back)
                .where(text(back, "source").eq(target)).and(text(back, "target").eq(source)))));
        Table<Record> first = CELL.table().as("a");
        Table<Record> second = CELL.table().as("c");
        report(Kind.NEIGHBOURS_WITH_SAME_PCI, source,
                relation.join(first).on(text(first, "id").eq(source)).join(second).on(text(second, "id").eq(target)),
                number(first, "pci").eq(number(second, "pci"))
                        .and(number(first, "channelNumber").eq(number(second, "channelNumber")))
                        .and(source.lt(target)));
    }

    private void checkMeasured() {
        Table<Record> object = OBJECT.table().as("o");
        Field<String> measured = text(object, "cell");
        report(Kind.MEASURED_BUT_UNKNOWN, text(object, "name"), object, measured.isNull().or(known(measured).not()));
        if (sql.fetchExists(OBJECT.table())) {
            Table<Record> cell = CELL.table().as("c");
            report(Kind.NEVER_MEASURED, text(cell, "id"), cell,
                    notExists(selectOne().from(object).where(measured.eq(text(cell, "id")))));
        }
    }

    private static Condition known(Field<String> cell) {
        Table<Record> known = CELL.table().as("k");
        return org.jooq.impl.DSL.exists(selectOne().from(known).where(text(known, "id").eq(cell)));
    }

    private void report(Kind kind, Field<String> example, TableLike<?> from, Condition wrong) {
        long count = sql.selectCount().from(from).where(wrong).fetchSingle(0, Long.class);
        if (count > 0) {
            findings.add(kind, count, sql.selectDistinct(example).from(from).where(wrong).orderBy(example)
                    .limit(Inconsistency.EXAMPLES).fetch(example));
        }
    }

    private static Field<String> text(Table<Record> table, String column) {
        return table.field(column, String.class);
    }

    private static Field<Integer> number(Table<Record> table, String column) {
        return table.field(column, Integer.class);
    }
}
