package org.towercrier.capacity.internal.situation;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.internal.alarm.AlarmTable;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Correlates what is stored, and stores what comes out of it if that is something else than before. */
public final class CorrelationRun {

    /** Members that are gone stay in their situation this long before the first alarm that is still listed. */
    private static final Duration KEPT = Duration.ofDays(30);
    private static final TableSchema ALARM = TableSchema.of(AlarmPackage.eINSTANCE.getAlarmRecord());

    private final AlarmTable alarms = new AlarmTable();
    private final SituationTables tables = new SituationTables();
    private final DecisionTable decisions = new DecisionTable();
    private final CauseTable causes = new CauseTable();

    /** Correlates in a transaction; returns all situations, those without a listed member too. */
    public List<Situation> run(Transaction tx, CorrelationSettings settings) throws StoreException {
        Condition lookedAt = lookedAt(tx.sql());
        Map<String, Optional<String>> before = new HashMap<>();
        List<Point> points = alarms.readPoints(tx.sql(), lookedAt, before::put);
        Surroundings surroundings = new SurroundingsReader(tx.sql()).read(points.stream().map(Point::cell).toList());
        List<Decision> held = decisions.read(tx.sql(), false);
        Correlator.Guidance guidance = new Correlator.Guidance(held, identities(tx.sql(), held), causes.read(tx.sql(), false));
        List<Situation> found = new Correlator(settings, surroundings).correlate(points, guidance);
        Set<String> listed = points.stream().filter(Point::listed).map(Point::id).collect(Collectors.toSet());
        Map<String, String> now = new HashMap<>();
        found.forEach(situation -> situation.alarms().forEach(alarm -> now.put(alarm, situation.id())));
        List<String> changed = before.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Optional.ofNullable(now.get(entry.getKey())))).map(Map.Entry::getKey).toList();
        if (!changed.isEmpty() || !tables.read(tx.sql(), listed).equals(found)) {
            tables.write(tx, found, changed, lookedAt);
        }
        return found;
    }

    /** The situations as they were stored last, with what is listed now. */
    List<Situation> stored(DSLContext sql) {
        Set<String> listed = new HashSet<>(sql.select(ALARM.field("id", String.class)).from(ALARM.table()).where(alarms.listed())
                .fetch(row -> row.value1()));
        return tables.read(sql, listed);
    }

    /** The listed alarms, and those that are gone but not long before the first of them. */
    private Condition lookedAt(DSLContext sql) {
        return alarms.firstListed(sql).map(first -> alarms.listed().or(alarms.goneSince(first.minus(KEPT)))).orElseGet(alarms::listed);
    }

    /** What makes the alarms the same that lasting decisions are about. */
    private Map<String, AlarmIdentity> identities(DSLContext sql, List<Decision> held) {
        Set<String> named = new HashSet<>();
        held.stream().filter(Decision::always).forEach(decision -> {
            named.add(decision.alarm());
            named.add(decision.anchor());
        });
        return named.isEmpty() ? Map.of() : alarms.readSummaries(sql, alarms.ids(named)).stream()
                .collect(Collectors.toMap(Alarm::id, Alarm::identity));
    }
}
