package org.towercrier.expansion.ui.internal.desk;

import java.util.ArrayList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.areas.CellPeople;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.PlanCurve;

/**
 * Plans that were solved together, the least budget first.
 *
 * @param question what was asked
 * @param plans    at least one, at most one for a budget
 * @param people   of the cells the plans speak of; cells nobody is known in are absent
 * @param shelved  where the plan of the question was kept, absent when it was not
 * @param complete whether no more are coming
 */
public record Solved(PlanQuestion question, List<ExpansionPlan> plans, Map<String, CellPeople> people, Optional<Shelved> shelved,
        boolean complete) {

    /** A plan on the shelf. @param name under which it was kept @param saved when */
    public record Shelved(String name, Instant saved) {
    }

    public Solved {
        plans = plans.stream().sorted(Comparator.comparingDouble(ExpansionPlan::budget)).toList();
        people = Map.copyOf(people);
    }

    /** With one plan more; it takes the place of one of the same budget. */
    Solved and(ExpansionPlan plan) {
        List<ExpansionPlan> all = new ArrayList<>(plans);
        all.removeIf(each -> each.budget() == plan.budget());
        all.add(plan);
        return new Solved(question, all, people, shelved, complete);
    }

    /** All that will come has come. */
    Solved completed() {
        return new Solved(question, plans, people, shelved, true);
    }

    /** The same, kept. */
    Solved at(Shelved where) {
        return new Solved(question, plans, people, Optional.of(where), complete);
    }

    /** As it is kept. */
    public PlanCurve curve() {
        return new PlanCurve(plans, complete);
    }

    /** Number of the plan whose budget is nearest. */
    public int nearest(double budget) {
        int nearest = 0;
        for (int i = 1; i < plans.size(); i++) {
            if (Math.abs(plans.get(i).budget() - budget) < Math.abs(plans.get(nearest).budget() - budget)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
