package org.towercrier.store.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.store.MergeOutcome;
import org.towercrier.store.MergeOutcome.Conflict;
import org.towercrier.store.MergeOutcome.Counts;
import org.towercrier.store.MergePolicy;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Staging;
import org.towercrier.store.StoreException;

/** How staged rows are merged. */
public abstract class MergeConformance extends StoreConformance {

    private static final int BATCH = 7;

    /** A reading of object 1 in the period {@code quarter} after noon. */
    private static void reading(RowWriter rows, int quarter, Double load, Double users, int file, long line)
            throws StoreException {
        rows.add(1).addMicros(micros(NOON.plusSeconds(quarter * (long) QUARTER))).add(QUARTER).add(false).add(BATCH)
                .addObject(load).addObject(users).addNull().add(file).add(line).endRow();
    }

    private static void thing(RowWriter rows, String id, String name, Double height, int file, long line)
            throws StoreException {
        rows.add(id).add(name).addObject(height);
        for (int column = 3; column < 11; column++) {
            rows.addNull();
        }
        rows.add(file).add(line).endRow();
    }

    private MergeOutcome merge(EClass type, MergePolicy policy, Fill fill) throws StoreException {
        return store().write(tx -> {
            try (Staging staging = tx.stage(type)) {
                fill.into(staging);
                return staging.merge(policy);
            }
        });
    }

    private MergeOutcome fill(Fill fill) throws StoreException {
        return merge(model.reading(), MergePolicy.FILL, fill);
    }

    private MergeOutcome update(Fill fill) throws StoreException {
        return merge(model.thing(), MergePolicy.UPDATE, fill);
    }

    /** Stages rows. */
    private interface Fill {

        void into(Staging staging) throws StoreException;
    }

    @Test
    @DisplayName("new observations are stored and counted by file")
    void newObservations() throws StoreException {
        MergeOutcome outcome = fill(staging -> {
            reading(staging.rows(), 0, 1.0, null, 0, 2);
            reading(staging.rows(), 1, 2.0, null, 0, 3);
            reading(staging.rows(), 2, 3.0, 4.0, 5, 2);
        });
        assertEquals(Map.of(0, new Counts(2, 2, 0, 0), 5, new Counts(1, 1, 0, 0)), outcome.byFile());
        assertEquals(List.of(), outcome.conflicts());
        assertEquals(List.of("2026-03-01T12:00:00Z 1.0 null", "2026-03-01T12:15:00Z 2.0 null",
                "2026-03-01T12:30:00Z 3.0 4.0"), rows(reading, "start", "load", "users"));
        assertEquals(List.of("[reading]"), events);
    }

    @Test
    @DisplayName("the same file once more changes nothing, whatever the number of its batch")
    void sameFileAgain() throws StoreException {
        fill(staging -> {
            reading(staging.rows(), 0, 1.0, null, 0, 2);
            reading(staging.rows(), 1, 2.5, 4.0, 0, 3);
        });
        MergeOutcome again = fill(staging -> {
            reading(staging.rows(), 0, 1.0, null, 0, 2);
            staging.rows().add(1).addMicros(micros(NOON.plusSeconds(QUARTER))).add(QUARTER).add(false).add(BATCH + 1)
                    .add(2.5).add(4.0).addNull().add(0).add(3L).endRow();
        });
        assertEquals(new Counts(2, 0, 2, 0), again.total());
        assertEquals(List.of("7 1.0", "7 2.5"), rows(reading, "batch", "load"));
    }

    @Test
    @DisplayName("absent values of stored observations are filled")
    void fillsAbsentValues() throws StoreException {
        fill(staging -> reading(staging.rows(), 0, 1.0, null, 0, 2));
        MergeOutcome outcome = fill(staging -> reading(staging.rows(), 0, null, 9.0, 0, 2));
        assertEquals(new Counts(1, 1, 0, 0), outcome.total());
        assertEquals(List.of("1.0 9.0"), rows(reading, "load", "users"));
    }

    @Test
    @DisplayName("a different value is a conflict, the stored one is kept, other columns are still filled")
    void conflictKeepsStored() throws StoreException {
        fill(staging -> reading(staging.rows(), 0, 1.0, null, 0, 2));
        MergeOutcome outcome = fill(staging -> reading(staging.rows(), 0, 1.5, 9.0, 3, 12));
        assertEquals(Map.of(3, new Counts(1, 0, 0, 1)), outcome.byFile());
        assertEquals(List.of(new Conflict(3, 12, "1/2026-03-01T12:00:00Z/900", "load", "1", "1.5")), outcome.conflicts());
        assertEquals(List.of("1.0 9.0"), rows(reading, "load", "users"));
    }

    @Test
    @DisplayName("parts of one observation in several files of a batch become one row")
    void partsOfOneRow() throws StoreException {
        MergeOutcome outcome = fill(staging -> {
            reading(staging.rows(), 0, null, 9.0, 1, 2);
            reading(staging.rows(), 0, 1.0, null, 0, 2);
            reading(staging.rows(), 1, 1.0, 1.0, 0, 3);
        });
        assertEquals(Map.of(0, new Counts(2, 2, 0, 0), 1, new Counts(1, 1, 0, 0)), outcome.byFile());
        assertEquals(List.of("1.0 1.0", "1.0 9.0"), rows(reading, "load", "users"));
    }

    @Test
    @DisplayName("within a batch the earlier file and line wins, whatever the order of arrival")
    void earlierLineWins() throws StoreException {
        MergeOutcome outcome = fill(staging -> {
            reading(staging.rows(), 0, 3.0, null, 1, 1);
            reading(staging.rows(), 0, 2.0, null, 0, 9);
            reading(staging.rows(), 0, 1.0, null, 0, 4);
            reading(staging.rows(), 0, 1.0, null, 1, 2);
        });
        assertEquals(Map.of(0, new Counts(2, 1, 0, 1), 1, new Counts(2, 0, 1, 1)), outcome.byFile());
        assertEquals(List.of(new Conflict(0, 9, "1/2026-03-01T12:00:00Z/900", "load", "1", "2"),
                new Conflict(1, 1, "1/2026-03-01T12:00:00Z/900", "load", "1", "3")), outcome.conflicts());
        assertEquals(List.of("1.0"), rows(reading, "load"));
    }

    @Test
    @DisplayName("repeated keys are measured against the stored row, too")
    void repeatedAgainstStored() throws StoreException {
        fill(staging -> reading(staging.rows(), 0, 1.0, null, 0, 1));
        MergeOutcome outcome = fill(staging -> {
            reading(staging.rows(), 0, 2.0, null, 0, 1);
            reading(staging.rows(), 0, 1.0, 5.0, 0, 2);
            reading(staging.rows(), 0, 1.0, 5.0, 0, 3);
        });
        assertEquals(new Counts(3, 1, 1, 1), outcome.total());
        assertEquals(List.of("1.0 5.0"), rows(reading, "load", "users"));
    }

    @Test
    @DisplayName("newer inventory values replace stored ones, absent ones do not")
    void inventoryIsUpdated() throws StoreException {
        update(staging -> thing(staging.rows(), "A", "old", 10.0, 0, 2));
        MergeOutcome outcome = update(staging -> {
            thing(staging.rows(), "A", "new", null, 0, 2);
            thing(staging.rows(), "B", "other", 1.0, 0, 3);
        });
        assertEquals(new Counts(2, 2, 0, 0), outcome.total());
        assertEquals(List.of("A new 10.0", "B other 1.0"), rows(thing, "id", "name", "height"));
        assertEquals(new Counts(1, 0, 1, 0),
                update(staging -> thing(staging.rows(), "A", "new", 10.0, 0, 2)).total());
    }

    @Test
    @DisplayName("two different rows of one thing in one batch are a conflict, equal ones are not")
    void inventoryConflictInBatch() throws StoreException {
        update(staging -> thing(staging.rows(), "A", "old", 10.0, 0, 2));
        MergeOutcome outcome = update(staging -> {
            thing(staging.rows(), "A", "first", 10.0, 0, 2);
            thing(staging.rows(), "A", "second", 10.0, 0, 3);
            thing(staging.rows(), "A", "first", 10.0, 0, 4);
        });
        assertEquals(new Counts(3, 1, 1, 1), outcome.total());
        assertEquals(List.of(new Conflict(0, 3, "A", "name", "first", "second")), outcome.conflicts());
        assertEquals(List.of("A first 10.0"), rows(thing, "id", "name", "height"));
    }

    @Test
    @DisplayName("a discarded file leaves nothing, not even in the counts")
    void discardedFile() throws StoreException {
        MergeOutcome outcome = fill(staging -> {
            reading(staging.rows(), 0, 1.0, null, 0, 1);
            reading(staging.rows(), 0, 2.0, null, 1, 1);
            reading(staging.rows(), 1, 2.0, null, 1, 2);
            staging.discard(1);
        });
        assertEquals(Map.of(0, new Counts(1, 1, 0, 0)), outcome.byFile());
        assertEquals(List.of("1.0"), rows(reading, "load"));
    }

    @Test
    @DisplayName("a row without a complete key is refused")
    void incompleteKey() throws StoreException {
        MergeOutcome outcome = fill(staging -> {
            reading(staging.rows(), 0, 1.0, null, 0, 1);
            staging.rows().addNull().addMicros(micros(NOON)).add(QUARTER).addNull().addNull().add(5.0).addNull().addNull()
                    .add(0).add(2L).endRow();
        });
        assertEquals(new Counts(2, 1, 0, 1), outcome.total());
        assertEquals(List.of(new Conflict(0, 2, "/2026-03-01T12:00:00Z/900", "", "", "")), outcome.conflicts());
    }

    @Test
    @DisplayName("a staging can be filled and merged several times in one change")
    void mergedTwice() throws StoreException {
        store().write(tx -> {
            try (Staging staging = tx.stage(model.reading())) {
                reading(staging.rows(), 0, 1.0, null, 0, 1);
                assertEquals(1, staging.merge(MergePolicy.FILL).total().stored());
                reading(staging.rows(), 0, 1.0, null, 1, 1);
                reading(staging.rows(), 1, 1.0, null, 1, 2);
                assertEquals(Map.of(1, new Counts(2, 1, 1, 0)), staging.merge(MergePolicy.FILL).byFile());
                assertEquals(Map.of(), staging.merge(MergePolicy.FILL).byFile());
                return staging;
            }
        });
        assertEquals(List.of("1.0", "1.0"), rows(reading, "load"));
    }

    @Test
    @DisplayName("what was staged but not merged is not stored")
    void notMerged() throws StoreException {
        store().write(tx -> {
            Staging staging = tx.stage(model.reading());
            reading(staging.rows(), 0, 1.0, null, 0, 1);
            return staging.schema();
        });
        assertEquals(List.of(), rows(reading, "load"));
    }

    @Test
    @DisplayName("a staged row without file and line is a mistake that is told")
    void rowWithoutPlace() {
        assertThrows(IllegalStateException.class, () -> fill(staging -> staging.rows().add(1).endRow()));
    }

    @Test
    @DisplayName("all conflicts are counted, the first ten thousand are listed in order")
    void manyConflicts() throws StoreException {
        int many = MergeOutcome.MAX_CONFLICTS + 500;
        fill(staging -> {
            for (int i = 0; i < many; i++) {
                reading(staging.rows(), i, 1.0, null, 0, i);
            }
        });
        MergeOutcome outcome = fill(staging -> {
            for (int i = many - 1; i >= 0; i--) {
                reading(staging.rows(), i, 2.0, null, 0, i);
            }
        });
        assertEquals(new Counts(many, 0, 0, many), outcome.total());
        assertEquals(MergeOutcome.MAX_CONFLICTS, outcome.conflicts().size());
        for (int i = 0; i < MergeOutcome.MAX_CONFLICTS; i++) {
            assertEquals(i, outcome.conflicts().get(i).line());
        }
    }

    @Test
    @DisplayName("a batch too big to be compared at once is merged in parts, with the same result")
    void bigBatch() throws StoreException {
        int many = 1_200_000;
        fill(staging -> {
            for (int i = 0; i < many; i += 3) {
                reading(staging.rows(), i, 1.0, null, 0, i);
            }
        });
        MergeOutcome outcome = fill(staging -> {
            for (int i = 0; i < many; i++) {
                reading(staging.rows(), i, i % 6 == 0 ? 2.0 : 1.0, i % 6 == 3 ? 5.0 : null, 1, i);
            }
            for (int i = 0; i < many; i += 60_000) {
                reading(staging.rows(), i, 7.0, null, 2, i);
                reading(staging.rows(), i + 1, 1.0, 8.0, 3, i);
            }
        });
        int repeated = many / 60_000;
        assertEquals(new Counts(many, many - many / 6, 0, many / 6), outcome.byFile().get(1));
        assertEquals(new Counts(repeated, 0, 0, repeated), outcome.byFile().get(2));
        assertEquals(new Counts(repeated, repeated, 0, 0), outcome.byFile().get(3));
        assertEquals(MergeOutcome.MAX_CONFLICTS, outcome.conflicts().size());
        assertEquals(54, outcome.conflicts().get(9).line());
        assertEquals("1", outcome.conflicts().get(9).kept());
        assertEquals(List.of(many, many / 6, repeated), store().read(sql -> List.of(sql.fetchCount(reading.table()),
                sql.fetchCount(reading.table(), reading.field("users", Double.class).eq(5.0)),
                sql.fetchCount(reading.table(), reading.field("users", Double.class).eq(8.0)))));
    }

    @Test
    @DisplayName("several tables are merged in one change, and one event tells of them")
    void severalTables() throws StoreException {
        store().write(tx -> {
            try (Staging things = tx.stage(model.thing()); Staging readings = tx.stage(model.reading())) {
                thing(things.rows(), "A", "a", 1.0, 0, 1);
                reading(readings.rows(), 0, 1.0, null, 0, 1);
                things.merge(MergePolicy.UPDATE);
                return readings.merge(MergePolicy.FILL);
            }
        });
        assertTrue(events.contains("[reading, thing]"), events.toString());
        assertEquals(1, events.size());
    }
}
