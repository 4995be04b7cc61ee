package org.towercrier.planning.internal.choice;

import java.util.BitSet;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;

/**
 * All plans of a small problem, one after another, but for those that cannot be better than the best so far: what is left out is bounded by what all
 * remaining actions would relieve together, and by what their most promising ones would relieve for the money that is left. Proves the best plan where
 * there is no solver library.
 */
final class ChoiceEnumeration {

    /** Actions to decide beyond which it is not begun. */
    private static final int MOST_ACTIONS = 60;
    private static final int MOST_STEPS = 60_000;
    private static final double NEGLIGIBLE = 1e-9;

    private final BudgetedChoice problem;
    private final ChoiceState.Index index;
    private final ChoiceEvaluation evaluation;
    private final BooleanSupplier stopped;
    private final Consumer<BitSet> listener;
    private final int[] order;
    private final double[] potential;
    private final double[] cost;
    private final double money;
    private final BitSet chosen = new BitSet();
    private double best;
    private int steps;

    ChoiceEnumeration(BudgetedChoice problem, ChoiceState.Index index, BooleanSupplier stopped, Consumer<BitSet> listener) {
        this.problem = problem;
        this.index = index;
        this.stopped = stopped;
        this.listener = listener;
        evaluation = new ChoiceEvaluation(problem);
        int actions = problem.actions().size();
        cost = new double[actions];
        potential = new double[actions];
        for (int a = 0; a < actions; a++) {
            cost[a] = problem.actions().get(a).costs().stream().mapToDouble(Double::doubleValue).sum();
            potential[a] = potential(a);
            if (problem.actions().get(a).pin() == Pin.PINNED) {
                chosen.set(a);
            }
        }
        money = problem.budgets().stream().mapToDouble(BudgetedChoice.Budget::limit).sum();
        order = IntStream.range(0, actions).filter(a -> problem.actions().get(a).pin() == Pin.FREE).boxed()
                .sorted(Comparator.comparingDouble(a -> cost[a] > 0 ? -potential[a] / cost[a] : Double.NEGATIVE_INFINITY))
                .mapToInt(Integer::intValue).toArray();
    }

    /** The most that an action can add to any plan. */
    private double potential(int action) {
        double sum = Math.max(0, problem.actions().get(action).value());
        for (int r : index.reliefsOfAction[action]) {
            var relief = problem.reliefs().get(r);
            var need = problem.needs().get(relief.need());
            sum += Math.min(relief.amount(), need.amount()) * need.weight();
        }
        for (int pool : index.poolsOfAction[action]) {
            for (int r : index.reliefsOfPool[pool]) {
                var relief = problem.reliefs().get(r);
                var need = problem.needs().get(relief.need());
                boolean own = relief.action().isPresent() && relief.action().getAsInt() == action;
                sum += own ? 0 : Math.min(relief.amount(), need.amount()) * need.weight();
            }
        }
        return sum;
    }

    /**
     * @param known
     *            value of the best plan so far
     * @return whether the best plan that the listener has heard of, or the one known before, is proven to be the best
     */
    boolean run(double known) {
        if (order.length > MOST_ACTIONS) {
            return false;
        }
        best = known;
        node(0, evaluation.evaluate(chosen).value());
        return steps < MOST_STEPS && !stopped.getAsBoolean();
    }

    private void node(int depth, double value) {
        if (steps >= MOST_STEPS || stopped.getAsBoolean()) {
            return;
        }
        steps++;
        double enough = best + NEGLIGIBLE * Math.max(1, Math.abs(best));
        if (depth == order.length || value + affordable(depth) <= enough || together(depth) <= enough) {
            return;
        }
        int action = order[depth];
        chosen.set(action);
        if (isPossible(action)) {
            double with = evaluation.evaluate(chosen).value();
            if (with > best && hasWhatItNeeds()) {
                best = with;
                listener.accept((BitSet) chosen.clone());
            }
            node(depth + 1, with);
        }
        chosen.clear(action);
        node(depth + 1, value);
    }

    /** What the actions still to decide would add at most for the money left, parts of actions counting, too. */
    private double affordable(int depth) {
        double left = money - chosen.stream().mapToDouble(a -> cost[a]).sum();
        double sum = 0;
        for (int i = depth; i < order.length; i++) {
            int action = order[i];
            if (cost[action] <= left) {
                left -= cost[action];
                sum += potential[action];
            } else {
                return sum + potential[action] * Math.max(0, left) / cost[action];
            }
        }
        return sum;
    }

    /** Value of all that is chosen or still to decide, rules left aside. */
    private double together(int depth) {
        BitSet all = (BitSet) chosen.clone();
        double loss = 0;
        for (int i = depth; i < order.length; i++) {
            all.set(order[i]);
            loss += Math.min(0, problem.actions().get(order[i]).value());
        }
        return evaluation.evaluate(all).value() - loss;
    }

    /** Whether budgets and exclusions bear the action just added. */
    private boolean isPossible(int action) {
        for (int e : index.exclusionsOfAction[action]) {
            var exclusion = problem.exclusions().get(e);
            if (exclusion.actions().stream().filter(chosen::get).count() > exclusion.atMost()) {
                return false;
            }
        }
        return evaluation.isAffordable(chosen);
    }

    private boolean hasWhatItNeeds() {
        return problem.requirements().stream().allMatch(each -> !chosen.get(each.action()) || chosen.get(each.needs()));
    }
}
