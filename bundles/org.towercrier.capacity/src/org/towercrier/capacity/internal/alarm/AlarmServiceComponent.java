package org.towercrier.capacity.internal.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.alarm.AlarmLifeCycle;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.AlarmTrigger;
import org.towercrier.capacity.alarm.BulkStep;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.OperatorStep;
import org.towercrier.capacity.alarm.OtherRules;
import org.towercrier.capacity.alarm.ReconcileSummary;
import org.towercrier.capacity.alarm.Refusal;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.alarm.Step;
import org.towercrier.capacity.alarm.StepRecord;
import org.towercrier.capacity.internal.situation.CorrelationRun;
import org.towercrier.capacity.internal.situation.PolicyDocument;
import org.towercrier.capacity.situation.CorrelationSettings;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/** The alarm list in the tables of the open workspace. */
@Component(service = AlarmService.class)
public final class AlarmServiceComponent implements AlarmService {

    private static final Comparator<Ranked> WORST_THEN_LATEST = Comparator.comparing(Ranked::severity, Severities.WORST_FIRST)
            .thenComparing(Ranked::raised, Comparator.reverseOrder()).thenComparing(ranked -> ranked.alarm().id());

    /** What alarms are ordered by, worked out once: a hundred thousand are compared millions of times. */
    private record Ranked(Alarm alarm, PerceivedSeverity severity, Instant raised) {
    }

    private final Store store;
    private final AlarmLifeCycle lifeCycle;
    private final AlarmTable alarms = new AlarmTable();
    private final HistoryTable history = new HistoryTable();
    private final AlarmBook book = new AlarmBook(alarms, history);
    private final CorrelationRun correlation = new CorrelationRun();
    private final Clock clock;

    @Activate
    public AlarmServiceComponent(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    /** With a clock of the caller's own. */
    public AlarmServiceComponent(Store store, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.lifeCycle = new AlarmLifeCycle(clock);
    }

    @Override
    public ReconcileSummary reconcile(DetectionResult result, OtherRules others) throws StoreException {
        CorrelationSettings settings = new PolicyDocument(store.documents()).read();
        return store.write(tx -> {
            List<Alarm> existing = existing(tx, result);
            SyntheticCells synthetic = SyntheticCells.read(tx.sql());
            AlarmReconciler reconciler = new AlarmReconciler(result.from(), result.to(),
                    episode -> synthetic.contains(episode.cell()));
            List<AlarmEpisode> episodes = result.episodes();
            List<Step> steps = reconciler.reconcile(existing, episodes);
            book.enter(tx, existing, steps, false);
            int retired = retire(tx, result, others);
            expire(tx);
            correlation.run(tx, settings);
            int active = tx.sql().fetchCount(DSL.selectFrom(alarms.table()).where(alarms.listed()));
            return summary(steps, retired, active);
        });
    }

    /** The records of the rules that were evaluated, and those of other rules that are about the same. */
    private List<Alarm> existing(Transaction tx, DetectionResult result) {
        List<Alarm> existing = new ArrayList<>(alarms.read(tx.sql(), alarms.ofRules(result.ruleSet(), result.rules())));
        Set<String> known = existing.stream().map(Alarm::id).collect(Collectors.toSet());
        Set<AlarmIdentity> found = result.episodes().stream().map(AlarmReconciler::identity).collect(Collectors.toSet());
        Set<String> objects = found.stream().map(AlarmIdentity::objectInstance).collect(Collectors.toSet());
        alarms.readObjects(tx.sql(), objects).stream()
                .filter(alarm -> alarm.kind() != AlarmKind.EXTERNAL && found.contains(alarm.identity()) && !known.contains(alarm.id()))
                .forEach(existing::add);
        return existing;
    }

    /** Clears the alarms of rules that are no longer evaluated. */
    private int retire(Transaction tx, DetectionResult result, OtherRules others) throws StoreException {
        if (others == OtherRules.KEEP) {
            return 0;
        }
        Condition ofOthers = DSL.not(alarms.ofRules(result.ruleSet(), result.rules()));
        Condition retired = others == OtherRules.CLEAR ? ofOthers : ofOthers.and(alarms.ofSet(result.ruleSet()));
        List<Alarm> up = alarms.read(tx.sql(), alarms.up().and(retired)).stream().filter(alarm -> alarm.kind() != AlarmKind.EXTERNAL)
                .toList();
        book.enter(tx, up, up.stream().map(alarm -> AlarmReconciler.retired(alarm, result.to())).toList(), false);
        return up.size();
    }

    private static ReconcileSummary summary(List<Step> steps, int retired, int active) {
        int raised = 0;
        int changed = 0;
        int cleared = retired;
        int withdrawn = 0;
        for (Step step : steps) {
            List<AlarmAction> actions = step.history().stream().map(HistoryEntry::action).toList();
            if (step.alarm().isEmpty()) {
                withdrawn++;
            } else if (actions.contains(AlarmAction.RAISED)) {
                raised++;
            } else if (actions.contains(AlarmAction.CLEARED)) {
                cleared++;
            } else {
                changed++;
            }
        }
        return new ReconcileSummary(raised, changed, cleared, withdrawn, active);
    }

    @Override
    public List<Alarm> list(AlarmFilter filter) throws StoreException {
        return sorted(store.read(sql -> alarms.read(sql, condition(filter))), filter);
    }

    @Override
    public List<Alarm> summaries(AlarmFilter filter) throws StoreException {
        return sorted(store.read(sql -> alarms.readSummaries(sql, condition(filter))), filter);
    }

    private Condition condition(AlarmFilter filter) {
        Condition listed = filter.all() ? DSL.trueCondition() : alarms.listed();
        return listed.and(filter.cell().map(alarms::ofCell).orElse(DSL.trueCondition()));
    }

    private static List<Alarm> sorted(List<Alarm> read, AlarmFilter filter) {
        return read.stream().filter(filter::accepts).map(alarm -> new Ranked(alarm, alarm.severity(), alarm.raised()))
                .sorted(WORST_THEN_LATEST).map(Ranked::alarm).toList();
    }

    @Override
    public Optional<Alarm> find(String id) throws StoreException {
        return store.read(sql -> alarms.read(sql, alarms.ids(List.of(id)))).stream().findFirst();
    }

    @Override
    public List<HistoryEntry> history(String id) throws StoreException {
        return store.read(sql -> history.read(sql, id));
    }

    @Override
    public Map<String, List<HistoryEntry>> histories(Collection<String> ids) throws StoreException {
        return store.read(sql -> history.read(sql, ids));
    }

    @Override
    public Map<String, List<HistoryEntry>> historiesOf(Set<AlarmAction> actions) throws StoreException {
        return store.read(sql -> history.readActions(sql, actions));
    }

    @Override
    public Set<AlarmTrigger> allowed(Alarm alarm) {
        return lifeCycle.allowed(alarm);
    }

    @Override
    public BulkStep perform(Collection<String> ids, String user, OperatorStep step) throws StoreException {
        return store.write(tx -> book.take(tx, ids, alarm -> lifeCycle.take(alarm, user, step)));
    }

    @Override
    public BulkStep performWhereAllowed(Collection<String> ids, String user, OperatorStep step) throws StoreException {
        return store.write(tx -> {
            List<Refusal> refused = new ArrayList<>();
            Set<String> allowed = new LinkedHashSet<>(ids);
            for (Alarm alarm : book.named(tx, ids)) {
                lifeCycle.refusal(alarm, step.trigger()).ifPresent(refusal -> {
                    refused.add(refusal);
                    allowed.remove(alarm.id());
                });
            }
            BulkStep taken = book.take(tx, allowed, alarm -> lifeCycle.take(alarm, user, step));
            return new BulkStep(taken.step(), taken.alarms(), refused);
        });
    }

    @Override
    public List<StepRecord> steps(int limit) throws StoreException {
        return store.read(sql -> history.steps(sql, limit));
    }

    @Override
    public BulkStep undo(long step, String user) throws StoreException {
        return store.write(tx -> new Undo(lifeCycle, alarms, history, book).run(tx, step, user));
    }

    @Override
    public List<Alarm> expireShelves() throws StoreException {
        List<Alarm> due = store.read(sql -> alarms.readSummaries(sql, alarms.shelvedUntil(clock.instant())));
        return due.isEmpty() ? List.of() : store.write(tx -> expire(tx));
    }

    private List<Alarm> expire(Transaction tx) throws StoreException {
        List<Alarm> due = alarms.read(tx.sql(), alarms.shelvedUntil(clock.instant()));
        List<Step> steps = due.stream().map(lifeCycle::expire).flatMap(Optional::stream).toList();
        book.enter(tx, due, steps, false);
        return steps.stream().flatMap(step -> step.alarm().stream()).toList();
    }

    @Override
    public Optional<Instant> nextExpiry() throws StoreException {
        return store.read(alarms::nextExpiry);
    }
}
