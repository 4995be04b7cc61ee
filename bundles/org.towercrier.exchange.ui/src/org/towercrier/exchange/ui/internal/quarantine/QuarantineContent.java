package org.towercrier.exchange.ui.internal.quarantine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * What a report says.
 *
 * @param entries its rows in the order of the file, as many as were asked for
 * @param total how many there are
 * @param reasons counts by kind of reason over all rows, the most frequent first
 */
public record QuarantineContent(List<QuarantineEntry> entries, long total, List<ReasonCount> reasons) {

    /** So many rows are shown; all are counted. */
    public static final int LIMIT = 1_000_000;

    private static final int CHECK = 1 << 12;
    private static final int COLUMNS = 5;

    public QuarantineContent {
        entries = List.copyOf(entries);
        reasons = List.copyOf(reasons);
    }

    public boolean isComplete() {
        return entries.size() == total;
    }

    /**
     * Reads a report. The same texts occur over and over, so each is kept once.
     *
     * @param limit most rows to keep
     * @throws CancellationException when cancelled
     */
    public static QuarantineContent read(Path file, int limit, BooleanSupplier cancelled) throws IOException {
        List<QuarantineEntry> entries = new ArrayList<>();
        Map<String, String> shared = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        Reasons reasons = new Reasons();
        long total = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().allowMissingFields(true).allowExtraFields(true)
                .ofCsvRecord(file, StandardCharsets.UTF_8); CloseableIterator<CsvRecord> rows = reader.iterator()) {
            if (rows.hasNext()) {
                rows.next();
            }
            while (rows.hasNext()) {
                if (total % CHECK == 0 && cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                CsvRecord row = rows.next();
                String reason = shared.computeIfAbsent(field(row, 4), key -> key);
                String kind = reasons.add(reason, kinds);
                if (entries.size() < limit) {
                    entries.add(new QuarantineEntry(shared.computeIfAbsent(field(row, 0), key -> key),
                            line(field(row, 1)), shared.computeIfAbsent(field(row, 2), key -> key), field(row, 3),
                            reason, kind));
                }
                total++;
            }
        } catch (CsvParseException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        return new QuarantineContent(entries, total, reasons.counts());
    }

    private static String field(CsvRecord row, int column) {
        return column < Math.min(row.getFieldCount(), COLUMNS) ? row.getField(column) : "";
    }

    private static long line(String text) {
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException edited) {
            return 0;
        }
    }
}
