package org.towercrier.capacity.internal.alarm;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.alarm.Shelving;
import org.towercrier.capacity.internal.situation.Point;
import org.towercrier.model.alarm.AckState;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Alarms as rows of the table of {@code AlarmRecord}, and back. */
public final class AlarmTable {

    private static final AlarmPackage MODEL = AlarmPackage.eINSTANCE;
    /** Ids per statement: below the bind limit of every engine. */
    private static final int CHUNK = 5_000;

    private final TableSchema schema = TableSchema.of(MODEL.getAlarmRecord());
    private final AlarmSummaries summaries = new AlarmSummaries(schema);

    public org.jooq.Table<?> table() {
        return schema.table();
    }

    public List<Alarm> read(DSLContext sql, Condition condition) {
        return sql.selectFrom(schema.table()).where(condition).fetch(this::alarm);
    }

    /** The alarms without their evidence, which is most of their size. */
    public List<Alarm> readSummaries(DSLContext sql, Condition condition) {
        return summaries.read(sql, condition);
    }

    /**
     * What correlation needs of the alarms: a few columns only.
     *
     * @param situations told of each alarm's id and the situation it is in
     */
    public List<Point> readPoints(DSLContext sql, Condition condition, BiConsumer<String, Optional<String>> situations) {
        List<Field<?>> fields = Stream.of(MODEL.getAlarmRecord_Id(), MODEL.getAlarmRecord_Cell(),
                MODEL.getAlarmRecord_ObjectInstance(), MODEL.getAlarmRecord_AlarmType(), MODEL.getAlarmRecord_ProbableCause(),
                MODEL.getAlarmRecord_SpecificProblem(), MODEL.getAlarmRecord_Activations(), MODEL.getAlarmRecord_Severity(),
                MODEL.getAlarmRecord_Cleared(), MODEL.getAlarmRecord_AckState(), MODEL.getAlarmRecord_Situation())
                .<Field<?>>map(schema::field).toList();
        return sql.select(fields).from(schema.table()).where(condition).fetch(row -> {
            situations.accept(string(row, MODEL.getAlarmRecord_Id()), optional(row, MODEL.getAlarmRecord_Situation(), String.class));
            AlarmIdentity identity = new AlarmIdentity(string(row, MODEL.getAlarmRecord_ObjectInstance()),
                    AlarmType.get(string(row, MODEL.getAlarmRecord_AlarmType())), string(row, MODEL.getAlarmRecord_ProbableCause()),
                    string(row, MODEL.getAlarmRecord_SpecificProblem()));
            boolean listed = row.get(schema.field(MODEL.getAlarmRecord_Cleared())) == null
                    || AckState.UNACKNOWLEDGED.getLiteral().equals(string(row, MODEL.getAlarmRecord_AckState()));
            return Point.of(string(row, MODEL.getAlarmRecord_Id()), string(row, MODEL.getAlarmRecord_Cell()), identity,
                    ActivationsJson.read(string(row, MODEL.getAlarmRecord_Activations())),
                    PerceivedSeverity.get(string(row, MODEL.getAlarmRecord_Severity())), listed);
        });
    }

    /** The earliest time in the list at which an alarm came up. */
    public Optional<Instant> firstListed(DSLContext sql) {
        Field<Instant> raised = schema.field(MODEL.getAlarmRecord_Raised().getName(), Instant.class);
        return sql.select(DSL.min(raised)).from(schema.table()).where(listed()).fetchOptional().map(row -> row.value1());
    }

    public Condition ids(Collection<String> ids) {
        return text(MODEL.getAlarmRecord_Id()).in(ids);
    }

    /** The records of several objects, whatever their number. */
    List<Alarm> readObjects(DSLContext sql, Collection<String> objects) {
        List<String> sorted = objects.stream().sorted().toList();
        List<Alarm> found = new java.util.ArrayList<>();
        for (int i = 0; i < sorted.size(); i += CHUNK) {
            found.addAll(read(sql, text(MODEL.getAlarmRecord_ObjectInstance()).in(sorted.subList(i, Math.min(sorted.size(), i + CHUNK)))));
        }
        return found;
    }

    /** In the list: not cleared, or not acknowledged. */
    public Condition listed() {
        return up().or(text(MODEL.getAlarmRecord_AckState()).eq(AckState.UNACKNOWLEDGED.getLiteral()));
    }

    /** In a situation, now or last. */
    public Condition members() {
        return text(MODEL.getAlarmRecord_Situation()).isNotNull();
    }

    /** Not cleared. */
    Condition up() {
        return DSL.field(schema.field(MODEL.getAlarmRecord_Cleared())).isNull();
    }

    /** Records found by a rule of this rule set. */
    Condition ofSet(String ruleSet) {
        return text(MODEL.getAlarmRecord_RuleSet()).eq(ruleSet);
    }

    Condition ofCell(String cell) {
        return text(MODEL.getAlarmRecord_Cell()).eq(cell);
    }

    /** Out of the list, and raised at the given time or later. */
    public Condition goneSince(Instant raised) {
        return DSL.not(listed()).and(schema.field(MODEL.getAlarmRecord_Raised().getName(), Instant.class).ge(raised));
    }

    /** Shelved, whatever the time. */
    Condition shelved() {
        return shelvedUntil().isNotNull();
    }

    /** Shelved until the given time or an earlier one. */
    Condition shelvedUntil(Instant time) {
        return shelvedUntil().le(time);
    }

    /** When the next shelf expires. */
    Optional<Instant> nextExpiry(DSLContext sql) {
        return sql.select(DSL.min(shelvedUntil())).from(schema.table()).where(shelved()).fetchOptional().map(row -> row.value1());
    }

    private Field<Instant> shelvedUntil() {
        return schema.field(MODEL.getAlarmRecord_ShelvedUntil().getName(), Instant.class);
    }

    /** Records of the given identities, whatever their state. */
    Condition ofObject(String objectInstance) {
        return text(MODEL.getAlarmRecord_ObjectInstance()).eq(objectInstance);
    }

    /** Records found by one of these rules of this rule set. */
    Condition ofRules(String ruleSet, Collection<String> rules) {
        return ofSet(ruleSet).and(text(MODEL.getAlarmRecord_Rule()).in(rules));
    }

    void delete(Transaction tx, List<String> ids) {
        for (int i = 0; i < ids.size(); i += CHUNK) {
            tx.sql().deleteFrom(schema.table()).where(ids(ids.subList(i, Math.min(ids.size(), i + CHUNK)))).execute();
        }
    }

    void insert(Transaction tx, Collection<Alarm> alarms) throws StoreException {
        if (alarms.isEmpty()) {
            return;
        }
        try (RowWriter rows = tx.insert(MODEL.getAlarmRecord())) {
            for (Alarm alarm : alarms) {
                Map<String, Object> values = values(alarm);
                for (TableSchema.Column column : schema.columns()) {
                    rows.addObject(values.get(column.name()));
                }
                rows.endRow();
            }
        }
    }

    private static Map<String, Object> values(Alarm alarm) {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put(MODEL.getAlarmRecord_Id().getName(), alarm.id());
        values.put(MODEL.getAlarmRecord_Ordinal().getName(), alarm.ordinal());
        values.put(MODEL.getAlarmRecord_ObjectInstance().getName(), alarm.identity().objectInstance());
        values.put(MODEL.getAlarmRecord_Cell().getName(), alarm.cell());
        values.put(MODEL.getAlarmRecord_Kind().getName(), alarm.kind());
        values.put(MODEL.getAlarmRecord_AlarmType().getName(), alarm.identity().alarmType());
        values.put(MODEL.getAlarmRecord_ProbableCause().getName(), alarm.identity().probableCause());
        values.put(MODEL.getAlarmRecord_SpecificProblem().getName(), alarm.identity().specificProblem());
        values.put(MODEL.getAlarmRecord_Severity().getName(), alarm.severity());
        values.put(MODEL.getAlarmRecord_HighestSeverity().getName(), alarm.highestSeverity());
        values.put(MODEL.getAlarmRecord_Trend().getName(), alarm.trend());
        values.put(MODEL.getAlarmRecord_Raised().getName(), alarm.raised());
        values.put(MODEL.getAlarmRecord_Changed().getName(), alarm.changed());
        values.put(MODEL.getAlarmRecord_Cleared().getName(), alarm.cleared().orElse(null));
        values.put(MODEL.getAlarmRecord_ManuallyCleared().getName(), alarm.manuallyCleared().orElse(null));
        values.put(MODEL.getAlarmRecord_AckState().getName(),
                alarm.acknowledgement().isPresent() ? AckState.ACKNOWLEDGED : AckState.UNACKNOWLEDGED);
        values.put(MODEL.getAlarmRecord_AckTime().getName(), alarm.acknowledgement().map(Acknowledgement::time).orElse(null));
        values.put(MODEL.getAlarmRecord_AckUser().getName(), alarm.acknowledgement().map(Acknowledgement::user).orElse(null));
        values.put(MODEL.getAlarmRecord_AckSeverity().getName(), alarm.acknowledgement().map(Acknowledgement::severity).orElse(null));
        values.put(MODEL.getAlarmRecord_AssignedTo().getName(), alarm.assignedTo().orElse(null));
        values.put(MODEL.getAlarmRecord_ShelvedUntil().getName(), alarm.shelving().map(Shelving::until).orElse(null));
        values.put(MODEL.getAlarmRecord_ShelvedBy().getName(), alarm.shelving().map(Shelving::user).orElse(null));
        values.put(MODEL.getAlarmRecord_FlapCount().getName(), alarm.flapCount());
        values.put(MODEL.getAlarmRecord_RuleSet().getName(), alarm.ruleSet());
        values.put(MODEL.getAlarmRecord_Rule().getName(), alarm.rule());
        values.put(MODEL.getAlarmRecord_Situation().getName(), alarm.situation().orElse(null));
        values.put(MODEL.getAlarmRecord_Synthetic().getName(), alarm.synthetic());
        values.put(MODEL.getAlarmRecord_Activations().getName(), ActivationsJson.write(alarm.activations()));
        values.put(MODEL.getAlarmRecord_Evidence().getName(), alarm.evidence());
        return values;
    }

    private Alarm alarm(Record row) {
        AlarmIdentity identity = new AlarmIdentity(string(row, MODEL.getAlarmRecord_ObjectInstance()),
                literal(row, MODEL.getAlarmRecord_AlarmType(), AlarmType.class).orElseThrow(),
                string(row, MODEL.getAlarmRecord_ProbableCause()), string(row, MODEL.getAlarmRecord_SpecificProblem()));
        Optional<Acknowledgement> acknowledgement = optional(row, MODEL.getAlarmRecord_AckTime(), Instant.class)
                .map(time -> new Acknowledgement(string(row, MODEL.getAlarmRecord_AckUser()), time,
                        literal(row, MODEL.getAlarmRecord_AckSeverity(), PerceivedSeverity.class)
                                .orElse(PerceivedSeverity.INDETERMINATE)));
        Optional<Shelving> shelving = optional(row, MODEL.getAlarmRecord_ShelvedUntil(), Instant.class)
                .map(until -> new Shelving(string(row, MODEL.getAlarmRecord_ShelvedBy()), until));
        return new Alarm(string(row, MODEL.getAlarmRecord_Id()),
                optional(row, MODEL.getAlarmRecord_Ordinal(), Integer.class).orElse(0), identity,
                string(row, MODEL.getAlarmRecord_Cell()),
                literal(row, MODEL.getAlarmRecord_Kind(), AlarmKind.class).orElse(AlarmKind.EXTERNAL),
                string(row, MODEL.getAlarmRecord_RuleSet()), string(row, MODEL.getAlarmRecord_Rule()),
                ActivationsJson.read(string(row, MODEL.getAlarmRecord_Activations())), acknowledgement, shelving,
                optional(row, MODEL.getAlarmRecord_AssignedTo(), String.class),
                optional(row, MODEL.getAlarmRecord_ManuallyCleared(), Instant.class),
                optional(row, MODEL.getAlarmRecord_Synthetic(), Boolean.class).orElse(false),
                string(row, MODEL.getAlarmRecord_Evidence()),
                optional(row, MODEL.getAlarmRecord_Situation(), String.class));
    }

    private Field<String> text(EStructuralFeature feature) {
        return schema.field(feature).coerce(String.class);
    }

    private String string(Record row, EStructuralFeature feature) {
        return optional(row, feature, String.class).orElse("");
    }

    private <T> Optional<T> optional(Record row, EStructuralFeature feature, Class<T> type) {
        return Optional.ofNullable(row.get(schema.field(feature))).map(type::cast);
    }

    private <E extends Enum<E> & Enumerator> Optional<E> literal(Record row, EStructuralFeature feature, Class<E> type) {
        return optional(row, feature, String.class).flatMap(text -> java.util.Arrays.stream(type.getEnumConstants())
                .filter(value -> value.getLiteral().equals(text)).findFirst());
    }
}
