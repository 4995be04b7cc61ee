package org.towercrier.capacity.internal.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.Record;
import org.towercrier.capacity.RuleLogStep;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.RuleAction;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** The log of the rule sets: rows are only ever added. */
public final class RuleLogTable {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;

    private final TableSchema schema = TableSchema.of(MODEL.getRuleLogEntry());
    private final Store store;

    /** In a store. */
    public RuleLogTable(Store store) {
        this.store = store;
    }

    /** All steps, newest first. */
    public List<RuleLogStep> read() throws StoreException {
        return store.read(sql -> sql.selectFrom(schema.table()).orderBy(schema.field(MODEL.getRuleLogEntry_Id()).desc()).fetch(this::step));
    }

    /** Adds a step. */
    public void append(RuleLogStep step) throws StoreException {
        store.write(tx -> {
            Map<String, Object> values = new HashMap<>();
            values.put(MODEL.getRuleLogEntry_Id().getName(), tx.nextId(MODEL.getRuleLogEntry()));
            values.put(MODEL.getRuleLogEntry_RuleSet().getName(), step.ruleSet());
            values.put(MODEL.getRuleLogEntry_Digest().getName(), step.digest());
            values.put(MODEL.getRuleLogEntry_Action().getName(), step.action());
            values.put(MODEL.getRuleLogEntry_Time().getName(), step.time());
            values.put(MODEL.getRuleLogEntry_User().getName(), step.user());
            values.put(MODEL.getRuleLogEntry_PeriodFrom().getName(), step.from().orElse(null));
            values.put(MODEL.getRuleLogEntry_PeriodTo().getName(), step.to().orElse(null));
            values.put(MODEL.getRuleLogEntry_Text().getName(), step.text());
            try (RowWriter row = tx.insert(MODEL.getRuleLogEntry())) {
                for (TableSchema.Column column : schema.columns()) {
                    row.addObject(values.get(column.name()));
                }
                row.endRow();
            }
            return null;
        });
    }

    private RuleLogStep step(Record row) {
        return new RuleLogStep(text(row, MODEL.getRuleLogEntry_RuleSet()), text(row, MODEL.getRuleLogEntry_Digest()),
                RuleAction.get(text(row, MODEL.getRuleLogEntry_Action())), time(row, MODEL.getRuleLogEntry_Time()).orElse(Instant.EPOCH),
                text(row, MODEL.getRuleLogEntry_User()), time(row, MODEL.getRuleLogEntry_PeriodFrom()),
                time(row, MODEL.getRuleLogEntry_PeriodTo()), text(row, MODEL.getRuleLogEntry_Text()));
    }

    private Optional<Instant> time(Record row, EStructuralFeature feature) {
        return Optional.ofNullable((Instant) row.get(schema.field(feature)));
    }

    private String text(Record row, EStructuralFeature feature) {
        return Optional.ofNullable(row.get(schema.field(feature))).map(Object::toString).orElse("");
    }
}
