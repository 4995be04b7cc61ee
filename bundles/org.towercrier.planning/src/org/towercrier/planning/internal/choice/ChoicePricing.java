package org.towercrier.planning.internal.choice;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;

/**
 * Plans at a price: with a price on money instead of a budget every exclusion can take its most profitable action by itself, a dearer one too where it
 * is worth it, which a greedy list never does. The price is raised until the budgets hold, and what is left of them is filled up.
 */
final class ChoicePricing {

    private static final int HALVINGS = 7;
    private static final int PASSES = 6;
    private static final double WIDEST = 1.3;
    private static final int ADJUSTMENTS = 8;
    private static final double SLOWEST = 0.6;

    private final BudgetedChoice problem;
    private final ChoiceState.Index index;
    private final ChoiceGreedy greedy;
    private final double[] base;
    private final RandomGenerator random;

    /** @param prices of money in each budget, about right */
    ChoicePricing(BudgetedChoice problem, ChoiceState.Index index, double[] prices, RandomGenerator random) {
        this.problem = problem;
        this.index = index;
        this.random = random;
        greedy = new ChoiceGreedy(problem, index);
        base = prices.clone();
    }

    /** Tells of each plan that keeps the rules. */
    void run(ChoiceState start, BooleanSupplier stopped, Consumer<ChoiceState> found) {
        ChoiceState state = start.copy();
        for (int i = 0; i < ADJUSTMENTS && !stopped.getAsBoolean(); i++) {
            climb(state, 1, stopped);
            tell(state, found);
            adjust(state);
        }
        double low = 1 / WIDEST;
        double high = WIDEST;
        for (int i = 0; i < HALVINGS && !stopped.getAsBoolean(); i++) {
            double factor = i == 0 ? 1 : Math.sqrt(low * high);
            climb(state, factor, stopped);
            state = deepen(state, factor, stopped);
            if (tell(state, found)) {
                high = factor;
            } else {
                low = factor;
            }
        }
    }

    private boolean tell(ChoiceState state, Consumer<ChoiceState> found) {
        if (state.exceeded() >= 0) {
            return false;
        }
        ChoiceState full = state.copy();
        greedy.complete(full);
        found.accept(full);
        return true;
    }

    /** Money that is short becomes dearer, money that is left cheaper. */
    private void adjust(ChoiceState state) {
        for (int b = 0; b < base.length; b++) {
            double limit = Math.max(problem.budgets().get(b).limit(), Double.MIN_NORMAL);
            base[b] *= Math.clamp(state.spent(b) / limit, SLOWEST, 1 / SLOWEST);
        }
    }

    private void climb(ChoiceState state, double factor, BooleanSupplier stopped) {
        int[] order = new int[problem.actions().size()];
        Arrays.setAll(order, a -> a);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
        boolean better = true;
        for (int pass = 0; pass < PASSES && better && !stopped.getAsBoolean(); pass++) {
            better = false;
            for (int action : order) {
                Pin pin = problem.actions().get(action).pin();
                if (pin == Pin.FREE && index.requiredBy[action].length == 0 && index.dependants[action].length == 0) {
                    better |= state.chosen.get(action) ? leave(state, action, factor) : enter(state, action, factor);
                }
            }
        }
    }

    private double profit(ChoiceState state, double factor) {
        double profit = state.value();
        for (int b = 0; b < base.length; b++) {
            profit -= factor * base[b] * state.spent(b);
        }
        return profit;
    }

    private boolean leave(ChoiceState state, int action, double factor) {
        double before = profit(state, factor);
        state.remove(action);
        if (profit(state, factor) > before + 1e-9 * Math.abs(before)) {
            return true;
        }
        state.add(action);
        return false;
    }

    private boolean enter(ChoiceState state, int action, double factor) {
        int[] leaving = state.inTheWayOf(action);
        for (int other : leaving) {
            if (problem.actions().get(other).pin() == Pin.PINNED || index.dependants[other].length > 0) {
                return false;
            }
        }
        double before = profit(state, factor);
        for (int other : leaving) {
            state.remove(other);
        }
        state.add(action);
        if (profit(state, factor) > before + 1e-9 * Math.abs(before)) {
            return true;
        }
        state.remove(action);
        for (int other : leaving) {
            state.add(other);
        }
        return false;
    }

    /**
     * Actions that serve several needs come in or go together with what that makes worth it or superfluous around them: no single exchange on the way
     * would pay.
     */
    private ChoiceState deepen(ChoiceState start, double factor, BooleanSupplier stopped) {
        ChoiceState state = start;
        for (int action = 0; action < problem.actions().size() && !stopped.getAsBoolean(); action++) {
            if (index.reliefsOfAction[action].length < 2 || problem.actions().get(action).pin() != Pin.FREE || isTied(action)) {
                continue;
            }
            ChoiceState trial = state.copy();
            double before = profit(state, factor);
            if (turn(trial, action)) {
                settle(trial, action, factor);
                if (profit(trial, factor) > before + 1e-9 * Math.abs(before)) {
                    state = trial;
                }
            }
        }
        return state;
    }

    /** Takes the action in, with all that excludes it going, or out. @return whether that may be done */
    private boolean turn(ChoiceState state, int action) {
        if (state.chosen.get(action)) {
            state.remove(action);
            return true;
        }
        int[] leaving = state.inTheWayOf(action);
        if (Arrays.stream(leaving).anyMatch(other -> problem.actions().get(other).pin() == Pin.PINNED || isTied(other))) {
            return false;
        }
        Arrays.stream(leaving).forEach(state::remove);
        state.add(action);
        return true;
    }

    private void settle(ChoiceState state, int action, double factor) {
        for (int other : around(action)) {
            if (other == action || problem.actions().get(other).pin() != Pin.FREE || isTied(other)) {
                continue;
            }
            if (state.chosen.get(other)) {
                leave(state, other, factor);
            } else if (Arrays.stream(state.inTheWayOf(other)).noneMatch(one -> one == action)) {
                enter(state, other, factor);
            }
        }
    }

    private boolean isTied(int action) {
        return index.requiredBy[action].length > 0 || index.dependants[action].length > 0;
    }

    /** The actions that serve some need that this one serves. */
    private int[] around(int action) {
        return Arrays.stream(index.reliefsOfAction[action]).map(relief -> problem.reliefs().get(relief).need()).distinct()
                .flatMap(need -> Arrays.stream(index.reliefsOfNeed[need])).map(relief -> problem.reliefs().get(relief).action().orElse(-1))
                .filter(other -> other >= 0).distinct().toArray();
    }
}
