package org.towercrier.ui.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Some pages of the rows of one query, those that were looked at last.
 *
 * @param <R> what a row is made of
 */
final class PageCache<R> {

    private static final int MOST_PAGES = 50;

    private final PageQuery query;
    private final Map<Integer, List<R>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<R>> eldest) {
            return size() > MOST_PAGES;
        }
    };
    private long matching;
    private long total;

    PageCache(PageQuery query) {
        this.query = query;
    }

    PageQuery query() {
        return query;
    }

    /** How many rows there are to scroll through. */
    int size() {
        return (int) Math.min(matching, Integer.MAX_VALUE / TableLayers.ROW_HEIGHT);
    }

    /** How many rows there are without filters. */
    long total() {
        return total;
    }

    /** A row, absent while its page is not there. */
    Optional<R> row(int line) {
        List<R> page = line < 0 ? null : pages.get(line / PageSource.PAGE);
        int at = Math.floorMod(line, PageSource.PAGE);
        return page == null || at >= page.size() ? Optional.empty() : Optional.of(page.get(at));
    }

    /** The first page that is missing of those between two lines. */
    OptionalInt missing(int first, int last) {
        for (int page = Math.max(0, first) / PageSource.PAGE; page <= Math.min(last, size() - 1) / PageSource.PAGE && size() > 0; page++) {
            if (!pages.containsKey(page)) {
                return OptionalInt.of(page);
            }
        }
        return OptionalInt.empty();
    }

    /** Takes up a page. */
    void put(int page, PageSource.Rows<R> rows) {
        pages.put(page, rows.rows());
        matching = rows.matching();
        total = rows.total();
    }

    /** The rows of some lines, as far as they are there. */
    List<R> rows(int[] lines) {
        List<R> found = new ArrayList<>();
        for (int line : lines) {
            row(line).ifPresent(found::add);
        }
        return found;
    }
}
