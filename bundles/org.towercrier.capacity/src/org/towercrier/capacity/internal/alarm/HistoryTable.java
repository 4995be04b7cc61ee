package org.towercrier.capacity.internal.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.towercrier.capacity.alarm.Handling;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.StepRecord;
import org.towercrier.capacity.internal.evidence.EvidenceJson;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** The history of the alarms: rows are only ever added. */
public final class HistoryTable {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;
    /** Ids per statement: below the bind limit of every engine. */
    private static final int CHUNK = 5_000;

    private final TableSchema schema = TableSchema.of(MODEL.getAlarmHistoryEntry());

    List<HistoryEntry> read(DSLContext sql, String alarm) {
        return sql.selectFrom(schema.table()).where(schema.field(MODEL.getAlarmHistoryEntry_Alarm()).coerce(String.class).eq(alarm))
                .orderBy(schema.field(MODEL.getAlarmHistoryEntry_Time()), schema.field(MODEL.getAlarmHistoryEntry_Id()))
                .fetch(this::entry);
    }

    /** The histories of several alarms, each oldest first. */
    Map<String, List<HistoryEntry>> read(DSLContext sql, Collection<String> ids) {
        Map<String, List<HistoryEntry>> histories = new HashMap<>();
        Field<String> alarm = schema.field(MODEL.getAlarmHistoryEntry_Alarm()).coerce(String.class);
        List<String> sorted = ids.stream().distinct().sorted().toList();
        for (int i = 0; i < sorted.size(); i += CHUNK) {
            read(sql, alarm.in(sorted.subList(i, Math.min(sorted.size(), i + CHUNK))), histories);
        }
        return histories;
    }

    /** The lines about some actions, of all alarms, each oldest first. */
    Map<String, List<HistoryEntry>> readActions(DSLContext sql, Collection<AlarmAction> actions) {
        Map<String, List<HistoryEntry>> histories = new HashMap<>();
        Field<String> action = schema.field(MODEL.getAlarmHistoryEntry_Action()).coerce(String.class);
        read(sql, action.in(actions.stream().map(AlarmAction::getLiteral).toList()), histories);
        return histories;
    }

    private void read(DSLContext sql, Condition condition, Map<String, List<HistoryEntry>> histories) {
        sql.selectFrom(schema.table()).where(condition)
                .orderBy(schema.field(MODEL.getAlarmHistoryEntry_Time()), schema.field(MODEL.getAlarmHistoryEntry_Id()))
                .forEach(row -> {
                    HistoryEntry entry = entry(row);
                    histories.computeIfAbsent(entry.alarm(), none -> new ArrayList<>()).add(entry);
                });
    }

    /**
     * A line to be added.
     *
     * @param entry  what it says
     * @param before what people had done with the alarm before it; empty when the line changes nothing of that
     */
    record Line(HistoryEntry entry, Optional<Handling> before) {
    }

    /**
     * Adds lines.
     *
     * @param byHand whether they are one step of a person, which gets a number then: that of its first line
     * @return the number of the step, empty when it has none
     */
    OptionalLong append(Transaction tx, List<Line> lines, boolean byHand) throws StoreException {
        if (lines.isEmpty()) {
            return OptionalLong.empty();
        }
        long first = tx.nextId(MODEL.getAlarmHistoryEntry());
        OptionalLong step = byHand ? OptionalLong.of(first) : OptionalLong.empty();
        long id = first;
        try (RowWriter rows = tx.insert(MODEL.getAlarmHistoryEntry())) {
            for (Line line : lines) {
                Map<String, Object> values = new HashMap<>();
                values.put(MODEL.getAlarmHistoryEntry_Id().getName(), id++);
                values.put(MODEL.getAlarmHistoryEntry_Alarm().getName(), line.entry().alarm());
                values.put(MODEL.getAlarmHistoryEntry_Time().getName(), line.entry().time());
                values.put(MODEL.getAlarmHistoryEntry_User().getName(), line.entry().user());
                values.put(MODEL.getAlarmHistoryEntry_Action().getName(), line.entry().action());
                values.put(MODEL.getAlarmHistoryEntry_Text().getName(), line.entry().text());
                values.put(MODEL.getAlarmHistoryEntry_Message().getName(),
                        line.entry().message().map(EvidenceJson::writeSentence).orElse(null));
                values.put(MODEL.getAlarmHistoryEntry_Step().getName(), step.isPresent() ? step.getAsLong() : null);
                values.put(MODEL.getAlarmHistoryEntry_Before().getName(), line.before().map(HandlingJson::write).orElse(null));
                for (TableSchema.Column column : schema.columns()) {
                    rows.addObject(values.get(column.name()));
                }
                rows.endRow();
            }
        }
        return step;
    }

    /** Adds a line that changes nothing of the alarm itself. */
    public void note(Transaction tx, HistoryEntry entry) throws StoreException {
        append(tx, List.of(new Line(entry, Optional.empty())), true);
    }

    /**
     * A line of a person's step.
     *
     * @param id     number of the line
     * @param entry  what it says
     * @param before what people had done before, absent when the line changed nothing of that
     */
    record StepLine(long id, HistoryEntry entry, Optional<Handling> before) {
    }

    /** The lines of a step, in the order of their numbers. */
    List<StepLine> step(DSLContext sql, long step) {
        return sql.selectFrom(schema.table()).where(number(MODEL.getAlarmHistoryEntry_Step()).eq(step))
                .orderBy(schema.field(MODEL.getAlarmHistoryEntry_Id()))
                .fetch(row -> new StepLine(((Number) row.get(schema.field(MODEL.getAlarmHistoryEntry_Id()))).longValue(), entry(row),
                        Optional.ofNullable(row.get(schema.field(MODEL.getAlarmHistoryEntry_Before()))).map(Object::toString)
                                .map(HandlingJson::read)));
    }

    /** For each alarm of a step, the number of the latest line that changed what people had done with it. */
    Map<String, Long> latestChanges(DSLContext sql, long step) {
        org.jooq.Table<?> own = schema.table().as("own");
        Field<String> alarm = schema.field(MODEL.getAlarmHistoryEntry_Alarm()).coerce(String.class);
        Field<Long> latest = DSL.max(number(MODEL.getAlarmHistoryEntry_Id()));
        Map<String, Long> changes = new HashMap<>();
        sql.select(alarm, latest).from(schema.table()).where(schema.field(MODEL.getAlarmHistoryEntry_Before()).isNotNull())
                .and(alarm.in(sql.select(schema.field(own, "alarm", String.class)).from(own)
                        .where(schema.field(own, "step", Long.class).eq(step))))
                .groupBy(alarm).forEach(row -> changes.put(row.value1(), row.value2()));
        return changes;
    }

    /** The latest steps of people, newest first. */
    List<StepRecord> steps(DSLContext sql, int limit) {
        Field<Long> id = number(MODEL.getAlarmHistoryEntry_Id());
        Field<Long> step = number(MODEL.getAlarmHistoryEntry_Step());
        Field<String> alarm = schema.field(MODEL.getAlarmHistoryEntry_Alarm()).coerce(String.class);
        Field<?> before = schema.field(MODEL.getAlarmHistoryEntry_Before());
        Field<Long> latest = DSL.max(DSL.when(before.isNotNull(), id)).over(DSL.partitionBy(alarm)).as("latest");
        org.jooq.Table<?> lines = sql.select(id.as("id"), step.as("step"), DSL.when(before.isNotNull(), 1).as("changing"), latest)
                .from(schema.table()).asTable("lines");
        Field<Long> own = lines.field("step", Long.class);
        Field<Integer> alarms = DSL.count();
        Field<Integer> changing = DSL.count(lines.field("changing", Integer.class));
        Field<Integer> untouched = DSL.count(DSL.when(lines.field("id", Long.class).eq(lines.field("latest", Long.class)), 1));
        Map<Long, int[]> counts = new LinkedHashMap<>();
        sql.select(own, alarms, changing, untouched).from(lines).where(own.isNotNull()).groupBy(own).orderBy(own.desc()).limit(limit)
                .forEach(row -> counts.put(row.value1(), new int[]{ row.value2(), row.value3(), row.value4() }));
        Map<Long, HistoryEntry> heads = new HashMap<>();
        sql.selectFrom(schema.table()).where(id.in(counts.keySet())).forEach(row -> heads
                .put(((Number) row.get(schema.field(MODEL.getAlarmHistoryEntry_Id()))).longValue(), entry(row)));
        return counts.entrySet().stream().map(each -> {
            HistoryEntry head = heads.get(each.getKey());
            int[] count = each.getValue();
            return new StepRecord(each.getKey(), head.time(), head.user(), head.action(), count[0],
                    count[1] > 0 && count[1] == count[2]);
        }).toList();
    }

    private Field<Long> number(EStructuralFeature feature) {
        return schema.field(feature).coerce(Long.class);
    }

    private HistoryEntry entry(Record row) {
        return new HistoryEntry(text(row, MODEL.getAlarmHistoryEntry_Alarm()),
                (Instant) row.get(schema.field(MODEL.getAlarmHistoryEntry_Time())),
                text(row, MODEL.getAlarmHistoryEntry_User()),
                AlarmAction.get(text(row, MODEL.getAlarmHistoryEntry_Action())), text(row, MODEL.getAlarmHistoryEntry_Text()),
                EvidenceJson.readSentence(text(row, MODEL.getAlarmHistoryEntry_Message())));
    }

    private String text(Record row, EStructuralFeature feature) {
        return Optional.ofNullable(row.get(schema.field(feature))).map(Object::toString).orElse("");
    }
}
