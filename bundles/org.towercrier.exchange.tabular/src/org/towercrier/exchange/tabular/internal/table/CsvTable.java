package org.towercrier.exchange.tabular.internal.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.table.TextEncoding.Content;
import org.towercrier.exchange.tabular.internal.value.NumberStyle;
import org.towercrier.exchange.tabular.internal.value.Numbers;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** A text file of separated values. Quoted values may span lines; line ends may be mixed; empty lines are no rows. */
public final class CsvTable implements Table {

    /** Lines before the header that a maker may put there: titles, dates of the export, a signature. */
    private static final int PREAMBLE = 25;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> rows;
    private final List<String> header;
    private final List<CsvRecord> pending = new ArrayList<>();
    private CsvRecord row;
    private int width;

    private CsvTable(CsvReader<CsvRecord> reader, CloseableIterator<CsvRecord> rows, List<String> header, Optional<CsvRecord> first) {
        this.reader = reader;
        this.rows = rows;
        this.header = header;
        first.ifPresent(pending::add);
    }

    /**
     * Opens a file.
     *
     * @param headerRow number of the header row from 1, 0 for none, negative to find it
     * @param bytes told how far the reading is
     * @throws ImportRefusedException when there is no such row, or a quote is never closed
     */
    public static CsvTable open(Content content, CsvDialect dialect, int headerRow, LongConsumer bytes)
            throws IOException, ImportRefusedException {
        Reader text = CsvDialect.reader(() -> new CountingInputStream(content.open(), bytes), dialect.encoding());
        CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(dialect.delimiter()).skipEmptyLines(false).allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true).allowUnclosedQuote(false).ofCsvRecord(text);
        CloseableIterator<CsvRecord> rows = reader.iterator();
        try {
            return headerRow < 0 ? find(reader, rows, dialect) : numbered(reader, rows, headerRow, dialect);
        } catch (CsvParseException e) {
            reader.close();
            throw refused(e);
        } catch (ImportRefusedException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static CsvTable numbered(CsvReader<CsvRecord> reader, CloseableIterator<CsvRecord> rows, int headerRow, CsvDialect dialect)
            throws ImportRefusedException {
        for (int i = 1; rows.hasNext(); i++) {
            CsvRecord row = rows.next();
            if (headerRow == 0) {
                if (!empty(row)) {
                    int width = Math.max(row.getFieldCount(), dialect.width());
                    return new CsvTable(reader, rows, Headers.numbers(width), Optional.of(row));
                }
            } else if (i == headerRow) {
                return new CsvTable(reader, rows, Headers.unique(row.getFields()), Optional.empty());
            }
        }
        if (headerRow > 1) {
            throw new ImportRefusedException(Messages.of("table.no-header-row", headerRow));
        }
        return new CsvTable(reader, rows, List.of(), Optional.empty());
    }

    /**
     * The header is the first row of the usual width that holds no number; when the first such row holds numbers there is none. Spreadsheets fill the lines of a title
     * up with empty values, so a row that is mostly empty is passed over.
     */
    private static CsvTable find(CsvReader<CsvRecord> reader, CloseableIterator<CsvRecord> rows, CsvDialect dialect) {
        for (int i = 0; i < PREAMBLE && rows.hasNext(); i++) {
            CsvRecord row = rows.next();
            if (!empty(row) && row.getFieldCount() == dialect.width() && mostlyFilled(row)) {
                return looksLikeHeader(row.getFields()) ? new CsvTable(reader, rows, Headers.unique(row.getFields()), Optional.empty())
                        : new CsvTable(reader, rows, Headers.numbers(row.getFieldCount()), Optional.of(row));
            }
        }
        return new CsvTable(reader, rows, List.of(), Optional.empty());
    }

    private static boolean mostlyFilled(CsvRecord row) {
        return row.getFields().stream().filter(value -> !value.isBlank()).count() * 2 > row.getFieldCount();
    }

    /** No value of a header is a number, and not all of them are empty. */
    public static boolean looksLikeHeader(List<String> values) {
        boolean any = false;
        for (String value : values) {
            if (!value.isBlank()) {
                any = true;
                if (!Double.isNaN(Numbers.parse(value.strip(), NumberStyle.POINT))) {
                    return false;
                }
            }
        }
        return any;
    }

    private static boolean empty(CsvRecord row) {
        return row.getFieldCount() <= 1 && (row.getFieldCount() == 0 || row.getField(0).isBlank());
    }

    private static ImportRefusedException refused(CsvParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String text = cause.getMessage() == null ? e.getMessage() : cause.getMessage();
        return new ImportRefusedException(Messages.of("csv.broken", text));
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean next() throws IOException, ImportRefusedException {
        try {
            do {
                if (!pending.isEmpty()) {
                    row = pending.remove(0);
                } else if (rows.hasNext()) {
                    row = rows.next();
                } else {
                    return false;
                }
            } while (empty(row));
        } catch (CsvParseException e) {
            throw refused(e);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        width = row.getFieldCount();
        while (width > header.size() && row.getField(width - 1).isBlank()) {
            width--;
        }
        return true;
    }

    @Override
    public long line() {
        return row.getStartingLineNumber();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String text(int column) {
        return column < row.getFieldCount() ? row.getField(column) : "";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
