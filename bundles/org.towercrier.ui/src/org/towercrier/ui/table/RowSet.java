package org.towercrier.ui.table;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Severity;

/**
 * Rows and the stores of their columns, made ready on any thread so that the window only has to show them.
 *
 * @param <T> what a row is made of
 * @param columns the columns
 * @param rows the rows in the order of the data
 * @param stores a store for each column
 */
public record RowSet<T>(List<TableColumn<T>> columns, List<T> rows, List<ColumnStore> stores) {

    /** Reads all values of all rows; columns are read at the same time on several threads. */
    public static <T> RowSet<T> of(List<TableColumn<T>> columns, List<T> rows, UiMessages messages) {
        List<T> fixed = List.copyOf(rows);
        List<ColumnStore> stores = columns.parallelStream().map(column -> store(column, fixed, messages)).toList();
        return new RowSet<>(List.copyOf(columns), fixed, stores);
    }

    private static <T> ColumnStore store(TableColumn<T> column, List<T> rows, UiMessages messages) {
        return switch (column.type()) {
            case NUMBER, INTEGER -> numbers(column, rows);
            case TIME -> times(column, rows);
            case SEVERITY -> severities(column, rows, messages);
            case TEXT -> ColumnStore.Words.sorted(words(column, rows), messages.numbers().locale());
            case CHOICE -> column.choices().isEmpty()
                    ? ColumnStore.Words.sorted(words(column, rows), messages.numbers().locale())
                    : ColumnStore.Words.ordered(words(column, rows), column.choices());
        };
    }

    private static <T> ColumnStore numbers(TableColumn<T> column, List<T> rows) {
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.value().apply(rows.get(row)) instanceof Number number ? number.doubleValue()
                    : Double.NaN;
        }
        return new ColumnStore.Numbers(values);
    }

    private static <T> ColumnStore times(TableColumn<T> column, List<T> rows) {
        long[] millis = new long[rows.size()];
        for (int row = 0; row < millis.length; row++) {
            millis[row] = column.value().apply(rows.get(row)) instanceof Instant instant ? instant.toEpochMilli()
                    : ColumnStore.Times.ABSENT;
        }
        return new ColumnStore.Times(millis);
    }

    private static <T> ColumnStore severities(TableColumn<T> column, List<T> rows, UiMessages messages) {
        List<String> labels = severityLabels(messages);
        String[] words = new String[rows.size()];
        Arrays.fill(words, "");
        for (int row = 0; row < words.length; row++) {
            if (column.value().apply(rows.get(row)) instanceof Severity severity) {
                words[row] = labels.get(severity.ordinal());
            }
        }
        return ColumnStore.Words.ordered(words, labels);
    }

    /** Names of the severities from worst to best; the code of a severity in its store is its ordinal. */
    static List<String> severityLabels(UiMessages messages) {
        return Arrays.stream(Severity.values()).map(severity -> messages.get(severity.labelKey())).toList();
    }

    private static <T> String[] words(TableColumn<T> column, List<T> rows) {
        String[] words = new String[rows.size()];
        for (int row = 0; row < words.length; row++) {
            words[row] = column.value().apply(rows.get(row)) instanceof String word ? word : "";
        }
        return words;
    }

    /** Number of the column with an id, −1 when there is none. */
    public int column(String id) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

}
