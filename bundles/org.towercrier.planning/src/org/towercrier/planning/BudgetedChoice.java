package org.towercrier.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

import org.towercrier.planning.internal.choice.ChoiceEvaluation;

/**
 * Which actions to take for a budget: the most relief of weighted needs. A need is relieved once only, whichever actions serve it (no relief beyond its
 * amount counts), actions may share the relief of needs through pools of capacity (a new site serves several cells; a neighbour's free capacity is there
 * for all that hand load over), and exclusions say which actions do not go together.
 *
 * <p>
 * Objective, to be large: Σ value of the chosen actions + Σ over needs weight × relieved amount.
 *
 * <p>
 * Numbers refer to positions in the lists; {@link Builder} hands them out.
 *
 * @param budgets
 *            one for each period or kind of money
 * @param carryOver
 *            whether what is left of a budget may be spent in the following ones
 */
public record BudgetedChoice(List<Budget> budgets, boolean carryOver, List<Need> needs, List<Pool> pools, List<Action> actions,
        List<Relief> reliefs, List<Exclusion> exclusions, List<Requirement> requirements) implements Problem<ChoicePlan> {

    public BudgetedChoice {
        budgets = List.copyOf(budgets);
        needs = List.copyOf(needs);
        pools = List.copyOf(pools);
        actions = List.copyOf(actions);
        reliefs = List.copyOf(reliefs);
        exclusions = List.copyOf(exclusions);
        requirements = List.copyOf(requirements);
        int actionCount = actions.size();
        int poolCount = pools.size();
        for (Action action : actions) {
            if (action.costs().size() != budgets.size()) {
                throw new IllegalArgumentException("Action " + action.id() + " has not one cost for each budget");
            }
        }
        for (Relief relief : reliefs) {
            checkIndex(relief.need(), needs.size(), "need");
            relief.action().ifPresent(action -> checkIndex(action, actionCount, "action"));
            relief.pool().ifPresent(pool -> checkIndex(pool, poolCount, "pool"));
        }
        pools.forEach(pool -> pool.action().ifPresent(action -> checkIndex(action, actionCount, "action")));
        exclusions.forEach(exclusion -> exclusion.actions().forEach(action -> checkIndex(action, actionCount, "action")));
        requirements.forEach(requirement -> {
            checkIndex(requirement.action(), actionCount, "action");
            checkIndex(requirement.needs(), actionCount, "action");
        });
    }

    private static void checkIndex(int index, int size, String what) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("There is no " + what + " " + index);
        }
    }

    private static void checkAmount(double amount, String what) {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(what + " must be a number that is not negative: " + amount);
        }
    }

    /** Money (or another limited thing) of one period or kind. */
    public record Budget(String id, double limit) {
        public Budget {
            checkAmount(limit, "The budget " + id);
        }
    }

    /** What is to be relieved: an amount (for example Mbit/s of busy-hour demand that a cell cannot carry), worth {@code weight} for each unit. */
    public record Need(String id, double amount, double weight) {
        public Need {
            checkAmount(amount, "The need " + id);
            checkAmount(weight, "The weight of need " + id);
        }
    }

    /**
     * Capacity that several reliefs draw from.
     *
     * @param action
     *            which provides it; empty when it is there anyway
     */
    public record Pool(String id, double capacity, OptionalInt action) {
        public Pool {
            checkAmount(capacity, "The pool " + id);
        }
    }

    /** What the user said about an action. */
    public enum Pin {
        FREE, PINNED, BANNED
    }

    /**
     * Something that can be done.
     *
     * @param costs
     *            in each budget
     * @param value
     *            beside the relief it gives, usually 0; small and negative to prefer other actions when relief is equal
     */
    public record Action(String id, List<Double> costs, double value, Pin pin) {
        public Action {
            costs = List.copyOf(costs);
            costs.forEach(cost -> checkAmount(cost, "The cost of action " + id));
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The value of action " + id + " must be a number");
            }
        }
    }

    /**
     * Up to how much of a need can be relieved in one way.
     *
     * @param action
     *            that must be taken for it; empty when it costs nothing and is always possible (load balancing)
     * @param amount
     *            at most, in the unit of the need
     * @param pool
     *            it draws from; empty when it is not shared
     */
    public record Relief(OptionalInt action, int need, double amount, OptionalInt pool) {
        public Relief {
            checkAmount(amount, "A relief");
        }
    }

    /** At most so many of these actions; mostly one. */
    public record Exclusion(String id, List<Integer> actions, int atMost) {
        public Exclusion {
            actions = List.copyOf(actions);
            if (atMost < 0) {
                throw new IllegalArgumentException("The exclusion " + id + " allows less than nothing");
            }
        }
    }

    /** An action that is possible only together with another one. */
    public record Requirement(int action, int needs) {
    }

    @Override
    public boolean minimises() {
        return false;
    }

    @Override
    public double objective(ChoicePlan plan) {
        return evaluate(plan.chosen()).value();
    }

    /**
     * What a set of actions relieves and costs: the best use of the pools for them.
     *
     * @throws IllegalArgumentException
     *             when it breaks a budget, an exclusion, a requirement, a pin or a ban
     */
    public ChoicePlan evaluate(BitSet chosen) {
        return new ChoiceEvaluation(this).checked(chosen);
    }

    /** As {@link #evaluate(BitSet)}, but says what a set of actions would give even if it breaks rules: for comparisons. */
    public ChoicePlan evaluateUnchecked(BitSet chosen) {
        return new ChoiceEvaluation(this).evaluate(chosen);
    }

    /** Collects a problem; what it adds is numbered in order. */
    public static final class Builder {
        private final List<Budget> budgets = new ArrayList<>();
        private final List<Need> needs = new ArrayList<>();
        private final List<Pool> pools = new ArrayList<>();
        private final List<Action> actions = new ArrayList<>();
        private final List<Relief> reliefs = new ArrayList<>();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private final List<Requirement> requirements = new ArrayList<>();
        private boolean carryOver;

        /** Adds a budget; all of them before the first action. */
        public Builder budget(String id, double limit) {
            budgets.add(new Budget(id, limit));
            return this;
        }

        public Builder carryOver() {
            carryOver = true;
            return this;
        }

        public int need(String id, double amount, double weight) {
            needs.add(new Need(id, amount, weight));
            return needs.size() - 1;
        }

        /** Capacity that is there anyway. */
        public int pool(String id, double capacity) {
            pools.add(new Pool(id, capacity, OptionalInt.empty()));
            return pools.size() - 1;
        }

        /** Capacity that an action provides. */
        public int poolOf(int action, String id, double capacity) {
            pools.add(new Pool(id, capacity, OptionalInt.of(action)));
            return pools.size() - 1;
        }

        public int action(String id, Pin pin, double value, double... costs) {
            List<Double> list = new ArrayList<>(costs.length);
            for (double cost : costs) {
                list.add(cost);
            }
            actions.add(new Action(id, list, value, pin));
            return actions.size() - 1;
        }

        public int action(String id, double... costs) {
            return action(id, Pin.FREE, 0, costs);
        }

        /** The action relieves the need, by itself. */
        public Builder relief(int action, int need, double amount) {
            reliefs.add(new Relief(OptionalInt.of(action), need, amount, OptionalInt.empty()));
            return this;
        }

        /** The action lets the need draw from the pool. */
        public Builder relief(int action, int need, double amount, int pool) {
            reliefs.add(new Relief(OptionalInt.of(action), need, amount, OptionalInt.of(pool)));
            return this;
        }

        /** The need may draw from the pool without any action. */
        public Builder flow(int need, double amount, int pool) {
            reliefs.add(new Relief(OptionalInt.empty(), need, amount, OptionalInt.of(pool)));
            return this;
        }

        /** At most one of these actions. */
        public Builder exclusive(String id, List<Integer> group) {
            exclusions.add(new Exclusion(id, group, 1));
            return this;
        }

        public Builder atMost(String id, int number, List<Integer> group) {
            exclusions.add(new Exclusion(id, group, number));
            return this;
        }

        public Builder requires(int action, int needed) {
            requirements.add(new Requirement(action, needed));
            return this;
        }

        public BudgetedChoice build() {
            return new BudgetedChoice(budgets, carryOver, needs, pools, actions, reliefs, exclusions, requirements);
        }
    }
}
