package org.towercrier.ui.table;

import java.io.IOException;
import java.util.List;

/**
 * Writes rows of a {@link PagedTable} as CSV (RFC 4180) in the columns that were shown when it was made, on any thread: numbers with a decimal point, texts that a
 * spreadsheet would run as a formula neutralised.
 *
 * @param <R> what a row is made of
 */
public final class PageExport<R> {

    private final List<TableColumn<R>> columns;

    PageExport(List<TableColumn<R>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Writes the line with the names of the columns. */
    public void header(Appendable out) throws IOException {
        CsvWriter.write(out, columns.stream().map(PageExport::head).toList(), List.of());
    }

    private static String head(TableColumn<?> column) {
        return column.unit().isEmpty() ? column.label() : column.label() + " [" + column.unit() + "]";
    }

    /** Writes some rows. */
    public void rows(Appendable out, List<R> rows) throws IOException {
        for (R row : rows) {
            CsvWriter.line(out, columns.stream().map(column -> field(column, column.value().apply(row))).toList());
        }
    }

    private static CsvWriter.Field field(TableColumn<?> column, Object value) {
        boolean absent = value == null || value instanceof Double number && number.isNaN();
        return new CsvWriter.Field(absent ? "" : String.valueOf(value), column.type().isRightAligned());
    }
}
