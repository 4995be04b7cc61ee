package org.towercrier.expansion.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.areas.AreaException;
import org.towercrier.areas.CellPeople;
import org.towercrier.areas.CustomersOfCell;
import org.towercrier.areas.PeopleQuestion;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.alarm.AlarmFilter;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.capacity.forecast.Forecasts;
import org.towercrier.capacity.forecast.LoadForecast;
import org.towercrier.expansion.ActionKind;
import org.towercrier.expansion.CandidateSites;
import org.towercrier.expansion.CellLoad;
import org.towercrier.expansion.CellState;
import org.towercrier.expansion.CostCatalogues;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.Expansion;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.PlanException;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.Proposal;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Situation;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.expansion.internal.read.LoadReader;
import org.towercrier.expansion.internal.read.Surroundings;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.network.Topology;
import org.towercrier.network.TopologyService;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;

/** Diagnoses and plans over the open workspace. */
@Component
public final class ExpansionComponent implements Expansion {

    private static final double DAYS_OF_MONTH = 365.25 / 12;
    /** Cells below this share of their limit are not asked for a forecast: they would have to double. */
    private static final double HALF = 0.5;

    private final Store store;
    private final TopologyService topology;
    private final AlarmService alarms;
    private final Forecasts forecasts;
    private final CostCatalogues catalogues;
    private final CandidateSites candidates;
    private final Planner planner;
    private final List<ActionKind> kinds;
    /** Comes and goes with the area of customers. */
    private final AtomicReference<CustomersOfCell> customers = new AtomicReference<>();

    /** With the services of the workspace; customers only where that area is installed. */
    @Activate
    public ExpansionComponent(@Reference Store store, @Reference TopologyService topology, @Reference AlarmService alarms,
            @Reference Forecasts forecasts, @Reference CostCatalogues catalogues, @Reference CandidateSites candidates,
            @Reference Planner planner,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ActionKind> kinds) {
        this.store = store;
        this.topology = topology;
        this.alarms = alarms;
        this.forecasts = forecasts;
        this.catalogues = catalogues;
        this.candidates = candidates;
        this.planner = planner;
        this.kinds = List.copyOf(kinds);
    }

    /** Customers weigh relief where that area is installed. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setCustomers(CustomersOfCell area) {
        customers.set(area);
    }

    /** The area goes. */
    public void unsetCustomers(CustomersOfCell area) {
        customers.compareAndSet(area, null);
    }

    @Override
    public ExpansionPlan plan(PlanRequest request, PlanningMonitor monitor) throws StoreException, PlanException {
        return new PlanMaker(planner, monitor).make(study(request, monitor), request);
    }

    @Override
    public PlanCurve brief(PlanRequest request, PlanningMonitor monitor) throws StoreException, PlanException {
        return new PlanMaker(planner, monitor).brief(study(request, monitor), request);
    }

    @Override
    public PlanCurve curve(PlanRequest request, PlanningMonitor monitor, Consumer<ExpansionPlan> found)
            throws StoreException, PlanException {
        return new PlanMaker(planner, monitor).curve(study(request, monitor), request, found);
    }

    private Study study(PlanRequest request, PlanningMonitor monitor) throws StoreException, PlanException {
        Texts texts = new Texts(request.locale());
        Limits limits = request.terms().limits();
        Cancellation cancel = new MonitorCancellation(monitor);
        Set<Sentence> notes = new LinkedHashSet<>();
        Instant newest = store.read(LoadReader::newest, cancel).orElseThrow(() -> new PlanException(texts.text("Plan_NoData")));
        CostCatalogue base = catalogues.inForce();
        CostCatalogue catalogue = Catalogues.with(base, request.terms().catalogue(), texts);
        Map<String, CellLoad> loads = store.read(sql -> LoadReader.read(sql, newest, request.zone(), limits), cancel);
        if (loads.isEmpty()) {
            notes.add(Sentence.of("Note_NoBusyHour"));
        }
        Map<String, Double> growth = growth(loads, request, cancel, notes);
        Topology network = topology.load();
        Map<String, Map<String, Double>> neighbours = store.read(Surroundings::neighbours, cancel);
        if (neighbours.isEmpty()) {
            notes.add(Sentence.of("Note_NoNeighbours"));
        }
        Situation unjudged = new SituationBuilder(network, loads, growth, limits).build(neighbours, candidates(request.terms()),
                store.read(Surroundings::accessPoints, cancel));
        Situation situation = judged(unjudged, request, notes);
        String currency = catalogue.getCurrency() == null ? "" : catalogue.getCurrency();
        return new Study(situation, proposals(situation, catalogue, request.terms()), new Diagnoser(situation).diagnoses(), newest,
                currency,
                network.synthetic(), List.copyOf(notes), catalogues.kinds());
    }

    /** Those of the request, then those of the workspace that it does not name itself. */
    private List<Place> candidates(Terms terms) throws StoreException {
        Map<String, Place> places = new LinkedHashMap<>();
        terms.candidates().forEach(place -> places.put(place.id(), place));
        candidates.list().forEach(listed -> places.putIfAbsent(listed.id(), listed.place()));
        return List.copyOf(places.values());
    }

    /** Growth of the busy-hour load to the horizon, by cell. */
    private Map<String, Double> growth(Map<String, CellLoad> loads, PlanRequest request, Cancellation cancel, Set<Sentence> notes)
            throws StoreException {
        List<String> full = loads.entrySet().stream().filter(each -> each.getValue().fullness(request.terms().limits()) >= HALF)
                .map(Map.Entry::getKey).toList();
        if (full.isEmpty()) {
            return Map.of();
        }
        int days = (int) Math.round(request.horizon() * DAYS_OF_MONTH);
        Map<String, Double> growth = new HashMap<>();
        try {
            for (LoadForecast each : forecasts.forecasts(Forecasts.Request.all(request.zone()).of(full).ahead(days), cancel)) {
                if (!each.subject().sector() && each.forecast().isPresent() && each.level() > 0) {
                    each.levelOn(each.lastDay().plusDays(days)).ifPresent(then -> growth.put(each.subject().cell(), then / each.level()));
                }
            }
        } catch (RuleSetException broken) {
            notes.add(Sentence.of("Note_NoForecast", String.valueOf(broken.getMessage())));
        }
        long capped = growth.values().stream().filter(factor -> factor > Demand.MOST).count();
        if (capped > 0) {
            notes.add(Sentence.of("Note_Capped", capped, Demand.MOST));
        }
        if (growth.size() < full.size()) {
            notes.add(Sentence.of("Note_WithoutForecast", full.size() - growth.size(), full.size()));
        }
        return growth;
    }

    private Situation judged(Situation situation, PlanRequest request, Set<Sentence> notes) throws StoreException {
        Set<String> alarmed = new HashSet<>();
        alarms.summaries(AlarmFilter.ACTIVE).stream()
                .filter(alarm -> alarm.kind() == AlarmKind.DENSE_LOAD || alarm.kind() == AlarmKind.INTERMITTENT_PEAK)
                .forEach(alarm -> alarmed.add(alarm.cell()));
        Diagnoser diagnoser = new Diagnoser(situation);
        Map<String, CellState> cells = new HashMap<>();
        situation.cells().forEach((id, cell) -> cells.put(id, cell.judged(diagnoser.cause(cell, alarmed), 1)));
        List<CellState> needy = cells.values().stream().filter(CellState::needy).toList();
        Map<String, Double> worth = Worth.of(needy, people(needy, notes), request.terms().weights());
        cells.replaceAll((id, cell) -> cell.judged(cell.cause(), worth.getOrDefault(id, 1.0)));
        return new Situation(cells, situation.neighbours(), situation.sectors(), situation.sites(), situation.candidates(),
                situation.accessPoints(), situation.limits());
    }

    private Map<String, CellPeople> people(List<CellState> needy, Set<Sentence> notes) {
        Optional<CustomersOfCell> area = Optional.ofNullable(customers.get());
        if (area.isEmpty() || needy.isEmpty()) {
            notes.add(Sentence.of("Note_NoCustomers"));
            return Map.of();
        }
        try {
            return area.get().of(needy.stream().map(CellState::id).toList(), PeopleQuestion.USUAL);
        } catch (AreaException unreadable) {
            notes.add(Sentence.verbatim(String.valueOf(unreadable.getMessage())));
            return Map.of();
        }
    }

    private List<Proposal> proposals(Situation situation, CostCatalogue catalogue, Terms terms) {
        List<Proposal> proposals = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ActionKind kind : kinds) {
            for (CostItem item : catalogue.getItems()) {
                if (kind.id().equals(item.getName())) {
                    kind.propose(situation, item).stream().filter(proposal -> ids.add(proposal.id()))
                            .map(proposal -> sourced(proposal, terms)).forEach(proposals::add);
                }
            }
        }
        proposals.sort((one, other) -> one.id().compareTo(other.id()));
        return proposals;
    }

    /** Figures of the request itself have it as their source. */
    private static Proposal sourced(Proposal proposal, Terms terms) {
        Map<String, Double> own = terms.catalogue().getOrDefault(proposal.action(), Map.of());
        return own.isEmpty() ? proposal
                : proposal.from(Sentence.of("Plan_OwnFigures", String.join(", ", own.keySet().stream().sorted().toList()))
                        .and(proposal.source()));
    }
}
