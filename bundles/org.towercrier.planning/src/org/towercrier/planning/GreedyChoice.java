package org.towercrier.planning;

import org.towercrier.planning.internal.choice.ChoiceSearch;

/** The plan to compare with: what one gets by taking, again and again, the action with the most additional relief for its cost. */
public final class GreedyChoice {

    private GreedyChoice() {
    }

    /**
     * The greedy plan; the search of {@link Planner#solve} starts from it and is never worse.
     *
     * @throws IllegalArgumentException
     *             when the pinned actions alone break a rule, with the rule
     */
    public static ChoicePlan of(BudgetedChoice problem) {
        return ChoiceSearch.greedy(problem);
    }
}
