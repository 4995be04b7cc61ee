package org.towercrier.expansion;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What is asked of a plan.
 *
 * @param budget    in all, in the currency of the catalogue
 * @param horizon   months
 * @param timeLimit of the search with its cost-relief curve
 * @param zone      whose days
 * @param locale    of sentences
 * @param terms     what the user laid down
 */
public record PlanRequest(double budget, int horizon, Duration timeLimit, ZoneId zone, Locale locale, Terms terms) {

    /** Longest horizon in months. */
    public static final int LONGEST = 60;
    /** More money than there is; sums of it are still numbers. */
    private static final double MOST = 1e100;

    public PlanRequest {
        Objects.requireNonNull(timeLimit, "timeLimit");
        if (!(budget >= 0) || budget > MOST || horizon < 1 || horizon > LONGEST) {
            throw new IllegalArgumentException("a budget is 0 or more, a horizon 1 to " + LONGEST + " months");
        }
    }

    /** The same for another budget. */
    public PlanRequest withBudget(double other) {
        return new PlanRequest(other, horizon, timeLimit, zone, locale, terms);
    }

    /** The same with other terms. */
    public PlanRequest withTerms(Terms other) {
        return new PlanRequest(budget, horizon, timeLimit, zone, locale, other);
    }

    /**
     * What the user laid down.
     *
     * @param years      budgets of years in order, empty for one budget
     * @param carryOver  whether what is left of a year may be spent in the next
     * @param pins       ids of proposals that must be taken
     * @param bans       ids of proposals, {@code KIND:*}, cells or sites that must not
     * @param catalogue  figures by kind and name that replace those of the catalogue
     * @param candidates sites that are possible
     * @param weights    of value
     * @param limits     what counts as full
     */
    public record Terms(Map<String, Double> years, boolean carryOver, List<String> pins, List<String> bans,
            Map<String, Map<String, Double>> catalogue, List<Situation.Place> candidates, Weights weights, Limits limits) {

        /** Nothing laid down. */
        public static final Terms NONE = new Terms(Map.of(), false, List.of(), List.of(), Map.of(), List.of(), Weights.USUAL,
                Limits.USUAL);

        public Terms {
            // Years keep their order.
            years = Collections.unmodifiableMap(new LinkedHashMap<>(years));
            pins = List.copyOf(pins);
            bans = List.copyOf(bans);
            catalogue = Map.copyOf(catalogue);
            candidates = List.copyOf(candidates);
        }

        /** The same with other pins and bans. */
        public Terms with(List<String> otherPins, List<String> otherBans) {
            return new Terms(years, carryOver, otherPins, otherBans, catalogue, candidates, weights, limits);
        }
    }

    /**
     * How much more a cell counts: 1 + each weight × the cell's share of the greatest value of any overloaded cell, times that of its
     * scenario; then scaled so that one Mbit/s counts 1 in the cell that counts most.
     *
     * @param people      customers living or working there
     * @param spendAtRisk spend of those whose contract ends
     * @param groups      members of corporate groups
     * @param scenarios   factors by coverage scenario
     */
    public record Weights(double people, double spendAtRisk, double groups, Map<String, Double> scenarios) {

        /** All three alike, no scenario before others. */
        public static final Weights USUAL = new Weights(1, 1, 1, Map.of());

        /** The weights by their names, without the scenarios. */
        public Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("people", people);
            figures.put("spendAtRisk", spendAtRisk);
            figures.put("groups", groups);
            return figures;
        }
    }
}
