package org.towercrier.planning.ortools.internal;

import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.planning.solver.Programme;
import org.towercrier.planning.solver.Programme.Row;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Kind;
import org.towercrier.planning.solver.ProgrammeSolver.Limits;
import org.towercrier.planning.solver.ProgrammeSolver.Listener;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;

/** A mixed programme by branch and cut (SCIP), or its linear relaxation (GLOP). */
final class LinearSearch {

    private final Programme programme;
    private final Limits limits;
    private final Listener listener;
    private final boolean relaxed;

    LinearSearch(Programme programme, Limits limits, Listener listener) {
        this.programme = programme;
        this.limits = limits;
        this.listener = listener;
        relaxed = limits.kind() == Kind.RELAXATION;
        if (!relaxed && programme.rows().stream().anyMatch(row -> row.condition() >= 0)) {
            throw new IllegalArgumentException("Branch and cut takes no conditional rows");
        }
    }

    Answer solve() {
        MPSolver solver = MPSolver.createSolver(relaxed ? "GLOP" : "SCIP");
        try (MPSolverParametersHandle handle = new MPSolverParametersHandle()) {
            MPVariable[] variables = fill(solver);
            solver.setTimeLimit(Math.max(1, limits.time().toMillis()));
            handle.parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, limits.gap());
            MPSolver.ResultStatus status;
            try (Watch watch = new Watch(listener.cancelled(), solver::interruptSolve)) {
                status = solver.solve(handle.parameters);
            }
            return answer(solver, variables, status);
        } finally {
            solver.delete();
        }
    }

    private Answer answer(MPSolver solver, MPVariable[] variables, MPSolver.ResultStatus status) {
        return switch (status) {
            case OPTIMAL -> found(solver, variables, Outcome.OPTIMAL);
            // A relaxation that was not solved to the end proves nothing.
            case FEASIBLE -> relaxed ? Answer.unknown() : found(solver, variables, Outcome.FEASIBLE);
            case INFEASIBLE -> new Answer(Outcome.INFEASIBLE, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
            default -> Answer.unknown();
        };
    }

    private Answer found(MPSolver solver, MPVariable[] variables, Outcome outcome) {
        double[] values = new double[variables.length];
        for (int v = 0; v < values.length; v++) {
            values[v] = variables[v].solutionValue();
            if (!relaxed && programme.isInteger(v)) {
                values[v] = Math.rint(values[v]);
            }
        }
        double objective = solver.objective().value();
        double bound = relaxed ? objective : solver.objective().bestBound();
        return new Answer(outcome, Optional.of(values), OptionalDouble.of(objective),
                Double.isFinite(bound) ? OptionalDouble.of(bound) : OptionalDouble.empty());
    }

    private MPVariable[] fill(MPSolver solver) {
        MPVariable[] variables = new MPVariable[programme.variables()];
        double[] hint = new double[variables.length];
        for (int v = 0; v < variables.length; v++) {
            variables[v] = solver.makeVar(programme.lower(v), programme.upper(v), programme.isInteger(v) && !relaxed, "");
            if (programme.cost(v) != 0) {
                solver.objective().setCoefficient(variables[v], programme.cost(v));
            }
            hint[v] = programme.hint(v);
        }
        if (programme.minimises()) {
            solver.objective().setMinimization();
        } else {
            solver.objective().setMaximization();
        }
        for (Row row : programme.rows()) {
            if (row.condition() >= 0) {
                continue;
            }
            MPConstraint constraint = solver.makeConstraint(row.lower(), row.upper());
            for (int i = 0; i < row.variables().length; i++) {
                constraint.setCoefficient(variables[row.variables()[i]], row.coefficients()[i]);
            }
        }
        if (programme.hinted() && !relaxed) {
            solver.setHint(variables, hint);
        }
        return variables;
    }

    /** Frees the parameters, which live outside the heap. */
    private static final class MPSolverParametersHandle implements AutoCloseable {
        private final MPSolverParameters parameters = new MPSolverParameters();

        @Override
        public void close() {
            parameters.delete();
        }
    }
}
