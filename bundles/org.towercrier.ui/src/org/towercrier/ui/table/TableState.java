package org.towercrier.ui.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a table remembers between two starts, as one line of text.
 *
 * @param order ids of the columns from left to right, also of hidden ones
 * @param widths width of each column in pixels
 * @param hidden ids of the columns that are not shown
 * @param sort ids of the columns sorted by, each followed by + or −
 * @param group id of the column grouped by; empty when there is none
 * @param filterRow whether the filter row is shown
 */
record TableState(List<String> order, Map<String, Integer> widths, List<String> hidden, List<String> sort,
        String group, boolean filterRow) {

    private static final String VERSION = "1";

    String text() {
        return String.join(";", VERSION, String.join(",", order),
                widths.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).collect(Collectors.joining(",")),
                String.join(",", hidden), String.join(",", sort), group, Boolean.toString(filterRow));
    }

    /** The state that a text speaks of; absent when it is not one, such as one of a later version. */
    static Optional<TableState> of(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length != 7 || !VERSION.equals(parts[0])) {
            return Optional.empty();
        }
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (String width : list(parts[2])) {
            String[] pair = width.split(":");
            if (pair.length != 2 || !pair[1].matches("\\d{1,5}")) {
                return Optional.empty();
            }
            widths.put(pair[0], Integer.valueOf(pair[1]));
        }
        return Optional.of(new TableState(list(parts[1]), widths, list(parts[3]), list(parts[4]), parts[5],
                Boolean.parseBoolean(parts[6])));
    }

    private static List<String> list(String part) {
        List<String> items = new ArrayList<>();
        for (String item : part.split(",")) {
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }
}
