package org.towercrier.expansion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Plans for several budgets, the least budget first.
 *
 * @param plans    at most one for a budget
 * @param complete whether the search went through; else these are the plans found until it was stopped
 */
public record PlanCurve(List<ExpansionPlan> plans, boolean complete) {

    public PlanCurve {
        plans = plans.stream().sorted(Comparator.comparingDouble(ExpansionPlan::budget)).toList();
    }

    /** Of one plan, all by itself. */
    public static PlanCurve of(ExpansionPlan plan) {
        return new PlanCurve(List.of(plan), true);
    }

    /** The solved plan with the greatest budget that is not above the given one. */
    public Optional<ExpansionPlan> at(double budget) {
        return plans.stream().filter(plan -> plan.budget() <= budget).reduce((one, other) -> other);
    }
}
