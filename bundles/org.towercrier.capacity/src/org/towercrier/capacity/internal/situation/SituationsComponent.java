package org.towercrier.capacity.internal.situation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.internal.alarm.AlarmTable;
import org.towercrier.capacity.internal.alarm.HistoryTable;
import org.towercrier.capacity.situation.Choice;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.capacity.situation.Decision;
import org.towercrier.capacity.situation.Situation;
import org.towercrier.capacity.situation.Situation.Member;
import org.towercrier.capacity.situation.SituationException;
import org.towercrier.capacity.situation.SituationException.Reason;
import org.towercrier.capacity.situation.Situations;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.DecisionKind;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/** The situations in the tables of the open workspace. */
@Component(service = Situations.class)
public final class SituationsComponent implements Situations {

    private static final Comparator<Situation> WORST_THEN_LATEST = Comparator.comparing(Situation::severity, Severities.WORST_FIRST)
            .thenComparing(Situation::latest, Comparator.reverseOrder()).thenComparing(Situation::id);

    private final Store store;
    private final Clock clock;
    private final PolicyDocument policy;
    private final CorrelationRun correlation = new CorrelationRun();
    private final DecisionTable decisions = new DecisionTable();
    private final AlarmTable alarms = new AlarmTable();
    private final HistoryTable history = new HistoryTable();

    @Activate
    public SituationsComponent(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    /** With a clock of the caller's own. */
    public SituationsComponent(Store store, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.policy = new PolicyDocument(store.documents());
    }

    @Override
    public List<Situation> correlate() throws StoreException {
        CorrelationSettings settings = settings();
        return sorted(store.write(tx -> correlation.run(tx, settings)), false);
    }

    @Override
    public List<Situation> list(boolean all) throws StoreException {
        return sorted(store.read(correlation::stored), all);
    }

    private static List<Situation> sorted(List<Situation> found, boolean all) {
        return found.stream().filter(situation -> all || situation.open()).sorted(WORST_THEN_LATEST).toList();
    }

    @Override
    public Optional<Situation> find(String id) throws StoreException {
        return list(true).stream().filter(situation -> situation.id().equals(id)).findFirst();
    }

    @Override
    public Map<String, String> inhibited() throws StoreException {
        Instant now = clock.instant();
        return store.read(sql -> {
            List<Situation> stored = correlation.stored(sql);
            Map<String, Alarm> listed = stored.isEmpty() ? Map.of() : alarms.readSummaries(sql, alarms.listed().and(alarms.members()))
                    .stream().collect(Collectors.toMap(Alarm::id, alarm -> alarm));
            Map<String, String> children = new HashMap<>();
            for (Situation situation : stored) {
                Alarm parent = listed.get(situation.parent());
                if (parent != null && !parent.shelvedAt(now)) {
                    situation.members().stream().map(Member::alarm).filter(child -> !child.equals(parent.id())).map(listed::get)
                            .filter(child -> child != null && !Severities.worse(child.severity(), parent.severity()))
                            .forEach(child -> children.put(child.id(), parent.id()));
                }
            }
            return children;
        });
    }

    @Override
    public Situation open(Collection<String> ids, Choice choice) throws StoreException {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(ids));
        if (distinct.size() < 2) {
            throw new SituationException(Reason.TOO_FEW);
        }
        return change(distinct, tx -> {
            String anchor = distinct.getFirst();
            for (String alarm : distinct.subList(1, distinct.size())) {
                decide(tx, DecisionKind.TOGETHER, alarm, anchor, choice);
            }
            return anchor;
        });
    }

    @Override
    public Situation move(Collection<String> ids, String situation, Choice choice) throws StoreException {
        return change(ids, tx -> {
            Situation target = find(tx, situation);
            for (String alarm : new LinkedHashSet<>(ids)) {
                if (target.alarms().contains(alarm)) {
                    throw new SituationException(Reason.ALREADY_THERE, alarm, situation);
                }
                decide(tx, DecisionKind.TOGETHER, alarm, target.parent(), choice);
            }
            return target.parent();
        });
    }

    /** Decides something about existing alarms in a transaction, correlates, and returns the situation of the alarm that is named. */
    private Situation change(Collection<String> ids, org.towercrier.store.Change<String> deciding) throws StoreException {
        CorrelationSettings settings = settings();
        return store.write(tx -> {
            refuseUnknown(tx, ids);
            String anchor = deciding.run(tx);
            return of(correlation.run(tx, settings), anchor).orElseThrow(() -> new SituationException(Reason.UNKNOWN_ALARM, anchor));
        });
    }

    @Override
    public List<Decision> reject(Collection<String> ids, Choice choice) throws StoreException {
        CorrelationSettings settings = settings();
        return store.write(tx -> {
            refuseUnknown(tx, ids);
            List<Situation> before = correlation.stored(tx.sql());
            List<Decision> made = new ArrayList<>();
            for (String alarm : new LinkedHashSet<>(ids)) {
                Situation own = of(before, alarm).orElseThrow(() -> new SituationException(Reason.IN_NO_SITUATION, alarm));
                made.add(decide(tx, DecisionKind.APART, alarm, anchor(own, alarm, ids), choice));
            }
            correlation.run(tx, settings);
            return made;
        });
    }

    /** The parent; for the parent itself the first other member that stays, so that the rest remains a situation. */
    private static String anchor(Situation situation, String alarm, Collection<String> rejected) {
        if (!situation.parent().equals(alarm)) {
            return situation.parent();
        }
        List<String> others = situation.alarms().stream().filter(other -> !other.equals(alarm)).toList();
        return others.stream().filter(other -> !rejected.contains(other)).findFirst().orElse(others.getFirst());
    }

    private Decision decide(Transaction tx, DecisionKind kind, String alarm, String anchor, Choice choice) throws StoreException {
        Instant now = clock.instant();
        Decision decision = decisions.add(tx, kind, alarm, anchor, now, choice);
        AlarmAction action = kind == DecisionKind.TOGETHER ? AlarmAction.GROUPED : AlarmAction.UNGROUPED;
        history.note(tx, new HistoryEntry(alarm, now, choice.user(), action, choice.text(), Optional.of(beside(action, anchor))));
        return decision;
    }

    /** With which other alarm it belongs together, or does not. */
    private static Sentence beside(AlarmAction action, String anchor) {
        return Sentence.of(action == AlarmAction.GROUPED ? "history.with" : "history.without", anchor);
    }

    private void refuseUnknown(Transaction tx, Collection<String> ids) {
        List<String> known = alarms.readSummaries(tx.sql(), alarms.ids(ids)).stream().map(Alarm::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new SituationException(Reason.UNKNOWN_ALARM, id);
        });
    }

    private Situation find(Transaction tx, String id) {
        return correlation.stored(tx.sql()).stream().filter(situation -> situation.id().equals(id)).findFirst()
                .orElseThrow(() -> new SituationException(Reason.UNKNOWN_SITUATION, id));
    }

    private static Optional<Situation> of(List<Situation> situations, String alarm) {
        return situations.stream().filter(situation -> situation.alarms().contains(alarm)).findFirst();
    }

    @Override
    public List<Decision> decisions(boolean all) throws StoreException {
        return store.read(sql -> decisions.read(sql, all));
    }

    @Override
    public void revoke(Collection<Long> ids, String user) throws StoreException {
        CorrelationSettings settings = settings();
        store.write(tx -> {
            Map<Long, Decision> known = decisions.read(tx.sql(), true).stream().collect(Collectors.toMap(Decision::id, each -> each));
            for (long id : ids) {
                Decision decision = Optional.ofNullable(known.get(id))
                        .orElseThrow(() -> new SituationException(Reason.UNKNOWN_DECISION, id));
                decision.revocation().ifPresent(earlier -> {
                    throw new SituationException(Reason.ALREADY_REVOKED, id, earlier.user(), earlier.time());
                });
                AlarmAction action = decision.kind() == DecisionKind.TOGETHER ? AlarmAction.UNGROUPED : AlarmAction.GROUPED;
                history.note(tx, new HistoryEntry(decision.alarm(), clock.instant(), user, action, "",
                        Optional.of(beside(action, decision.anchor()))));
            }
            decisions.revoke(tx, ids, user, clock.instant());
            return correlation.run(tx, settings);
        });
    }

    @Override
    public CorrelationSettings settings() throws StoreException {
        return policy.read();
    }

    @Override
    public void settings(CorrelationSettings settings) throws StoreException {
        policy.write(settings);
        correlate();
    }
}
