package org.towercrier.planning.internal.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;
import org.towercrier.planning.ChoicePlan;
import org.towercrier.planning.GreedyChoice;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.PlanningResult.Status;
import org.towercrier.planning.internal.PlannerService;

class ChoiceTest {

    private static final double EXACT = 1e-6;

    private final PlannerService planner = new PlannerService(Optional.empty());

    @Test
    void reliefOfANeedIsNeverCountedTwice() {
        BudgetedChoice.Builder builder = new BudgetedChoice.Builder().budget("money", 100);
        int cell = builder.need("cell", 10, 2);
        int carrier = builder.action("carrier", 10);
        int site = builder.action("site", 10);
        builder.relief(carrier, cell, 8).relief(site, cell, 8);
        BitSet both = BitSet.valueOf(new long[]{ 1L << carrier | 1L << site });
        assertEquals(20, builder.build().evaluate(both).value(), EXACT);
    }

    @Test
    void aSharedSiteServesTheWorthiestCellsFirstAndPoolsAreUsedWell() {
        BudgetedChoice.Builder builder = new BudgetedChoice.Builder().budget("money", 10);
        int site = builder.action("site", 10);
        int pool = builder.poolOf(site, "capacity", 10);
        int elsewhere = builder.pool("neighbour", 10);
        int worthy = builder.need("worthy", 10, 3);
        int plain = builder.need("plain", 10, 1);
        builder.relief(site, worthy, 10, pool).relief(site, plain, 10, pool).flow(worthy, 10, elsewhere);
        ChoicePlan plan = builder.build().evaluate(BitSet.valueOf(new long[]{ 1L << site }));
        assertEquals(List.of(10.0, 10.0), plan.relieved());
        assertEquals(40, plan.value(), EXACT);
    }

    @Test
    void everyBrokenRuleIsNamed() {
        BudgetedChoice.Builder builder = new BudgetedChoice.Builder().budget("first year", 10).budget("second year", 10);
        int one = builder.action("one", 6, 0);
        int other = builder.action("other", 6, 0);
        int third = builder.action("third", Pin.BANNED, 0, 1, 1);
        builder.exclusive("cell", List.of(one, third)).requires(other, one);
        BudgetedChoice problem = builder.build();
        assertTrue(broken(problem, one, other).contains("first year"));
        assertTrue(broken(problem, other).contains("needs one"));
        assertTrue(broken(problem, third).contains("banned"));
        assertTrue(broken(problem, one, third).contains("cell"));
    }

    private static String broken(BudgetedChoice problem, int... actions) {
        BitSet chosen = new BitSet();
        for (int action : actions) {
            chosen.set(action);
        }
        return assertThrows(IllegalArgumentException.class, () -> problem.evaluate(chosen)).getMessage();
    }

    @Test
    void whatIsLeftOfAYearIsSpentInTheNextOnlyWithCarryOver() {
        BudgetedChoice.Builder builder = new BudgetedChoice.Builder().budget("first year", 10).budget("second year", 10);
        int late = builder.action("late", 0, 15);
        BitSet chosen = BitSet.valueOf(new long[]{ 1L << late });
        assertThrows(IllegalArgumentException.class, () -> builder.build().evaluate(chosen));
        assertEquals(15, builder.carryOver().build().evaluate(chosen).cost(), EXACT);
    }

    @Test
    void smallProblemsEndAtTheOptimumWithProof() {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(7);
        for (int round = 0; round < 40; round++) {
            BudgetedChoice problem = small(random, round % 2 == 0);
            double best = enumerate(problem);
            PlanningResult<ChoicePlan> result = planner.solve(problem, PlanningOptions.within(Duration.ofHours(1)),
                    PlanningMonitor.none());
            double objective = result.objective().orElseThrow();
            assertEquals(best, objective, EXACT);
            assertTrue(objective >= GreedyChoice.of(problem).value() - EXACT, "worse than greedy");
            assertTrue(result.optimal(), "bound " + result.bound() + " of " + best);
        }
    }

    @Test
    void anActionThatExcludesWhatItNeedsIsNotTaken() {
        BudgetedChoice.Builder builder = new BudgetedChoice.Builder().budget("money", 10);
        int need = builder.need("cell", 10, 1);
        int one = builder.action("one", 1);
        int other = builder.action("other", 1);
        builder.relief(one, need, 10).relief(other, need, 4).exclusive("either", List.of(one, other)).requires(one, other);
        BudgetedChoice problem = builder.build();
        assertEquals(4, GreedyChoice.of(problem).value(), EXACT);
        assertEquals(4,
                planner.solve(problem, PlanningOptions.within(Duration.ofHours(1)), PlanningMonitor.none()).objective().orElseThrow(),
                EXACT);
    }

    private static BudgetedChoice small(RandomGenerator random, boolean carryOver) {
        BudgetedChoice.Builder builder = new BudgetedChoice.Builder().budget("first", 8 + random.nextInt(10)).budget("second",
                6 + random.nextInt(10));
        if (carryOver) {
            builder.carryOver();
        }
        int[] needs = new int[5];
        for (int n = 0; n < needs.length; n++) {
            needs[n] = builder.need("need " + n, 5 + random.nextInt(10), 1 + random.nextInt(3));
        }
        int room = builder.pool("room", random.nextInt(8));
        for (int a = 0; a < 11; a++) {
            int action = builder.action("action " + a, random.nextInt(8), random.nextInt(6));
            if (a % 4 == 0) {
                int pool = builder.poolOf(action, "pool " + a, 5 + random.nextInt(10));
                for (int need : needs) {
                    builder.relief(action, need, random.nextInt(10), pool);
                }
            } else {
                builder.relief(action, needs[random.nextInt(needs.length)], random.nextInt(12));
            }
        }
        builder.flow(needs[0], 4, room).flow(needs[1], 4, room).exclusive("some", List.of(1, 2, 3)).exclusive("others", List.of(3, 5, 6))
                .requires(9, 10);
        return builder.build();
    }

    private static double enumerate(BudgetedChoice problem) {
        double best = Double.NEGATIVE_INFINITY;
        for (long set = 0; set < 1L << problem.actions().size(); set++) {
            try {
                best = Math.max(best, problem.evaluate(BitSet.valueOf(new long[]{ set })).value());
            } catch (IllegalArgumentException forbidden) {
                continue;
            }
        }
        return best;
    }

    @Test
    void pinsThatCostTooMuchAreInfeasible() {
        BudgetedChoice.Builder builder = new BudgetedChoice.Builder().budget("money", 5);
        builder.action("dear", Pin.PINNED, 0, 6);
        var result = planner.solve(builder.build(), PlanningOptions.within(Duration.ofHours(1)), PlanningMonitor.none());
        assertEquals(Status.INFEASIBLE, result.status());
    }

    @Test
    void withoutASolverLibraryThePlanIsThereAndTheResultSaysSo() {
        var result = planner.solve(small(RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(11), false),
                PlanningOptions.within(Duration.ofHours(1)),
                PlanningMonitor.none());
        assertTrue(result.solution().isPresent());
        assertTrue(result.notes().getFirst().contains("no solver library"), result.notes().toString());
    }
}
