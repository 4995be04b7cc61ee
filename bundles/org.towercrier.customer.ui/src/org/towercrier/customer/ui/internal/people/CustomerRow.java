package org.towercrier.customer.ui.internal.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.customer.CustomerTable;

/**
 * A customer in the table.
 *
 * @param id     identity
 * @param values by the names of the columns that were asked for; absent ones are left out
 */
record CustomerRow(String id, Map<String, Object> values) {

    /** A row of some columns. */
    static CustomerRow of(CustomerTable.Row row, List<String> columns) {
        Map<String, Object> values = HashMap.newHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            if (row.values().get(i) != null) {
                values.put(columns.get(i), row.values().get(i));
            }
        }
        return new CustomerRow(row.customer(), values);
    }
}
