package org.towercrier.planning.ortools.internal;

import org.osgi.service.component.annotations.Component;
import org.towercrier.planning.solver.Programme;
import org.towercrier.planning.solver.ProgrammeSolver;
import org.towercrier.planning.solver.SolverUnavailableException;

/** Google OR-Tools: CP-SAT for whole numbers, SCIP for mixed programmes, GLOP for linear relaxations. */
@Component
public final class OrToolsSolver implements ProgrammeSolver {

    private final Libraries libraries = new Libraries();

    @Override
    public String name() {
        return "OR-Tools 9.15";
    }

    @Override
    public Answer solve(Programme programme, Limits limits, Listener listener) throws SolverUnavailableException {
        libraries.load();
        if (listener.cancelled().getAsBoolean() || limits.time().isNegative() || limits.time().isZero()) {
            return Answer.unknown();
        }
        return switch (limits.kind()) {
            case CONSTRAINTS -> new ConstraintSearch(programme, limits, listener).solve();
            case BRANCH_AND_CUT, RELAXATION -> new LinearSearch(programme, limits, listener).solve();
        };
    }
}
