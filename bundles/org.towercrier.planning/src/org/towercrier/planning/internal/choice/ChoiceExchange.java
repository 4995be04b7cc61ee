package org.towercrier.planning.internal.choice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;

/**
 * Exchanges: an action comes in or some go by chance, what excludes it goes, what is least missed goes until the budgets hold again, and what fits then
 * is added, so that one large action can make room for two small ones and the other way round. Kept when the plan is not worse.
 */
final class ChoiceExchange {

    private static final double NEGLIGIBLE = 1e-9;
    /** Failures in a row for each action after which it ends. */
    private static final int PATIENCE = 6;
    /** Times that a part is taken out in vain; small problems afford more. */
    private static final int KICKS = 4;
    private static final int MOST_KICKS = 150;
    private static final int KICKED_ACTIONS = 3000;
    /** Actions that are tried to fill the room that an exchange leaves. */
    private static final int FILLERS = 400;

    private final BudgetedChoice problem;
    private final ChoiceState.Index index;
    private final RandomGenerator random;
    private final double[] ratio;
    /** Those that may be taken, the most value for their cost first. */
    private final int[] ranked;

    ChoiceExchange(BudgetedChoice problem, ChoiceState.Index index, RandomGenerator random) {
        this.problem = problem;
        this.index = index;
        this.random = random;
        ratio = new double[problem.actions().size()];
        List<Integer> free = new ArrayList<>();
        for (int a = 0; a < ratio.length; a++) {
            double cost = problem.actions().get(a).costs().stream().mapToDouble(Double::doubleValue).sum();
            ratio[a] = cost > 0 ? potential(a) / cost : Double.MAX_VALUE;
            if (problem.actions().get(a).pin() != Pin.BANNED && potential(a) > 0) {
                free.add(a);
            }
        }
        ranked = free.stream().sorted(Comparator.comparingDouble(a -> -ratio[a])).mapToInt(Integer::intValue).toArray();
    }

    private double potential(int action) {
        double value = problem.actions().get(action).value();
        for (int r : index.reliefsOfAction[action]) {
            var relief = problem.reliefs().get(r);
            var need = problem.needs().get(relief.need());
            value += Math.min(relief.amount(), need.amount()) * need.weight();
        }
        return value;
    }

    /** Exchanges until nothing has helped for a while; the best plan, which the listener hears of at the end. */
    ChoiceState run(ChoiceState start, BooleanSupplier stopped, Consumer<BitSet> listener) {
        ChoiceState state = start;
        int failures = 0;
        while (ranked.length > 0 && failures < PATIENCE * ranked.length && !stopped.getAsBoolean()) {
            int action = ranked[random.nextInt(ranked.length)];
            ChoiceState trial = state.copy();
            boolean possible = trial.chosen.get(action) ? leave(trial, action) : bringIn(trial, action);
            if (possible) {
                fill(trial);
            }
            double gain = possible && trial.isAllowed() ? trial.value() - state.value() : -1;
            boolean better = gain > NEGLIGIBLE * Math.abs(state.value());
            if (gain >= 0) {
                state = trial;
            }
            failures = better ? 0 : failures + 1;
        }
        if (state.isAllowed()) {
            listener.accept(state.chosen);
        }
        return state;
    }

    /** Exchanges again and again from the best plan with a part of it taken out, until that has not helped several times. */
    void again(ChoiceState start, BooleanSupplier stopped, Consumer<BitSet> listener) {
        ChoiceState best = run(start, stopped, listener);
        int kicks = Math.clamp(KICKED_ACTIONS / Math.max(1, ranked.length), KICKS, MOST_KICKS);
        for (int failures = 0; failures < kicks && !stopped.getAsBoolean();) {
            ChoiceState kicked = best.copy();
            best.chosen.stream().filter(action -> random.nextInt(3) == 0).forEach(action -> leave(kicked, action));
            ChoiceState found = run(kicked, stopped, listener);
            boolean better = found.isAllowed() && found.value() > best.value() + NEGLIGIBLE * Math.abs(best.value());
            best = better ? found : best;
            failures = better ? 0 : failures + 1;
        }
    }

    private boolean leave(ChoiceState state, int action) {
        if (problem.actions().get(action).pin() == Pin.PINNED) {
            return false;
        }
        state.remove(action);
        return true;
    }

    private boolean bringIn(ChoiceState state, int action) {
        for (int other : state.inTheWayOf(action)) {
            if (problem.actions().get(other).pin() == Pin.PINNED) {
                return false;
            }
            state.remove(other);
        }
        if (!state.isCompatible(action)) {
            return false;
        }
        state.add(action);
        for (int budget = state.exceeded(); budget >= 0; budget = state.exceeded()) {
            int leastMissed = leastMissed(state, budget, action);
            if (leastMissed < 0) {
                return false;
            }
            state.remove(leastMissed);
        }
        return state.isAllowed() && state.chosen.get(action);
    }

    /** The chosen action with the least value for its cost, with some chance, of those that cost something in this budget. */
    private int leastMissed(ChoiceState state, int budget, int keep) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int a = state.chosen.nextSetBit(0); a >= 0; a = state.chosen.nextSetBit(a + 1)) {
            double cost = problem.actions().get(a).costs().get(budget);
            if (a == keep || cost <= 0 || problem.actions().get(a).pin() == Pin.PINNED) {
                continue;
            }
            double missed = ratio[a] * (0.3 + random.nextDouble());
            if (missed < least) {
                least = missed;
                best = a;
            }
        }
        return best;
    }

    /** Adds what fits and helps, the most value for its cost first; of very many those around a place in the ranking. */
    private void fill(ChoiceState state) {
        int from = ranked.length <= FILLERS ? 0 : random.nextInt(ranked.length - FILLERS);
        int to = Math.min(ranked.length, from + FILLERS);
        for (int i = from; i < to; i++) {
            int action = ranked[i];
            if (!state.chosen.get(action) && state.isCompatible(action) && fits(state, action)) {
                double before = state.value();
                ChoiceState kept = index.requiredBy[action].length == 0 ? state : state.copy();
                kept.add(action);
                boolean helps = kept.value() > before + NEGLIGIBLE * Math.abs(before)
                        && (kept == state ? kept.exceeded() < 0 : kept.isAllowed());
                if (kept == state && !helps) {
                    state.remove(action);
                } else if (kept != state && helps) {
                    state.add(action);
                }
            }
        }
    }

    private boolean fits(ChoiceState state, int action) {
        var costs = problem.actions().get(action).costs();
        for (int b = 0; b < costs.size() && !problem.carryOver(); b++) {
            double limit = problem.budgets().get(b).limit();
            if (costs.get(b) > 0 && state.spent(b) + costs.get(b) > limit + 1e-6 * Math.max(1, limit)) {
                return false;
            }
        }
        return true;
    }
}
