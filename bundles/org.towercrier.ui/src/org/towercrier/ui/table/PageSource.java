package org.towercrier.ui.table;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where a {@link PagedTable} gets its rows from, a few at a time. To be called, and to answer, on the thread of the window; the reading itself is done elsewhere.
 *
 * @param <R> what a row is made of
 */
public interface PageSource<R> {

    /** How many rows are asked for at a time. */
    int PAGE = 200;

    /**
     * Reads rows and hands them over, unless {@link #drop} comes first or the reading fails.
     *
     * @param offset rows before the first one wanted, a multiple of {@link #PAGE}
     */
    void ask(PageQuery query, int offset, Consumer<Rows<R>> answer);

    /** Forgets what was asked last: nobody waits for it any more. */
    void drop();

    /** Whether a filter typed into a column can be understood. */
    boolean understands(String column, String filter);

    /** Whether rows can be sorted by a column. */
    boolean sorts(String column);

    /** Whether rows can be filtered by a column. */
    boolean filters(String column);

    /**
     * Some rows.
     *
     * @param rows those asked for, fewer at the end
     * @param matching how many the filters let through
     * @param total how many there are without filters
     */
    record Rows<R>(List<R> rows, long matching, long total) {

        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
