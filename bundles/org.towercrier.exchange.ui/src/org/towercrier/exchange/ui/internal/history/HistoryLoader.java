package org.towercrier.exchange.ui.internal.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jooq.Field;
import org.jooq.Record;
import org.towercrier.exchange.ui.internal.quarantine.QuarantineReportFile;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Reads the imports of a workspace, the latest first. */
final class HistoryLoader {

    private static final TableSchema BATCHES = TableSchema.of(MeasurementPackage.Literals.IMPORT_BATCH);

    private final Store store;

    HistoryLoader(Store store) {
        this.store = store;
    }

    List<BatchRow> load(Cancellation cancellation) throws StoreException, IOException {
        List<QuarantineReportFile> reports = QuarantineReportFile.list(store.info().location());
        return store.read(sql -> sql.selectFrom(BATCHES.table()).orderBy(BATCHES.field("id").desc())
                .fetch(row -> batch(row, reports)), cancellation);
    }

    private static BatchRow batch(Record row, List<QuarantineReportFile> reports) {
        Optional<Instant> time = Optional.ofNullable(row.get(BATCHES.field("time"), Instant.class));
        Optional<Path> report = time.flatMap(at -> reports.stream().filter(each -> each.belongsTo(at)).findFirst())
                .map(QuarantineReportFile::file);
        return new BatchRow((int) number(row, "id"), time, text(row, "user"), text(row, "format"),
                (int) number(row, "files"), (int) number(row, "refused"), number(row, "rows"), number(row, "stored"),
                number(row, "unchanged"), number(row, "quarantined"), number(row, "conflicts"), report);
    }

    private static long number(Record row, String column) {
        Field<?> field = BATCHES.field(column);
        Number value = (Number) row.get(field);
        return value == null ? 0 : value.longValue();
    }

    private static String text(Record row, String column) {
        Object value = row.get(BATCHES.field(column));
        return value == null ? "" : value.toString();
    }
}
