package org.towercrier.exchange.tabular;

import java.util.List;

/**
 * Columns of a table in memory, all of the same rows.
 *
 * @param columns in the order they were asked for
 * @param lines where each row stands in the file, 1 first
 * @param ragged rows left out because they have more or fewer values than the header has names
 * @param firstRagged line of the first of these, 0 for none
 * @param repeatedHeaders rows left out because they repeat the header
 */
public record TableRows(List<TableColumn> columns, long[] lines, long ragged, long firstRagged, long repeatedHeaders) {

    public TableRows {
        columns = List.copyOf(columns);
    }

    /** Number of rows. */
    public int count() {
        return lines.length;
    }
}
