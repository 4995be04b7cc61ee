package org.towercrier.planning.internal.choice;

import java.util.PriorityQueue;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;

/**
 * What an engineer would do with a list: again and again the action with the most additional value for its cost that still fits. Gains only shrink as
 * actions are added, so an action whose gain was computed again and is still the best one is taken.
 */
final class ChoiceGreedy {

    private final BudgetedChoice problem;
    private final ChoiceState.Index index;

    ChoiceGreedy(BudgetedChoice problem, ChoiceState.Index index) {
        this.problem = problem;
        this.index = index;
    }

    private record Offer(int action, double ratio) {
    }

    ChoiceState plan() {
        ChoiceState state = new ChoiceState(problem, index);
        for (int a = 0; a < problem.actions().size(); a++) {
            if (problem.actions().get(a).pin() == Pin.PINNED) {
                state.add(a);
            }
        }
        complete(state);
        return state;
    }

    /** Adds what still fits. */
    void complete(ChoiceState state) {
        PriorityQueue<Offer> offers = new PriorityQueue<>((one, other) -> one.ratio() != other.ratio()
                ? Double.compare(other.ratio(), one.ratio())
                : Integer.compare(one.action(), other.action()));
        for (int a = 0; a < problem.actions().size(); a++) {
            if (!state.chosen.get(a) && state.isCompatible(a)) {
                offer(state, a, offers);
            }
        }
        while (!offers.isEmpty()) {
            Offer offer = offers.poll();
            if (state.chosen.get(offer.action()) || !state.isCompatible(offer.action())) {
                continue;
            }
            double ratio = ratio(state, offer.action());
            if (ratio <= 0) {
                continue;
            }
            if (!offers.isEmpty() && ratio < offers.peek().ratio()) {
                offers.add(new Offer(offer.action(), ratio));
                continue;
            }
            state.add(offer.action());
        }
    }

    private void offer(ChoiceState state, int action, PriorityQueue<Offer> offers) {
        double ratio = ratio(state, action);
        if (ratio > 0) {
            offers.add(new Offer(action, ratio));
        }
    }

    /** Additional value for each unit of cost, 0 when it does not fit or gives nothing. */
    private double ratio(ChoiceState current, int action) {
        // What is added with it because it is required does not go with it again.
        boolean alone = index.requiredBy[action].length == 0;
        ChoiceState state = alone ? current : current.copy();
        double before = state.value();
        double costBefore = cost(state);
        state.add(action);
        double gain = state.value() - before;
        double cost = cost(state) - costBefore;
        boolean fits = alone ? state.exceeded() < 0 : state.isAllowed();
        if (alone) {
            state.remove(action);
        }
        if (!fits || gain <= 0) {
            return 0;
        }
        return cost <= 0 ? Double.MAX_VALUE : gain / cost;
    }

    /** Costs of all budgets on one scale: a budget that is nearly nothing is dear. */
    private double cost(ChoiceState state) {
        double cost = 0;
        for (int b = 0; b < problem.budgets().size(); b++) {
            cost += state.spent(b) / Math.max(problem.budgets().get(b).limit(), Double.MIN_NORMAL);
        }
        return cost;
    }
}
