package org.towercrier.capacity.internal.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmActionException;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmLifeCycle;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.alarm.ReconcileSummary;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.capacity.alarm.Step;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/** The alarm list in the tables of the open workspace. */
@Component(service = AlarmService.class)
public final class AlarmServiceComponent implements AlarmService {

    private static final Comparator<Alarm> WORST_THEN_LATEST = Comparator.comparing(Alarm::severity, Severities.WORST_FIRST)
            .thenComparing(Alarm::raised, Comparator.reverseOrder()).thenComparing(Alarm::id);

    private final Store store;
    private final AlarmLifeCycle lifeCycle;
    private final AlarmTable alarms = new AlarmTable();
    private final HistoryTable history = new HistoryTable();

    @Activate
    public AlarmServiceComponent(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    /** With a clock of the caller's own. */
    public AlarmServiceComponent(Store store, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.lifeCycle = new AlarmLifeCycle(clock);
    }

    @Override
    public ReconcileSummary reconcile(DetectionResult result) throws StoreException {
        return store.write(tx -> {
            List<Alarm> existing = alarms.read(tx.sql(), alarms.ofRules(result.ruleSet(), result.rules()));
            SyntheticCells synthetic = SyntheticCells.read(tx.sql());
            AlarmReconciler reconciler = new AlarmReconciler(result.from(), result.to(),
                    episode -> synthetic.contains(episode.cell()));
            List<AlarmEpisode> episodes = result.episodes();
            List<Step> steps = reconciler.reconcile(existing, episodes);
            apply(tx, steps);
            int active = tx.sql().fetchCount(DSL.selectFrom(alarms.table()).where(alarms.listed()));
            return summary(steps, active);
        });
    }

    private static ReconcileSummary summary(List<Step> steps, int active) {
        int raised = 0;
        int changed = 0;
        int cleared = 0;
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
        return read.stream().filter(filter::accepts).sorted(WORST_THEN_LATEST).toList();
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
    public List<Alarm> acknowledge(Collection<String> ids, String user, String text) throws StoreException {
        return each(ids, alarm -> lifeCycle.acknowledge(alarm, user, text));
    }

    @Override
    public List<Alarm> unacknowledge(Collection<String> ids, String user, String text) throws StoreException {
        return each(ids, alarm -> lifeCycle.unacknowledge(alarm, user, text));
    }

    @Override
    public List<Alarm> comment(Collection<String> ids, String user, String text) throws StoreException {
        return each(ids, alarm -> lifeCycle.comment(alarm, user, text));
    }

    @Override
    public List<Alarm> assign(Collection<String> ids, String user, String assignee) throws StoreException {
        return each(ids, alarm -> lifeCycle.assign(alarm, user, assignee));
    }

    @Override
    public List<Alarm> shelve(Collection<String> ids, String user, Instant until, String text) throws StoreException {
        return each(ids, alarm -> lifeCycle.shelve(alarm, user, until, text));
    }

    @Override
    public List<Alarm> unshelve(Collection<String> ids, String user, String text) throws StoreException {
        return each(ids, alarm -> lifeCycle.unshelve(alarm, user, text));
    }

    @Override
    public List<Alarm> clear(Collection<String> ids, String user, String text) throws StoreException {
        return each(ids, alarm -> lifeCycle.clear(alarm, user, text));
    }

    /** One action of a person on one alarm. */
    @FunctionalInterface
    private interface Action {
        Step apply(Alarm alarm);
    }

    private List<Alarm> each(Collection<String> ids, Action action) throws StoreException {
        return store.write(tx -> {
            Map<String, Alarm> found = new LinkedHashMap<>();
            alarms.read(tx.sql(), alarms.ids(ids)).forEach(alarm -> found.put(alarm.id(), alarm));
            List<Step> steps = new ArrayList<>();
            for (String id : new LinkedHashSet<>(ids)) {
                Alarm alarm = found.get(id);
                if (alarm == null) {
                    throw new AlarmActionException(id, "does not exist");
                }
                steps.add(action.apply(alarm));
            }
            apply(tx, steps);
            return steps.stream().flatMap(step -> step.alarm().stream()).toList();
        });
    }

    private void apply(Transaction tx, List<Step> steps) throws StoreException {
        alarms.delete(tx, steps.stream().map(Step::id).toList());
        alarms.insert(tx, steps.stream().flatMap(step -> step.alarm().stream()).toList());
        history.append(tx, steps.stream().flatMap(step -> step.history().stream()).toList());
    }
}
