package org.towercrier.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** The pages that a table of any length keeps. */
class PageCacheTest {

    private static final int ROWS = 1_000_000;
    private final PageCache<Integer> cache = new PageCache<>(new PageQuery(List.of(), Optional.empty(), false, Map.of(), ""));

    @Test
    void whatIsInSightAndNotThereIsMissing() {
        load(0);
        assertEquals(ROWS, cache.size());
        assertEquals(OptionalInt.empty(), cache.missing(0, PageSource.PAGE - 1));
        assertEquals(OptionalInt.of(1), cache.missing(PageSource.PAGE - 10, PageSource.PAGE + 20));
        assertEquals(OptionalInt.of(ROWS / PageSource.PAGE - 1), cache.missing(ROWS - 40, ROWS + 100));
    }

    @Test
    void rowsAreThoseOfTheirPages() {
        load(0);
        load(7);
        assertEquals(Optional.of(1500), cache.row(1500));
        assertEquals(Optional.empty(), cache.row(300));
        assertEquals(List.of(3, 1500), cache.rows(new int[]{ 3, 300, 1500 }));
    }

    @Test
    void pagesNobodyLooksAtAnyMoreAreForgotten() {
        for (int page = 0; page < 200; page++) {
            load(page);
            assertTrue(cache.row(0).isPresent(), "the first page is looked at all the time");
        }
        assertTrue(cache.row(100 * PageSource.PAGE).isEmpty());
        assertTrue(cache.row(199 * PageSource.PAGE).isPresent());
    }

    private void load(int page) {
        List<Integer> rows = IntStream.range(page * PageSource.PAGE, (page + 1) * PageSource.PAGE).boxed().toList();
        cache.put(page, new PageSource.Rows<>(rows, ROWS, ROWS));
    }
}
