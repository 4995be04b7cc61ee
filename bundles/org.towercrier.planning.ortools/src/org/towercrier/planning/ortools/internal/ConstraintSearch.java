package org.towercrier.planning.ortools.internal;

import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.planning.solver.Programme;
import org.towercrier.planning.solver.Programme.Row;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Limits;
import org.towercrier.planning.solver.ProgrammeSolver.Listener;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;

import com.google.ortools.sat.ConstraintProto;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpModelProto;
import com.google.ortools.sat.CpObjectiveProto;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverResponse;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntegerVariableProto;
import com.google.ortools.sat.LinearConstraintProto;
import com.google.ortools.sat.PartialVariableAssignment;

/** A programme of whole numbers, solved by CP-SAT. */
final class ConstraintSearch {

    private static final double MILLIS = 1000;

    private final Programme programme;
    private final Limits limits;
    private final Listener listener;

    ConstraintSearch(Programme programme, Limits limits, Listener listener) {
        if (!programme.isWhole()) {
            throw new IllegalArgumentException("Constraint programming needs whole numbers");
        }
        this.programme = programme;
        this.limits = limits;
        this.listener = listener;
    }

    Answer solve() {
        CpModel model = new CpModel();
        fill(model.getBuilder());
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(limits.time().toMillis() / MILLIS).setNumWorkers(limits.workers())
                .setRelativeGapLimit(limits.gap()).setRandomSeed((int) limits.seed());
        // Not setBestBoundCallback: the library keeps a reference to a class there beyond the call it is valid for, and the process dies of it.
        CpSolverSolutionCallback callback = new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                double[] values = new double[programme.variables()];
                for (int v = 0; v < values.length; v++) {
                    values[v] = solutionIntegerValue(v);
                }
                listener.solution(values, objectiveValue());
                listener.bound(bestObjectiveBound());
            }
        };
        CpSolverStatus status;
        try (Watch watch = new Watch(listener.cancelled(), solver::stopSearch)) {
            status = solver.solve(model, callback);
        }
        return answer(status, solver);
    }

    private Answer answer(CpSolverStatus status, CpSolver solver) {
        return switch (status) {
            case OPTIMAL, FEASIBLE -> new Answer(status == CpSolverStatus.OPTIMAL ? Outcome.OPTIMAL : Outcome.FEASIBLE,
                    Optional.of(values(solver.response())), OptionalDouble.of(solver.objectiveValue()), bound(solver));
            case INFEASIBLE -> new Answer(Outcome.INFEASIBLE, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
            case MODEL_INVALID -> throw new IllegalArgumentException("The programme is not valid: " + solver.response().getSolutionInfo());
            default -> new Answer(Outcome.UNKNOWN, Optional.empty(), OptionalDouble.empty(), bound(solver));
        };
    }

    private static OptionalDouble bound(CpSolver solver) {
        double bound = solver.bestObjectiveBound();
        return Double.isInfinite(bound) || Double.isNaN(bound) ? OptionalDouble.empty() : OptionalDouble.of(bound);
    }

    private double[] values(CpSolverResponse response) {
        double[] values = new double[programme.variables()];
        for (int v = 0; v < values.length; v++) {
            values[v] = response.getSolution(v);
        }
        return values;
    }

    private void fill(CpModelProto.Builder model) {
        CpObjectiveProto.Builder objective = CpObjectiveProto.newBuilder();
        PartialVariableAssignment.Builder hint = PartialVariableAssignment.newBuilder();
        int sign = programme.minimises() ? 1 : -1;
        for (int v = 0; v < programme.variables(); v++) {
            model.addVariables(IntegerVariableProto.newBuilder().addDomain((long) programme.lower(v)).addDomain((long) programme.upper(v)));
            if (programme.cost(v) != 0) {
                objective.addVars(v).addCoeffs(sign * (long) programme.cost(v));
            }
            if (programme.hinted()) {
                hint.addVars(v).addValues((long) programme.hint(v));
            }
        }
        programme.rows().forEach(row -> model.addConstraints(constraint(row)));
        if (objective.getVarsCount() > 0) {
            objective.setScalingFactor(sign);
            model.setObjective(objective);
        }
        if (programme.hinted()) {
            model.setSolutionHint(hint);
        }
    }

    private static ConstraintProto constraint(Row row) {
        ConstraintProto.Builder constraint = ConstraintProto.newBuilder();
        LinearConstraintProto.Builder linear = LinearConstraintProto.newBuilder();
        for (int i = 0; i < row.variables().length; i++) {
            linear.addVars(row.variables()[i]).addCoeffs((long) row.coefficients()[i]);
        }
        linear.addDomain(limit(row.lower())).addDomain(limit(row.upper()));
        if (row.condition() >= 0) {
            // The library writes the opposite of a variable as minus its number minus one.
            constraint.addEnforcementLiteral(row.when() ? row.condition() : -row.condition() - 1);
        }
        return constraint.setLinear(linear).build();
    }

    private static long limit(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return (long) value;
    }
}
