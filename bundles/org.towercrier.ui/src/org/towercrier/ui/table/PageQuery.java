package org.towercrier.ui.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows a {@link PagedTable} shows, and how.
 *
 * @param columns ids of the shown columns
 * @param sort id of the column to sort by
 * @param descending whether the greatest comes first
 * @param filters what is typed into the filters of columns, by their ids
 * @param words what is typed into the quick filter
 */
public record PageQuery(List<String> columns, Optional<String> sort, boolean descending, Map<String, String> filters, String words) {

    public PageQuery {
        columns = List.copyOf(columns);
        filters = Map.copyOf(filters);
    }
}
