package org.towercrier.capacity.report.internal;

import java.util.HashMap;
import java.util.Map;

import org.jooq.Field;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** What the cells with alarms are called; a cell without a name, or an object that is no known cell, is called by its id. */
final class CellLabels {

    private final Map<String, String> names;

    private CellLabels(Map<String, String> names) {
        this.names = names;
    }

    static CellLabels read(Store store) throws StoreException {
        TableSchema cells = TableSchema.of(NetworkPackage.Literals.CELL);
        TableSchema alarms = TableSchema.of(AlarmPackage.Literals.ALARM_RECORD);
        Field<String> id = cells.field(NetworkPackage.Literals.CELL__ID.getName(), String.class);
        Field<String> name = cells.field(NetworkPackage.Literals.CELL__NAME.getName(), String.class);
        Field<String> alarmed = alarms.field(AlarmPackage.Literals.ALARM_RECORD__CELL.getName(), String.class);
        return store.read(sql -> {
            Map<String, String> names = new HashMap<>();
            sql.select(id, name).from(cells.table()).where(name.isNotNull())
                    .and(id.in(sql.select(alarmed).from(alarms.table()))).forEach(row -> names.put(row.value1(), row.value2()));
            return new CellLabels(names);
        });
    }

    String of(String cell) {
        String name = names.getOrDefault(cell, "");
        return name.isBlank() ? cell : name;
    }
}
