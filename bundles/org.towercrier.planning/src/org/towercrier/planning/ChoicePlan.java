package org.towercrier.planning;

import java.util.BitSet;
import java.util.List;

/**
 * A set of actions with what it gives and costs.
 *
 * @param chosen
 *            numbers of the actions
 * @param value
 *            the objective
 * @param spent
 *            of each budget
 * @param relieved
 *            of each need, at most its amount
 * @param drawn
 *            through each relief of the problem: their sum at a need is what is relieved there, so nothing is counted twice
 */
public record ChoicePlan(BitSet chosen, double value, List<Double> spent, List<Double> relieved, List<Double> drawn) {

    public ChoicePlan {
        chosen = (BitSet) chosen.clone();
        spent = List.copyOf(spent);
        relieved = List.copyOf(relieved);
        drawn = List.copyOf(drawn);
    }

    @Override
    public BitSet chosen() {
        return (BitSet) chosen.clone();
    }

    /** Numbers of the chosen actions, ascending. */
    public List<Integer> actions() {
        return chosen.stream().boxed().toList();
    }

    /** Sum over all budgets. */
    public double cost() {
        return spent.stream().mapToDouble(Double::doubleValue).sum();
    }
}
