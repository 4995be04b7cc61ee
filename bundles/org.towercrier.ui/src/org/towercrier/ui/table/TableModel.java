package org.towercrier.ui.table;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.RowIndex.SortKey;
import org.towercrier.ui.theme.Severity;

/**
 * What a table shows, without a widget: rows, the index over them, the filters as they were typed, and values written
 * for people.
 *
 * @param <T> what a row is made of
 */
final class TableModel<T> {

    private final List<TableColumn<T>> columns;
    private final UiMessages messages;
    private final Dates dates;
    private final FilterParser parser;
    private final NumberFormat[] formats;
    private final Map<Integer, String> filterTexts = new TreeMap<>();
    private RowSet<T> rows;
    private RowIndex index;
    private String quickFilter = "";

    TableModel(List<TableColumn<T>> columns, UiMessages messages, Dates dates) {
        this.columns = List.copyOf(columns);
        this.messages = messages;
        this.dates = dates;
        Locale locale = messages.numbers().locale();
        parser = new FilterParser(dates.zone(), locale);
        formats = new NumberFormat[columns.size()];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = NumberFormat.getNumberInstance(locale);
            formats[i].setMinimumFractionDigits(columns.get(i).digits());
            formats[i].setMaximumFractionDigits(columns.get(i).digits());
        }
        rows = RowSet.of(this.columns, List.of(), messages);
        index = new RowIndex(rows.stores());
    }

    List<TableColumn<T>> columns() {
        return columns;
    }

    RowIndex index() {
        return index;
    }

    /** Takes other rows; sorting, filters and grouping stay as they were. */
    void setRows(RowSet<T> newRows) {
        RowIndex old = index;
        rows = newRows;
        index = new RowIndex(rows.stores());
        index.sort(old.sort());
        old.groupColumn().ifPresent(index::groupBy);
        applyFilters();
        index.quickFilter(quickFilter);
    }

    T object(int row) {
        return rows.rows().get(row);
    }

    List<T> objects() {
        return rows.rows();
    }

    int column(String id) {
        return rows.column(id);
    }

    /** Sorts by a column; with {@code add} after those sorted by already. Absent direction takes the column out. */
    void sort(int column, Optional<Boolean> descending, boolean add) {
        List<SortKey> keys = new ArrayList<>(add ? index.sort() : List.of());
        keys.removeIf(key -> key.column() == column);
        descending.ifPresent(down -> keys.add(new SortKey(column, down)));
        index.sort(keys);
    }

    void quickFilter(String text) {
        quickFilter = text;
        index.quickFilter(text);
    }

    String quickFilter() {
        return quickFilter;
    }

    /** What is typed into the filter of a column; the empty text when nothing is. */
    String filterText(int column) {
        return filterTexts.getOrDefault(column, "");
    }

    /** What is typed into the filters, by the ids of their columns. */
    Map<String, String> filters() {
        Map<String, String> typed = new TreeMap<>();
        filterTexts.forEach((column, text) -> typed.put(columns.get(column).id(), text));
        return typed;
    }

    /** Filters a column by what was typed; a text that says nothing filters nothing. */
    void filter(int column, String text) {
        if (text.isBlank()) {
            filterTexts.remove(column);
        } else {
            filterTexts.put(column, text);
        }
        applyFilters();
    }

    void clearFilters() {
        filterTexts.clear();
        applyFilters();
        quickFilter("");
    }

    /** Whether the filter of a column is typed but cannot be understood. */
    boolean isFilterBad(int column) {
        String text = filterText(column);
        return !text.isBlank() && parser.parse(columns.get(column).type(), text).isEmpty();
    }

    private void applyFilters() {
        Map<Integer, ColumnFilter> filters = new TreeMap<>();
        filterTexts.forEach((column, text) -> parser.parse(columns.get(column).type(), text)
                .ifPresent(filter -> filters.put(column, filter)));
        index.filter(filters);
    }

    /** Words to choose from in the filter of a column, in their order. */
    List<String> choices(int column) {
        if (!(rows.stores().get(column) instanceof ColumnStore.Words words)) {
            return List.of();
        }
        String[] ordered = new String[words.words().length];
        for (int code = 0; code < ordered.length; code++) {
            ordered[words.ranks()[code]] = words.words()[code];
        }
        return List.of(ordered);
    }

    /** Value of a cell as it is shown; an en dash for numbers that are not there. */
    String text(int column, int row) {
        return switch (rows.stores().get(column)) {
            case ColumnStore.Words words -> words.word(row);
            case ColumnStore.Times times -> times.isAbsent(row) ? ""
                    : dates.minute(Instant.ofEpochMilli(times.millis()[row]));
            case ColumnStore.Numbers numbers -> numbers.isAbsent(row) ? NumberFormats.ABSENT
                    : formats[column].format(numbers.values()[row]);
        };
    }

    /** Value of a cell for other programs: numbers with a decimal point and no separators, times in ISO with offset. */
    String raw(int column, int row) {
        return switch (rows.stores().get(column)) {
            case ColumnStore.Words words -> words.word(row);
            case ColumnStore.Times times -> times.isAbsent(row) ? ""
                    : Instant.ofEpochMilli(times.millis()[row]).atZone(dates.zone()).toOffsetDateTime().toString();
            case ColumnStore.Numbers numbers -> numbers.isAbsent(row) ? "" : plain(column, numbers.values()[row]);
        };
    }

    private String plain(int column, double value) {
        return columns.get(column).type() == ColumnType.INTEGER ? Long.toString(Math.round(value))
                : Double.toString(value);
    }

    /** Severity whose mark a cell bears: that of a severity column, or one that its column gives to the row. */
    Optional<Severity> severity(int column, int row) {
        TableColumn<T> about = columns.get(column);
        return about.type() == ColumnType.SEVERITY && rows.stores().get(column) instanceof ColumnStore.Words words
                ? Severity.at(words.codes()[row])
                : about.mark().apply(rows.rows().get(row));
    }

    /** Title of a group. */
    String groupTitle(int group) {
        RowIndex.Group about = index.group(group);
        OptionalInt column = index.groupColumn();
        String word = column.isEmpty() ? "" : text(column.getAsInt(), about.firstRow());
        return (word.isEmpty() ? messages.get("Table_NoValue") : word) + "   " + messages.number(about.count());
    }

    /** How many rows there are, are shown and are selected: "1,204 of 98,311, 3 selected". */
    String footer(int selected) {
        String shown = index.isFiltered() ? messages.get("Table_Of", index.matching(), index.total())
                : messages.number(index.total());
        return selected > 0 ? messages.get("Table_Selected", shown, selected) : shown;
    }
}
