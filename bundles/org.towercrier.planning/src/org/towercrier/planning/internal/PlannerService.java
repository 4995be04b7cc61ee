package org.towercrier.planning.internal;

import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.ChoicePlan;
import org.towercrier.planning.Planner;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.Problem;
import org.towercrier.planning.internal.choice.ChoiceSearch;
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
            case BudgetedChoice choice -> solved(choice, options, monitor);
            default -> throw new UnsupportedOperationException(problem.getClass().getSimpleName());
        };
    }

    private PlanningResult<ChoicePlan> solved(BudgetedChoice problem, PlanningOptions options, PlanningMonitor monitor) {
        Search<ChoicePlan> search = new Search<>(problem, options, monitor, library);
        new ChoiceSearch(problem, search).run();
        return search.result();
    }
}
