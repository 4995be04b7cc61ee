package org.towercrier.planning.internal;

import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.Covering;
import org.towercrier.planning.FacilityLocation;
import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.GraphColouring;
import org.towercrier.planning.PMedian;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.Problem;
import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.internal.choice.ChoiceSearch;
import org.towercrier.planning.internal.colouring.ColouringSearch;
import org.towercrier.planning.internal.frequency.FrequencySearch;
import org.towercrier.planning.internal.covering.CoveringSearch;
import org.towercrier.planning.internal.location.Locations;
import org.towercrier.planning.internal.sites.SiteSearch;
import org.towercrier.planning.solver.ProgrammeSolver;

/** Hands each problem to its search. */
@Component
public final class PlannerService implements Planner {

    private final Optional<ProgrammeSolver> library;

    @Activate
    public PlannerService(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) ProgrammeSolver library) {
        this(Optional.ofNullable(library));
    }

    public PlannerService(Optional<ProgrammeSolver> library) {
        this.library = library;
    }

    @Override
    public Optional<String> solver() {
        return library.map(ProgrammeSolver::name);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> PlanningResult<S> solve(Problem<S> problem, PlanningOptions options, PlanningMonitor monitor) {
        // Each problem names its solution type, so the results below are of the type asked for.
        return (PlanningResult<S>) switch ((Problem<?>) problem) {
            case BudgetedChoice choice -> run(choice, options, monitor, search -> new ChoiceSearch(choice, search).run());
            case PMedian median -> run(median, options, monitor, search -> Locations.solve(median, search));
            case FacilityLocation location -> run(location, options, monitor, search -> Locations.solve(location, search));
            case GraphColouring graph -> run(graph, options, monitor, search -> new ColouringSearch(graph, search).run());
            case FrequencyAssignment assignment ->
                run(assignment, options, monitor, search -> new FrequencySearch(assignment, search).run());
            case SitePlanning sites -> run(sites, options, monitor, search -> new SiteSearch(sites, search).run());
            case Covering covering -> run(covering, options, monitor, search -> new CoveringSearch(covering, search).run());
        };
    }

    private <T> PlanningResult<T> run(Problem<T> problem, PlanningOptions options, PlanningMonitor monitor, Consumer<Search<T>> method) {
        Search<T> search = new Search<>(problem, options, monitor, library);
        method.accept(search);
        return search.result();
    }
}
