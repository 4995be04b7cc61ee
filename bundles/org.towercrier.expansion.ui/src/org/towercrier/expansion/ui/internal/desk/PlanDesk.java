package org.towercrier.expansion.ui.internal.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellHeadroom;
import org.towercrier.areas.CellHeadroom.Headroom;
import org.towercrier.areas.CellPeople;
import org.towercrier.areas.CustomersOfCell;
import org.towercrier.areas.PeopleQuestion;
import org.towercrier.expansion.CandidateSites;
import org.towercrier.expansion.CostCatalogues;
import org.towercrier.expansion.Expansion;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.network.TopologyService;
import org.towercrier.planning.Planner;
import org.towercrier.store.Cancellation;
import org.towercrier.store.DocumentDamagedException;
import org.towercrier.store.Store;
import org.towercrier.store.StoreEvents;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/**
 * The plan that all views of the workbench work on, as long as a workspace is open: what is asked, what was solved, which of the solved
 * plans is looked at, and the search while it runs. Safe for use by several threads; followers are told on whichever thread changed it.
 */
@Component(service = { PlanDesk.class, EventHandler.class }, property = { "event.topics=" + StoreEvents.CHANGED,
        "event.topics=" + StoreEvents.DOCUMENT })
public final class PlanDesk implements EventHandler {

    /** What plans rest on. */
    private static final Set<String> TABLES = Set.of("cell", "site", "cell_measurement", "neighbour_relation", "access_point",
            CandidateSites.TABLE);

    private final Store store;
    private final TopologyService topology;
    private final Expansion expansion;
    private final ExpansionPlans plans;
    private final Planner planner;
    private final CandidateSites candidates;
    private final Draft draft;
    private final AtomicReference<CustomersOfCell> customers = new AtomicReference<>();
    private final AtomicReference<CellHeadroom> headroom = new AtomicReference<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final AtomicReference<DeskState> state = new AtomicReference<>(DeskState.START);
    private final AtomicReference<Optional<Ground>> ground = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Job>> search = new AtomicReference<>(Optional.empty());
    private boolean opened;
    /** What is kept of what was laid down; absent before it is known. */
    private Optional<Optional<PlanQuestion>> drafted = Optional.empty();

    /** Over the services of the open workspace. */
    @Activate
    public PlanDesk(@Reference Store store, @Reference TopologyService topology, @Reference Expansion expansion,
            @Reference ExpansionPlans plans, @Reference Planner planner, @Reference CandidateSites candidates,
            @Reference Draft draft) {
        this.store = store;
        this.topology = topology;
        this.expansion = expansion;
        this.plans = plans;
        this.planner = planner;
        this.candidates = candidates;
        this.draft = draft;
    }

    /** Customers are shown where that area is installed. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setCustomers(CustomersOfCell area) {
        customers.set(area);
    }

    /** The area goes. */
    public void unsetCustomers(CustomersOfCell area) {
        customers.compareAndSet(area, null);
    }

    /** Who is nearest to the limit is told where that is known. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setHeadroom(CellHeadroom area) {
        headroom.set(area);
    }

    /** The area goes. */
    public void unsetHeadroom(CellHeadroom area) {
        headroom.compareAndSet(area, null);
    }

    @Deactivate
    void close() {
        cancel();
        followers.clear();
    }

    /** The network has changed: names are read anew when they are asked for next. */
    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(StoreEvents.TABLES) instanceof String[] tables && Arrays.stream(tables).anyMatch(TABLES::contains)) {
            ground.set(Optional.empty());
            change(DeskState::moved);
        } else if (CostCatalogues.KIND.equals(event.getProperty(StoreEvents.KIND))) {
            change(DeskState::moved);
        }
    }

    /** Tells whenever something has changed; the returned action ends that. */
    public Runnable follow(Runnable follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /** How it stands. */
    public DeskState state() {
        return state.get();
    }

    /** Whether a solver library proves plans on this platform. */
    public boolean hasSolver() {
        return planner.solver().isPresent();
    }

    /** Names and places; the newest of the kept plans is taken up when nothing was done yet. Reads the store. */
    public synchronized Ground ground(Cancellation cancel) throws StoreException {
        Optional<Ground> known = ground.get();
        if (known.isPresent()) {
            return known.get();
        }
        Table<Record> measurements = TableSchema.of(MeasurementPackage.eINSTANCE.getCellMeasurement()).table();
        boolean measured = store.read(sql -> sql.fetchExists(measurements), cancel);
        Ground found = Ground.of(topology.load(), measured, candidates.list());
        if (!opened) {
            takeUp(measured);
        }
        opened = true;
        ground.set(Optional.of(found));
        return found;
    }

    /** The newest plan, and what was laid down after it was solved. */
    private void takeUp(boolean measured) throws StoreException {
        Optional<PlanQuestion> laidDown = draft.recall();
        if (measured) {
            takeUpNewest();
        }
        laidDown.ifPresent(question -> change(before -> before.asking(question)));
        synchronized (draft) {
            drafted = Optional.of(laidDown);
        }
        keepDraft();
    }

    /** Keeps what is laid down and not solved yet. */
    private void keepDraft() {
        synchronized (draft) {
            Optional<PlanQuestion> now = state().draft();
            if (drafted.filter(before -> !before.equals(now)).isPresent()) {
                draft.keep(now);
                drafted = Optional.of(now);
            }
        }
    }

    /** A kept plan that cannot be read is said; the next one that can be is taken up. */
    private void takeUpNewest() throws StoreException {
        Optional<Exception> trouble = Optional.empty();
        for (ExpansionPlans.Headline headline : plans.list()) {
            try {
                Optional<ExpansionPlans.Kept> kept = plans.load(headline.name());
                if (kept.isPresent()) {
                    if (state().solved().isEmpty()) {
                        show(kept.get());
                    }
                    break;
                }
            } catch (DocumentDamagedException damaged) {
                trouble = trouble.isPresent() ? trouble : Optional.of(damaged);
            }
        }
        Optional<Exception> said = trouble;
        if (said.isPresent()) {
            change(before -> before.stopped(said));
        }
    }

    /** The cells nearest to their limit, the nearest first. Reads the store. */
    public List<Headroom> nearestToLimit(int most) throws AreaException {
        Optional<CellHeadroom> area = Optional.ofNullable(headroom.get());
        if (area.isEmpty()) {
            return List.of();
        }
        return area.get().of(List.of()).values().stream().filter(each -> each.busyHourLoad().isPresent())
                .sorted((one, other) -> Double.compare(fullness(other), fullness(one))).limit(most).toList();
    }

    private static double fullness(Headroom cell) {
        return cell.busyHourLoad().orElse(0.0) / cell.limit();
    }

    /** Shows a kept plan and takes up what it was the answer to. Reads the store. */
    public void show(ExpansionPlans.Kept kept) {
        ExpansionPlan plan = kept.plan();
        PlanQuestion question = PlanQuestion.of(plan);
        Solved found = new Solved(question, kept.curve().plans(), people(plan),
                Optional.of(new Solved.Shelved(kept.headline().name(), kept.headline().saved())), kept.curve().complete());
        change(before -> before.taken(found, plan.budget()));
    }

    /** The plan that is looked at was kept under a name. */
    public void kept(ExpansionPlan plan, String name, Instant saved) {
        change(before -> before.plan().filter(plan::equals).isPresent() ? before.shelved(new Solved.Shelved(name, saved)) : before);
    }

    /** A kept plan has another name now. */
    public void renamed(String name, String to) {
        change(before -> before.solved().flatMap(Solved::shelved).filter(where -> where.name().equals(name))
                .map(where -> before.shelved(new Solved.Shelved(to, where.saved()))).orElse(before));
    }

    /** Asks something else next time; what is solved stays. */
    public void ask(PlanQuestion question) {
        change(before -> before.asking(question));
    }

    /** Looks at the solved plan of another budget. */
    public void lookAt(double budget) {
        change(before -> before.lookingAt(budget));
    }

    /** Solves what is asked, in the background; nothing happens while a search runs. */
    public void solve(String jobName, ZoneId zone, Locale locale) {
        PlanQuestion question = state().question();
        SearchJob job = new SearchJob(jobName, this, expansion, plans, question, zone, locale);
        if (search.compareAndSet(Optional.empty(), Optional.of(job))) {
            change(DeskState::begun);
            job.schedule();
        }
    }

    /** Stops the search; the plans found so far stay. */
    public void cancel() {
        search.get().ifPresent(Job::cancel);
    }

    /** Called by the search when it is over. */
    void searched(Optional<Exception> trouble) {
        search.set(Optional.empty());
        change(before -> before.stopped(trouble));
    }

    /** People of all cells a plan speaks of; without them where nobody is known. */
    Map<String, CellPeople> people(ExpansionPlan plan) {
        CustomersOfCell area = customers.get();
        if (area == null) {
            return Map.of();
        }
        Set<String> cells = Stream.of(plan.actions().stream().map(ExpansionPlan.Chosen::cell),
                plan.actions().stream().flatMap(action -> action.relieves().stream()).map(ExpansionPlan.Relieved::cell),
                plan.whyNot().stream().map(ExpansionPlan.NotChosen::cell)).flatMap(ids -> ids).collect(Collectors.toSet());
        try {
            Map<String, CellPeople> known = new HashMap<>(area.of(cells, PeopleQuestion.USUAL));
            known.values().removeIf(people -> people.people() == 0);
            return known;
        } catch (AreaException unreadable) {
            // The plan says in its notes that customers could not be read; their columns stay empty.
            return Map.of();
        }
    }

    void change(UnaryOperator<DeskState> step) {
        state.updateAndGet(step);
        keepDraft();
        followers.forEach(Runnable::run);
    }
}
