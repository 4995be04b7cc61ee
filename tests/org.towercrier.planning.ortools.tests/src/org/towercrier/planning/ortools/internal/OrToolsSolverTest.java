package org.towercrier.planning.ortools.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.towercrier.planning.solver.Programme;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Kind;
import org.towercrier.planning.solver.ProgrammeSolver.Limits;
import org.towercrier.planning.solver.ProgrammeSolver.Listener;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;
import org.towercrier.planning.solver.SolverUnavailableException;

class OrToolsSolverTest {

    private static final double EXACT = 1e-6;

    private final OrToolsSolver solver = new OrToolsSolver();

    @Test
    void aKnapsackIsSolvedByEachKindOfSearch() throws SolverUnavailableException {
        assertEquals(11, solve(knapsack(), Kind.CONSTRAINTS).objective().orElseThrow(), EXACT);
        assertEquals(11, solve(knapsack(), Kind.BRANCH_AND_CUT).objective().orElseThrow(), EXACT);
        assertTrue(solve(knapsack(), Kind.RELAXATION).bound().orElseThrow() >= 11 - EXACT);
    }

    @Test
    void conditionalRowsHoldOnlyWithTheirCondition() throws SolverUnavailableException {
        Programme programme = new Programme();
        int condition = programme.binary();
        int number = programme.integer(0, 9);
        programme.rowIf(condition, true, new int[]{ number }, new double[]{ 1 }, 0, 3);
        programme.maximise();
        programme.cost(number, 1);
        programme.cost(condition, 5);
        assertEquals(9, solve(programme, Kind.CONSTRAINTS).objective().orElseThrow(), EXACT);
    }

    @Test
    void whatContradictsItselfIsInfeasible() throws SolverUnavailableException {
        Programme programme = new Programme();
        int one = programme.binary();
        programme.sum(new int[]{ one }, 2, 3);
        assertEquals(Outcome.INFEASIBLE, solve(programme, Kind.CONSTRAINTS).outcome());
        assertEquals(Outcome.INFEASIBLE, solve(programme, Kind.BRANCH_AND_CUT).outcome());
    }

    @Test
    void aSearchThatIsCancelledAtItsFirstSolutionEndsWithoutAProof() throws SolverUnavailableException {
        AtomicBoolean cancelled = new AtomicBoolean();
        Answer answer = solver.solve(marketSplit(), Limits.of(Kind.CONSTRAINTS, Duration.ofHours(1)), new Listener() {
            @Override
            public BooleanSupplier cancelled() {
                return cancelled::get;
            }

            @Override
            public void solution(double[] values, double objective) {
                cancelled.set(true);
            }
        });
        assertEquals(Outcome.FEASIBLE, answer.outcome());
        assertTrue(answer.values().isPresent());
    }

    private Answer solve(Programme programme, Kind kind) throws SolverUnavailableException {
        return solver.solve(programme, Limits.of(kind, Duration.ofHours(1)), Listener.of(() -> false));
    }

    private static Programme knapsack() {
        Programme programme = new Programme();
        programme.maximise();
        int[] items = { programme.binary(), programme.binary(), programme.binary() };
        programme.cost(items[0], 6);
        programme.cost(items[1], 5);
        programme.cost(items[2], 5);
        programme.row(items, new double[]{ 5, 4, 4 }, 0, 9);
        return programme;
    }

    /**
     * Market split: fifty items to be halved in six weights at once, least deviation. Any choice is a plan, so the first is there at once,
     * while a proof would have to go through nearly all choices: no machine ends that before it hears of the cancelling.
     */
    private static Programme marketSplit() {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(11);
        Programme programme = new Programme();
        int[] items = new int[50];
        Arrays.setAll(items, i -> programme.binary());
        for (int row = 0; row < 6; row++) {
            int[] columns = Arrays.copyOf(items, items.length + 2);
            double[] weights = new double[columns.length];
            int all = 0;
            for (int i = 0; i < items.length; i++) {
                weights[i] = random.nextInt(100);
                all += (int) weights[i];
            }
            for (int side = 0; side < 2; side++) {
                columns[items.length + side] = programme.integer(0, all);
                weights[items.length + side] = side == 0 ? 1 : -1;
                programme.cost(columns[items.length + side], 1);
            }
            programme.row(columns, weights, all / 2, all / 2);
        }
        return programme;
    }
}
