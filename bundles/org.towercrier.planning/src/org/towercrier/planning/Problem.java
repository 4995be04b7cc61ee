package org.towercrier.planning;

/**
 * A planning problem. All of them are immutable; the arrays in them must not be changed.
 *
 * @param <S>
 *            what a solution looks like
 */
public sealed interface Problem<S>
        permits BudgetedChoice, Covering, FacilityLocation, PMedian, GraphColouring, FrequencyAssignment, SitePlanning {

    /** Whether the objective is to be small (costs) or large (relief). */
    boolean minimises();

    /**
     * The objective of a solution, computed from the problem's data alone.
     *
     * @throws IllegalArgumentException
     *             when the solution breaks a rule of the problem, with the rule
     */
    double objective(S solution);
}
