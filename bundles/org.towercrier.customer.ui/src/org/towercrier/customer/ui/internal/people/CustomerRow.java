package org.towercrier.customer.ui.internal.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.customer.CustomerTable;

/**
 * A customer in the table.
 *
 * @param id     identity
 * @param values by the names of the columns that were asked for; absent ones are left out
 */
record CustomerRow(String id, Map<String, Object> values) {

    private static final String NAME = "/name";

    /** Value of a column as people know it: the name of what it refers to where that is known. */
    Object shown(String column) {
        return values.getOrDefault(column + NAME, values.get(column));
    }

    /** A row of some columns. @param names by column, of what its ids stand for */
    static CustomerRow of(CustomerTable.Row row, List<String> columns, Map<String, Map<String, String>> names) {
        Map<String, Object> values = HashMap.newHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (row.values().get(i) != null) {
                Object value = row.values().get(i);
                values.put(columns.get(i), value);
                Optional.ofNullable(names.getOrDefault(columns.get(i), Map.of()).get(value.toString()))
                        .ifPresent(name -> values.put(column + NAME, name));
            }
        }
        return new CustomerRow(row.customer(), values);
    }
}
