package org.towercrier.capacity.internal.alarm;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.alarm.Shelving;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.store.TableSchema;

/**
 * Reads alarms without their evidence, a hundred thousand in a second: the driver takes microseconds for a value, so the engine
 * puts the values of a row into one text. What can be worked out from the stretches is not read at all.
 */
final class AlarmSummaries {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;
    /** Between the values of a row. A value that has it, which only a broken import can bring, is shown without it. */
    private static final String SEPARATOR = "\u001f";
    private static final double MICROS = 1_000_000;
    private static final List<EStructuralFeature> FEATURES = List.of(MODEL.getAlarmRecord_Id(), MODEL.getAlarmRecord_Ordinal(),
            MODEL.getAlarmRecord_ObjectInstance(), MODEL.getAlarmRecord_Cell(), MODEL.getAlarmRecord_Kind(),
            MODEL.getAlarmRecord_AlarmType(), MODEL.getAlarmRecord_ProbableCause(), MODEL.getAlarmRecord_SpecificProblem(),
            MODEL.getAlarmRecord_RuleSet(), MODEL.getAlarmRecord_Rule(), MODEL.getAlarmRecord_AckTime(), MODEL.getAlarmRecord_AckUser(),
            MODEL.getAlarmRecord_AckSeverity(), MODEL.getAlarmRecord_ShelvedUntil(), MODEL.getAlarmRecord_ShelvedBy(),
            MODEL.getAlarmRecord_AssignedTo(), MODEL.getAlarmRecord_ManuallyCleared(), MODEL.getAlarmRecord_Synthetic(),
            MODEL.getAlarmRecord_Situation(), MODEL.getAlarmRecord_Activations());

    private final TableSchema schema;

    AlarmSummaries(TableSchema schema) {
        this.schema = schema;
    }

    List<Alarm> read(DSLContext sql, Condition condition) {
        List<Field<?>> values = new ArrayList<>();
        for (EStructuralFeature feature : FEATURES) {
            if (!values.isEmpty()) {
                values.add(DSL.inline(SEPARATOR));
            }
            values.add(text(feature));
        }
        Field<String> row = DSL.concat(values.toArray(Field<?>[]::new));
        // Few words, many times: each is kept once.
        Map<String, String> words = new ConcurrentHashMap<>();
        UnaryOperator<String> once = word -> words.computeIfAbsent(word, UnaryOperator.identity());
        return sql.select(row).from(schema.table()).where(condition).fetch(row).parallelStream()
                .map(text -> alarm(new Row(text, once))).toList();
    }

    /** The value as a text, empty when it is absent; moments as microseconds since 1970. */
    private Field<String> text(EStructuralFeature feature) {
        Field<?> value = schema.field(feature);
        Field<String> text = feature.getEType().getInstanceClass() == Instant.class
                ? DSL.cast(DSL.cast(DSL.round(DSL.extract(value, DatePart.EPOCH).cast(SQLDataType.DOUBLE).mul(MICROS)),
                        SQLDataType.BIGINT), SQLDataType.VARCHAR)
                : DSL.replace(DSL.cast(value, SQLDataType.VARCHAR), DSL.inline(SEPARATOR), DSL.inline(""));
        return DSL.coalesce(text, DSL.inline(""));
    }

    /** Takes the values of a row one after the other. */
    private static final class Row {

        private final String text;
        private final UnaryOperator<String> once;
        private int begin;

        Row(String text, UnaryOperator<String> once) {
            this.text = text;
            this.once = once;
        }

        String next() {
            int end = text.indexOf(SEPARATOR, begin);
            String value = end < 0 ? text.substring(begin) : text.substring(begin, end);
            begin = end < 0 ? text.length() : end + 1;
            return value;
        }

        String word() {
            return once.apply(next());
        }

        Optional<String> present() {
            return Optional.of(word()).filter(value -> !value.isEmpty());
        }

        Optional<Instant> moment() {
            return Optional.of(next()).filter(value -> !value.isEmpty()).map(Long::parseLong)
                    .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        }
    }

    private static Alarm alarm(Row row) {
        String id = row.next();
        int ordinal = row.present().map(Integer::parseInt).orElse(0);
        String object = row.word();
        String cell = row.word();
        AlarmKind kind = row.present().map(AlarmKind::get).orElse(AlarmKind.EXTERNAL);
        AlarmIdentity identity = new AlarmIdentity(object, row.present().map(AlarmType::get).orElseThrow(), row.word(), row.word());
        String ruleSet = row.word();
        String rule = row.word();
        Optional<Instant> acknowledged = row.moment();
        String by = row.word();
        PerceivedSeverity severity = row.present().map(PerceivedSeverity::get).orElse(PerceivedSeverity.INDETERMINATE);
        Optional<Instant> shelved = row.moment();
        String shelvedBy = row.word();
        Optional<String> assigned = row.present();
        Optional<Instant> cleared = row.moment();
        boolean synthetic = Boolean.parseBoolean(row.word());
        Optional<String> situation = row.present();
        return new Alarm(id, ordinal, identity, cell, kind, ruleSet, rule, ActivationsJson.read(row.next()),
                acknowledged.map(time -> new Acknowledgement(by, time, severity)), shelved.map(until -> new Shelving(shelvedBy, until)),
                assigned, cleared, synthetic, Alarm.NO_EVIDENCE, situation);
    }
}
