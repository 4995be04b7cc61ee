package org.towercrier.capacity.internal.alarm;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** The history of the alarms: rows are only ever added. */
final class HistoryTable {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;

    private final TableSchema schema = TableSchema.of(MODEL.getAlarmHistoryEntry());

    List<HistoryEntry> read(DSLContext sql, String alarm) {
        return sql.selectFrom(schema.table()).where(schema.field(MODEL.getAlarmHistoryEntry_Alarm()).coerce(String.class).eq(alarm))
                .orderBy(schema.field(MODEL.getAlarmHistoryEntry_Time()), schema.field(MODEL.getAlarmHistoryEntry_Id()))
                .fetch(this::entry);
    }

    void append(Transaction tx, List<HistoryEntry> entries) throws StoreException {
        if (entries.isEmpty()) {
            return;
        }
        long id = tx.nextId(MODEL.getAlarmHistoryEntry());
        try (RowWriter rows = tx.insert(MODEL.getAlarmHistoryEntry())) {
            for (HistoryEntry entry : entries) {
                Map<String, Object> values = new HashMap<>();
                values.put(MODEL.getAlarmHistoryEntry_Id().getName(), id++);
                values.put(MODEL.getAlarmHistoryEntry_Alarm().getName(), entry.alarm());
                values.put(MODEL.getAlarmHistoryEntry_Time().getName(), entry.time());
                values.put(MODEL.getAlarmHistoryEntry_User().getName(), entry.user());
                values.put(MODEL.getAlarmHistoryEntry_Action().getName(), entry.action());
                values.put(MODEL.getAlarmHistoryEntry_Text().getName(), entry.text());
                for (TableSchema.Column column : schema.columns()) {
                    rows.addObject(values.get(column.name()));
                }
                rows.endRow();
            }
        }
    }

    private HistoryEntry entry(Record row) {
        return new HistoryEntry(text(row, MODEL.getAlarmHistoryEntry_Alarm()),
                (Instant) row.get(schema.field(MODEL.getAlarmHistoryEntry_Time())),
                text(row, MODEL.getAlarmHistoryEntry_User()),
                AlarmAction.get(text(row, MODEL.getAlarmHistoryEntry_Action())), text(row, MODEL.getAlarmHistoryEntry_Text()));
    }

    private String text(Record row, EStructuralFeature feature) {
        return Optional.ofNullable(row.get(schema.field(feature))).map(Object::toString).orElse("");
    }
}
