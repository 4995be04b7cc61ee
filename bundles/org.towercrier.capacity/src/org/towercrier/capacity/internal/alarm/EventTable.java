package org.towercrier.capacity.internal.alarm;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.towercrier.capacity.alarm.ExternalEvent;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.store.TableSchema;

/** The stored events of other systems. */
final class EventTable {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;
    /** Names per statement: below the bind limit of every engine. */
    private static final int CHUNK = 5_000;

    private final TableSchema schema = TableSchema.of(MODEL.getAlarmEvent());

    /** The events that an import brought. */
    List<ExternalEvent> ofBatch(DSLContext sql, int batch) {
        return read(sql, schema.field(MODEL.getAlarmEvent_Batch().getName(), Integer.class).eq(batch));
    }

    /**
     * All events that have to do with the given ones: of their objects, of the alarms they name, and of the objects of
     * those alarms.
     */
    Collection<ExternalEvent> around(DSLContext sql, List<ExternalEvent> events) {
        Map<String, ExternalEvent> all = new LinkedHashMap<>();
        events.forEach(event -> all.put(event.id(), event));
        Set<String> objects = new HashSet<>();
        Set<String> named = names(events, ExternalEvent::sourceAlarm);
        add(all, read(sql, text(MODEL.getAlarmEvent_SourceAlarm()), named));
        Set<String> more = all.values().stream().flatMap(event -> event.objectInstance().stream()).collect(Collectors.toSet());
        while (objects.addAll(more)) {
            add(all, read(sql, text(MODEL.getAlarmEvent_ObjectInstance()), more));
            Set<String> further = names(all.values(), ExternalEvent::sourceAlarm);
            further.removeAll(named);
            named.addAll(further);
            add(all, read(sql, text(MODEL.getAlarmEvent_SourceAlarm()), further));
            more = all.values().stream().flatMap(event -> event.objectInstance().stream())
                    .filter(object -> !objects.contains(object)).collect(Collectors.toSet());
        }
        return all.values();
    }

    private static Set<String> names(Collection<ExternalEvent> events, java.util.function.Function<ExternalEvent, String> name) {
        return events.stream().map(name).filter(text -> !text.isEmpty()).collect(Collectors.toCollection(HashSet::new));
    }

    private static void add(Map<String, ExternalEvent> all, List<ExternalEvent> found) {
        found.forEach(event -> all.putIfAbsent(event.id(), event));
    }

    private List<ExternalEvent> read(DSLContext sql, Field<String> field, Set<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        List<ExternalEvent> result = new java.util.ArrayList<>();
        for (int i = 0; i < sorted.size(); i += CHUNK) {
            result.addAll(read(sql, field.in(sorted.subList(i, Math.min(sorted.size(), i + CHUNK)))));
        }
        return result;
    }

    private List<ExternalEvent> read(DSLContext sql, Condition condition) {
        return sql.selectFrom(schema.table()).where(condition).fetch(this::event);
    }

    private ExternalEvent event(Record row) {
        return new ExternalEvent(string(row, MODEL.getAlarmEvent_Source()).orElse(""),
                string(row, MODEL.getAlarmEvent_SourceAlarm()).orElse(""), string(row, MODEL.getAlarmEvent_ObjectInstance()),
                literal(row, MODEL.getAlarmEvent_AlarmType(), AlarmType.class), string(row, MODEL.getAlarmEvent_ProbableCause()),
                string(row, MODEL.getAlarmEvent_SpecificProblem()),
                literal(row, MODEL.getAlarmEvent_Action(), AlarmAction.class).orElse(AlarmAction.COMMENTED),
                literal(row, MODEL.getAlarmEvent_Severity(), PerceivedSeverity.class),
                Optional.ofNullable(row.get(schema.field(MODEL.getAlarmEvent_Time()))).map(Instant.class::cast).orElse(Instant.EPOCH),
                string(row, MODEL.getAlarmEvent_User()).orElse(""), string(row, MODEL.getAlarmEvent_Text()).orElse(""),
                string(row, MODEL.getAlarmEvent_Format()).orElse(""), string(row, MODEL.getAlarmEvent_Details()).orElse("{}"));
    }

    private Field<String> text(EStructuralFeature feature) {
        return schema.field(feature).coerce(String.class);
    }

    private Optional<String> string(Record row, EStructuralFeature feature) {
        return Optional.ofNullable(row.get(schema.field(feature))).map(Object::toString);
    }

    private <E extends Enum<E> & Enumerator> Optional<E> literal(Record row, EStructuralFeature feature, Class<E> type) {
        return string(row, feature).flatMap(text -> Arrays.stream(type.getEnumConstants())
                .filter(value -> value.getLiteral().equals(text)).findFirst());
    }
}
