package org.towercrier.exchange.ui.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestStores;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

class HistoryLoaderTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00.123456Z");

    @Test
    void importsAreListedLatestFirstWithTheirReport() throws StoreException, IOException {
        try (TemporaryStore temporary = TestStores.temporary(MeasurementPackage.eINSTANCE)) {
            temporary.store().write(tx -> {
                try (RowWriter rows = tx.insert(MeasurementPackage.Literals.IMPORT_BATCH)) {
                    batch(rows, 1, MONDAY, 4);
                    batch(rows, 2, MONDAY.plusSeconds(60), null);
                }
                return null;
            });
            Path folder = Files.createDirectories(temporary.store().info().location().resolve("quarantine"));
            Path report = Files.createFile(folder.resolve("import-20261116-080000-123.csv"));
            List<BatchRow> batches = new HistoryLoader(temporary.store()).load(Cancellation.none());
            assertEquals(List.of(2, 1), batches.stream().map(BatchRow::id).toList());
            assertEquals(new BatchRow(1, Optional.of(MONDAY), "operator", "3gpp-xml", 3, 0, 100, 90, 0, 4, 0,
                    Optional.of(report)), batches.getLast());
            assertEquals(Optional.empty(), batches.getFirst().report());
            assertEquals(0, batches.getFirst().quarantined());
        }
    }

    private static void batch(RowWriter rows, int id, Instant time, Integer quarantined) throws StoreException {
        for (TableSchema.Column column : TableSchema.of(MeasurementPackage.Literals.IMPORT_BATCH).columns()) {
            rows.addObject(switch (column.name()) {
                case "id" -> id;
                case "time" -> time;
                case "user" -> "operator";
                case "format" -> "3gpp-xml";
                case "files" -> 3;
                case "rows" -> 100L;
                case "stored" -> 90L;
                case "quarantined" -> quarantined == null ? null : Long.valueOf(quarantined);
                default -> null;
            });
        }
        rows.endRow();
    }
}
