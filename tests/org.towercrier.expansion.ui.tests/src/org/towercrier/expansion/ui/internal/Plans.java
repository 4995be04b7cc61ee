package org.towercrier.expansion.ui.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.towercrier.expansion.Cause;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;
import org.towercrier.expansion.ExpansionPlan.Outcome;
import org.towercrier.expansion.ExpansionPlan.Point;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.Sentence;

/** Small plans for tests. */
public final class Plans {

    public static final String SPLIT = "SECTOR_SPLIT:A";
    public static final String CARRIER = "ADD_CARRIER:B";

    private Plans() {
    }

    /** A plan that splits the sector of cell A for 90,000, which relieves 60 of its 80 Mbit/s, and leaves cell B alone. */
    public static ExpansionPlan of(double budget) {
        return of(budget, List.of(chosen(SPLIT, "A", 90_000, 60)), List.of(not(CARRIER, "B", 59_210, 20, Reason.OVER_BUDGET)), Terms.NONE);
    }

    public static ExpansionPlan of(double budget, List<Chosen> actions, List<NotChosen> rest, Terms terms) {
        double relief = actions.stream().mapToDouble(Chosen::relief).sum();
        double cost = actions.stream().mapToDouble(Chosen::cost).sum();
        return new ExpansionPlan(Instant.parse("2026-10-31T23:45:00Z"), "GBP", 12, budget, true, actions, cost, relief, relief / 2,
                OptionalDouble.of(relief / 2 + 1), OptionalDouble.of(2 / relief), new Outcome(cost, relief / 2, relief / 4),
                List.of(new Point(0, 0, 0, 0, OptionalDouble.of(0)),
                        new Point(budget, cost, relief, relief / 2, OptionalDouble.of(relief / 2 + 1))),
                rest, List.of(diagnosis("A", 80), diagnosis("B", 40)), "greedy", List.of(Sentence.verbatim("Cell C has no forecast.")),
                terms,
                Map.of(), Map.of());
    }

    public static Chosen chosen(String id, String cell, double cost, double relief) {
        return new Chosen(id, cell, "S1", id.substring(0, id.indexOf(':')), cost, cost, 0, "", 120, relief, relief / 2, 48.1, 11.5,
                List.of(new Relieved(cell, relief, "")), Sentence.verbatim("It relieves."),
                Sentence.verbatim("Assumption"));
    }

    public static NotChosen not(String id, String cell, double cost, double could, Reason reason) {
        return new NotChosen(id, cell, "", id.substring(0, id.indexOf(':')), cost, cost, 0, could, reason,
                Sentence.verbatim("It costs too much."), Double.NaN, Double.NaN, 90, Sentence.verbatim("Assumption"));
    }

    public static Diagnosis diagnosis(String cell, double cutOff) {
        return new Diagnosis(cell, false, "S1", List.of(cell), Cause.DEMAND, new Demand(10, 5, 1.5, true, cutOff),
                List.of(new Diagnosis.Figure("use", 84, "%", 70), new Diagnosis.Figure("throughput", 1_500, "kbit/s", 2_000),
                        new Diagnosis.Figure("control", Double.NaN, "%", 70)),
                Sentence.verbatim("It is full."));
    }
}
