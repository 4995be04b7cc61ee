package org.towercrier.store.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.emf.ecore.EcorePackage;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Staging;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.TableSchema.Column;

/** Tables come from the model's classes, and values come back as they were given. */
public abstract class SchemaConformance extends StoreConformance {

    private static final Instant BEFORE_1970 = Instant.parse("1969-12-31T23:59:59.999999Z");
    /** Does not exist as local time in Central Europe. */
    private static final Instant IN_THE_GAP = Instant.parse("2026-03-29T02:30:00.123456Z");

    private void writeThing(String id, Object... values) throws StoreException {
        store().write(tx -> {
            try (RowWriter row = tx.insert(model.thing())) {
                row.add(id);
                for (Object value : values) {
                    row.addObject(value);
                }
                row.endRow();
                return id;
            }
        });
    }

    @Test
    @DisplayName("features become columns of their type, references hold the key of the target")
    void columns() {
        assertEquals(List.of("id VARCHAR", "name VARCHAR", "height DOUBLE", "count INTEGER", "total BIGINT",
                "active BOOLEAN", "opened DATE", "seen TIMESTAMP", "level VARCHAR", "tags VARCHAR", "place VARCHAR"),
                thing.columns().stream().map(column -> column.name() + ' ' + column.type()).toList());
        assertEquals(List.of("object", "start", "period"), reading.key().stream().map(Column::name).toList());
        assertEquals("start", reading.time().orElseThrow().name());
        assertEquals(TableSchema.Kind.OBSERVATION, reading.kind());
        assertThrows(IllegalArgumentException.class, () -> TableSchema.of(model.rules("x").eClass()));
        assertThrows(IllegalArgumentException.class, () -> reading.field("missing"));
    }

    @Test
    @DisplayName("values of each type come back as they were given")
    void values() throws StoreException {
        writeThing("A", "塔 O'Neil \"1\"", 0.1, -5, Long.MAX_VALUE, true, LocalDate.of(1912, 2, 29), IN_THE_GAP, "HIGH",
                List.of("x", "y\"z"), null);
        writeThing("B", "", -0.0, null, null, false, null, BEFORE_1970);
        store().read(sql -> {
            Record a = sql.selectFrom(thing.table()).where(thing.field("id", String.class).eq("A")).fetchSingle();
            assertEquals("塔 O'Neil \"1\"", a.get(thing.field("name", String.class)));
            assertEquals(0.1, a.get(thing.field("height", Double.class)));
            assertEquals(-5, a.get(thing.field("count", Integer.class)));
            assertEquals(Long.MAX_VALUE, a.get(thing.field("total", Long.class)));
            assertEquals(true, a.get(thing.field("active", Boolean.class)));
            assertEquals(LocalDate.of(1912, 2, 29), a.get(thing.field("opened", LocalDate.class)));
            assertEquals(IN_THE_GAP, a.get(thing.field("seen", Instant.class)));
            assertEquals("HIGH", a.get(thing.field("level", String.class)));
            assertEquals("[\"x\",\"y\\\"z\"]", a.get(thing.field("tags", String.class)));
            Record b = sql.selectFrom(thing.table()).where(thing.field("seen", Instant.class).eq(BEFORE_1970)).fetchSingle();
            assertEquals("", b.get(thing.field("name", String.class)));
            assertEquals(null, b.get(thing.field("count", Integer.class)));
            assertEquals(null, b.get(thing.field("level", String.class)));
            return b;
        });
    }

    @Test
    @DisplayName("points in time are bound and compared in UTC")
    void instants() throws StoreException {
        writeThing("A", null, null, null, null, null, null, IN_THE_GAP);
        Table<Record> t = thing.table().as("x");
        assertEquals(1, store().read(sql -> sql.fetchCount(
                sql.selectFrom(t).where(thing.field(t, "seen", Instant.class).between(IN_THE_GAP, IN_THE_GAP.plusNanos(999))))));
        assertEquals("2026-03-29 02:30:00.123456",
                store().read(sql -> sql.select(thing.field("seen").cast(String.class)).from(thing.table()).fetchSingle().value1()));
        assertEquals(IN_THE_GAP, store().write(tx -> tx.sql()
                .update(thing.table()).set(thing.field("seen", Instant.class), IN_THE_GAP).execute() == 1
                        ? tx.sql().select(DSL.max(thing.field("seen", Instant.class))).from(thing.table()).fetchSingle().value1()
                        : Instant.EPOCH));
    }

    @Test
    @DisplayName("a value that is not a number is an absent one")
    void notANumber() throws StoreException {
        writeThing("A", "n", Double.NaN);
        assertEquals(List.of("A null"), rows(thing, "id", "height"));
    }

    @Test
    @DisplayName("a value that does not fit its column is refused")
    void misfits() {
        assertThrows(IllegalArgumentException.class, () -> writeThing("A", 5.0, 5.0, 5.0, 5.0, 5.0));
        assertThrows(ArithmeticException.class, () -> writeThing("A", "n", 5.0, 5_000_000_000L));
        assertThrows(IllegalArgumentException.class, () -> writeThing("A", "n", "high"));
        assertThrows(IllegalArgumentException.class, () -> writeThing("A", new Object[11]));
    }

    @Test
    @DisplayName("a later version of the model adds columns and tables, stored rows stay")
    void evolution() throws StoreException {
        writeThing("A", "old");
        model.attribute(model.thing(), "colour", EcorePackage.Literals.ESTRING);
        temporary.reopen().ensure(List.of(model.thing()));
        TableSchema newer = TableSchema.of(model.thing());
        store().write(tx -> {
            try (Staging staging = tx.stage(model.thing())) {
                RowWriter row = staging.rows().add("A");
                for (int i = 1; i < newer.columns().size() - 1; i++) {
                    row.addNull();
                }
                row.add("red").add(0).add(1L).endRow();
                return staging.merge(org.towercrier.store.MergePolicy.UPDATE);
            }
        });
        assertEquals(List.of("A old red"), rows(newer, "id", "name", "colour"));
    }

    @Test
    @DisplayName("numbers for new rows go on after the highest")
    void nextId() throws StoreException {
        assertThrows(IllegalArgumentException.class, () -> store().write(tx -> tx.nextId(model.thing())));
        org.eclipse.emf.ecore.EClass batch = new org.towercrier.fixture.TestModel().reading();
        batch.getEAnnotation(TableSchema.STORE).getDetails().put("key", "object");
        batch.getEAnnotation(TableSchema.STORE).getDetails().put("table", "numbered");
        assertEquals(1, store().write(tx -> tx.nextId(batch)));
        store().write(tx -> {
            try (RowWriter row = tx.insert(batch)) {
                row.add(41).endRow();
                return row.rows();
            }
        });
        assertEquals(42, store().write(tx -> tx.nextId(batch)));
    }
}
