package org.towercrier.ui.table;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.table.RowIndex.SortKey;

/**
 * What a {@link PagedTable} shows, without a widget: the columns, how they are sorted and filtered, and the pages that are there.
 *
 * @param <R> what a row is made of
 */
final class PageModel<R> {

    private final List<TableColumn<R>> columns;
    private final UiMessages messages;
    private final Dates dates;
    private final NumberFormat[] formats;
    private final Map<Integer, String> filters = new TreeMap<>();
    private Optional<SortKey> sort = Optional.empty();
    private String words = "";
    private PageCache<R> cache = new PageCache<>(new PageQuery(List.of(), Optional.empty(), false, Map.of(), ""));

    PageModel(List<TableColumn<R>> columns, UiMessages messages, Dates dates) {
        this.columns = List.copyOf(columns);
        this.messages = messages;
        this.dates = dates;
        formats = new NumberFormat[columns.size()];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = NumberFormat.getNumberInstance(messages.numbers().locale());
            formats[i].setMinimumFractionDigits(columns.get(i).digits());
            formats[i].setMaximumFractionDigits(columns.get(i).digits());
        }
    }

    List<TableColumn<R>> columns() {
        return columns;
    }

    /** The number of a column, −1 when there is none of that id. */
    int column(String id) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    PageCache<R> cache() {
        return cache;
    }

    /** Shows other pages. */
    void show(PageCache<R> pages) {
        cache = pages;
    }

    Optional<SortKey> sort() {
        return sort;
    }

    void sort(Optional<SortKey> key) {
        sort = key;
    }

    String words() {
        return words;
    }

    void words(String text) {
        words = text;
    }

    String filter(int column) {
        return filters.getOrDefault(column, "");
    }

    void filter(int column, String text) {
        if (text.isBlank()) {
            filters.remove(column);
        } else {
            filters.put(column, text);
        }
    }

    void clearFilters() {
        filters.clear();
        words = "";
    }

    boolean isFiltered() {
        return !filters.isEmpty() || !words.isBlank();
    }

    /** What is asked for now. */
    PageQuery query(List<String> shown) {
        Map<String, String> byId = new TreeMap<>();
        filters.forEach((column, text) -> byId.put(columns.get(column).id(), text));
        return new PageQuery(shown, sort.map(key -> columns.get(key.column()).id()), sort.map(SortKey::descending).orElse(false), byId,
                words);
    }

    /** Value of a cell as it is shown; empty while it is not there. */
    Optional<String> text(int column, int line) {
        return cache.row(line).map(row -> text(column, columns.get(column).value().apply(row)));
    }

    private String text(int column, Object value) {
        boolean number = columns.get(column).type().isRightAligned();
        return switch (value) {
            case null -> number ? NumberFormats.ABSENT : "";
            case Double none when Double.isNaN(none) -> NumberFormats.ABSENT;
            case Number some -> formats[column].format(some);
            case Instant time -> dates.minute(time);
            default -> value.toString();
        };
    }

    /** How many rows there are, are shown and are selected. */
    String footer(int selected) {
        String shown = cache.size() < cache.total() ? messages.get("Table_Of", cache.size(), cache.total())
                : messages.number(cache.size());
        return selected > 0 ? messages.get("Table_Selected", shown, selected) : shown;
    }
}
