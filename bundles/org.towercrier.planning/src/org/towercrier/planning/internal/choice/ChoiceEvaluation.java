package org.towercrier.planning.internal.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Exclusion;
import org.towercrier.planning.BudgetedChoice.Pin;
import org.towercrier.planning.BudgetedChoice.Relief;
import org.towercrier.planning.BudgetedChoice.Requirement;
import org.towercrier.planning.ChoicePlan;

/**
 * What a set of actions gives. What needs get from pools is a flow; the amounts that can be delivered together form a polymatroid, so serving the
 * needs one after another, the most valuable first, each by augmenting paths, gives the greatest weighted sum.
 */
public final class ChoiceEvaluation {

    private static final double TOLERANCE = 1e-7;
    private static final double NOTHING = 1e-12;

    private final BudgetedChoice problem;
    private final List<List<Integer>> reliefsOfNeed = new ArrayList<>();
    private final List<List<Integer>> reliefsOfPool = new ArrayList<>();
    private final int[] needsByWeight;

    public ChoiceEvaluation(BudgetedChoice problem) {
        this.problem = problem;
        problem.needs().forEach(need -> reliefsOfNeed.add(new ArrayList<>()));
        problem.pools().forEach(pool -> reliefsOfPool.add(new ArrayList<>()));
        for (int r = 0; r < problem.reliefs().size(); r++) {
            Relief relief = problem.reliefs().get(r);
            reliefsOfNeed.get(relief.need()).add(r);
            if (relief.pool().isPresent()) {
                reliefsOfPool.get(relief.pool().getAsInt()).add(r);
            }
        }
        needsByWeight = IntStream.range(0, problem.needs().size()).boxed()
                .sorted((one, other) -> Double.compare(problem.needs().get(other).weight(), problem.needs().get(one).weight()))
                .mapToInt(Integer::intValue).toArray();
    }

    /** @throws IllegalArgumentException when a rule is broken */
    public ChoicePlan checked(BitSet chosen) {
        ChoicePlan plan = evaluate(chosen);
        checkBudgets(plan.spent());
        for (Exclusion exclusion : problem.exclusions()) {
            long taken = exclusion.actions().stream().filter(chosen::get).count();
            require(taken <= exclusion.atMost(),
                    "Of " + exclusion.id() + " " + taken + " actions are chosen, " + exclusion.atMost() + " are allowed");
        }
        for (Requirement requirement : problem.requirements()) {
            require(!chosen.get(requirement.action()) || chosen.get(requirement.needs()),
                    "Action " + problem.actions().get(requirement.action()).id() + " needs "
                            + problem.actions().get(requirement.needs()).id());
        }
        for (int a = 0; a < problem.actions().size(); a++) {
            Pin pin = problem.actions().get(a).pin();
            require(pin != Pin.PINNED || chosen.get(a), "Action " + problem.actions().get(a).id() + " is pinned and not chosen");
            require(pin != Pin.BANNED || !chosen.get(a), "Action " + problem.actions().get(a).id() + " is banned and chosen");
        }
        return plan;
    }

    /** Whether the budgets bear a set of actions. */
    boolean isAffordable(BitSet chosen) {
        double left = 0;
        for (int b = 0; b < problem.budgets().size(); b++) {
            double limit = problem.budgets().get(b).limit() + (problem.carryOver() ? left : 0);
            double spent = 0;
            for (int a = chosen.nextSetBit(0); a >= 0; a = chosen.nextSetBit(a + 1)) {
                spent += problem.actions().get(a).costs().get(b);
            }
            if (spent > limit + TOLERANCE * Math.max(1, limit)) {
                return false;
            }
            left = limit - spent;
        }
        return true;
    }

    private void checkBudgets(List<Double> spent) {
        double left = 0;
        for (int b = 0; b < spent.size(); b++) {
            double limit = problem.budgets().get(b).limit() + (problem.carryOver() ? left : 0);
            require(spent.get(b) <= limit + TOLERANCE * Math.max(1, limit),
                    "Budget " + problem.budgets().get(b).id() + " has " + limit + " and " + spent.get(b) + " is spent");
            left = limit - spent.get(b);
        }
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Whatever the rules say. */
    public ChoicePlan evaluate(BitSet chosen) {
        double value = 0;
        double[] spent = new double[problem.budgets().size()];
        for (int a = chosen.nextSetBit(0); a >= 0; a = chosen.nextSetBit(a + 1)) {
            value += problem.actions().get(a).value();
            for (int b = 0; b < spent.length; b++) {
                spent[b] += problem.actions().get(a).costs().get(b);
            }
        }
        Flow flow = new Flow(chosen);
        for (int need : needsByWeight) {
            flow.serve(need);
            value += problem.needs().get(need).weight() * flow.relieved[need];
        }
        return new ChoicePlan(chosen, value, boxed(spent), boxed(flow.relieved), boxed(flow.drawn));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Deliveries from pools to needs. */
    private final class Flow {
        private final double[] limit = new double[problem.reliefs().size()];
        private final double[] drawn = new double[problem.reliefs().size()];
        private final double[] left = new double[problem.pools().size()];
        private final double[] relieved = new double[problem.needs().size()];
        private final int[] reliefTo = new int[problem.pools().size()];
        private final int[] reliefBack = new int[problem.needs().size()];

        Flow(BitSet chosen) {
            for (int p = 0; p < left.length; p++) {
                var pool = problem.pools().get(p);
                left[p] = pool.action().isEmpty() || chosen.get(pool.action().getAsInt()) ? pool.capacity() : 0;
            }
            for (int r = 0; r < limit.length; r++) {
                Relief relief = problem.reliefs().get(r);
                limit[r] = relief.action().isEmpty() || chosen.get(relief.action().getAsInt()) ? relief.amount() : 0;
            }
        }

        void serve(int need) {
            double amount = problem.needs().get(need).amount();
            for (int r : reliefsOfNeed.get(need)) {
                if (problem.reliefs().get(r).pool().isEmpty()) {
                    drawn[r] = Math.min(limit[r], amount - relieved[need]);
                    relieved[need] += drawn[r];
                }
            }
            while (amount - relieved[need] > NOTHING) {
                double step = augment(need, amount - relieved[need]);
                if (step <= NOTHING) {
                    return;
                }
                relieved[need] += step;
            }
        }

        /** One path from the need to a pool with something left, possibly over needs that can draw elsewhere. */
        private double augment(int source, double most) {
            Arrays.fill(reliefTo, -1);
            Arrays.fill(reliefBack, -1);
            int[] queue = new int[problem.needs().size()];
            int head = 0;
            int tail = 0;
            queue[tail++] = source;
            reliefBack[source] = -2;
            while (head < tail) {
                int need = queue[head++];
                for (int r : reliefsOfNeed.get(need)) {
                    var pool = problem.reliefs().get(r).pool();
                    if (pool.isEmpty() || limit[r] - drawn[r] <= NOTHING || reliefTo[pool.getAsInt()] >= 0) {
                        continue;
                    }
                    int p = pool.getAsInt();
                    reliefTo[p] = r;
                    if (left[p] > NOTHING) {
                        return push(source, p, most);
                    }
                    for (int back : reliefsOfPool.get(p)) {
                        int other = problem.reliefs().get(back).need();
                        if (drawn[back] > NOTHING && reliefBack[other] == -1) {
                            reliefBack[other] = back;
                            queue[tail++] = other;
                        }
                    }
                }
            }
            return 0;
        }

        private double push(int source, int end, double most) {
            double step = Math.min(most, left[end]);
            int p = end;
            while (true) {
                int to = reliefTo[p];
                step = Math.min(step, limit[to] - drawn[to]);
                int need = problem.reliefs().get(to).need();
                if (need == source) {
                    break;
                }
                int back = reliefBack[need];
                step = Math.min(step, drawn[back]);
                p = problem.reliefs().get(back).pool().orElseThrow();
            }
            left[end] -= step;
            p = end;
            while (true) {
                int to = reliefTo[p];
                drawn[to] += step;
                int need = problem.reliefs().get(to).need();
                if (need == source) {
                    return step;
                }
                int back = reliefBack[need];
                drawn[back] -= step;
                p = problem.reliefs().get(back).pool().orElseThrow();
            }
        }
    }
}
