package org.towercrier.capacity.internal.alarm;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.TableSchema;

/**
 * Finds the cells that other systems speak of: by id or name of the cell, by the name of a measured object, and by the last
 * part of a distinguished name.
 */
final class CellNames {

    private static final int CHUNK = 5_000;

    private CellNames() {
    }

    /** The cell of each object that is one; objects that are none are absent. */
    static Map<String, String> find(DSLContext sql, Collection<String> objects) {
        Map<String, Set<String>> asked = new HashMap<>();
        for (String object : objects) {
            asked.computeIfAbsent(object, none -> new LinkedHashSet<>()).add(object);
            int value = Math.max(object.lastIndexOf('='), object.lastIndexOf('/'));
            if (value >= 0 && value < object.length() - 1) {
                asked.computeIfAbsent(object.substring(value + 1), none -> new LinkedHashSet<>()).add(object);
            }
        }
        Map<String, String> byObject = new HashMap<>();
        TableSchema cells = TableSchema.of(NetworkPackage.Literals.CELL);
        TableSchema measured = TableSchema.of(MeasurementPackage.Literals.MANAGED_OBJECT);
        List<String> words = asked.keySet().stream().sorted().toList();
        for (int i = 0; i < words.size(); i += CHUNK) {
            List<String> some = words.subList(i, Math.min(words.size(), i + CHUNK));
            match(sql, measured, measured.field("name", String.class), measured.field("cell", String.class), some, asked, byObject);
            match(sql, cells, cells.field("name", String.class), cells.field("id", String.class), some, asked, byObject);
            match(sql, cells, cells.field("id", String.class), cells.field("id", String.class), some, asked, byObject);
        }
        return byObject;
    }

    private static void match(DSLContext sql, TableSchema table, Field<String> word, Field<String> cell, List<String> words,
            Map<String, Set<String>> asked, Map<String, String> found) {
        sql.select(word, cell).from(table.table()).where(word.in(words)).and(cell.isNotNull()).orderBy(cell)
                .forEach(row -> asked.getOrDefault(row.value1(), Set.of()).forEach(object -> found.put(object, row.value2())));
    }
}
