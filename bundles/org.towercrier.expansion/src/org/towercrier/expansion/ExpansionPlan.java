package org.towercrier.expansion;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import org.towercrier.expansion.internal.Texts;

/**
 * What to do for a budget, with everything it rests on. Relief is in Mbit/s of busy-hour demand; value is relief times the weights of the
 * cells, at most 1.
 *
 * @param created    when the newest measurement it rests on ended
 * @param currency   of all amounts
 * @param horizon    months
 * @param budget     in all
 * @param synthetic  whether the network is invented
 * @param actions    that are chosen
 * @param cost       of them, running cost to the horizon included
 * @param relief     of all cells
 * @param value      weighted relief: what was maximised
 * @param bound      no plan has a greater value
 * @param gap        of value and bound, relative
 * @param greedy     the plan taken step by step, for comparison
 * @param pareto     relief for other budgets
 * @param whyNot     each action not chosen
 * @param diagnoses  what is overloaded
 * @param method     what found and what proved it
 * @param notes      what the reader must know
 * @param terms      what the user laid down
 * @param kinds      names of the kinds of action that plug-ins brought, by id
 * @param names      of the cells and sites it speaks of, by id; those that are called by their id are left out
 */
public record ExpansionPlan(Instant created, String currency, int horizon, double budget, boolean synthetic, List<Chosen> actions,
        double cost, double relief, double value, OptionalDouble bound, OptionalDouble gap, Outcome greedy, List<Point> pareto,
        List<NotChosen> whyNot, List<Diagnosis> diagnoses, String method,
        List<Sentence> notes, PlanRequest.Terms terms, Map<String, Sentence> kinds,
        Map<String, String> names) {

    /** An action taken. @param cost investment and running cost to the horizon @param yearlyCost running cost of a year @param year budget it is paid from @param relief Mbit/s @param value that times the weights of the cells @param relieves which cells by how much */
    public record Chosen(String id, String cell, String site, String action, double cost, double investment, double yearlyCost,
            String year, int leadDays, double relief, double value, double latitude, double longitude, List<Relieved> relieves,
            Sentence why, Sentence source) {

        public Chosen {
            relieves = List.copyOf(relieves);
        }
    }

    /** Relief of a cell through one action. @param receiver cell that takes the load over, empty when the capacity is new */
    public record Relieved(String cell, double amount, String receiver) {
    }

    /** Cost, relief and value of a plan. */
    public record Outcome(double cost, double relief, double value) {
    }

    /** A point of the cost-relief curve. */
    public record Point(double budget, double cost, double relief, double value, OptionalDouble bound) {
    }

    /** Why an action is not in a plan. */
    public enum Reason {
        DOMINATED,
        OVER_BUDGET,
        EXCLUDED,
        NO_EFFECT
    }

    /** An action not taken. @param cost investment and running cost to the horizon @param couldRelieve Mbit/s that it would add to the plan at most @param latitude degrees, NaN when unknown */
    public record NotChosen(String id, String cell, String site, String action, double cost, double investment, double yearlyCost,
            double couldRelieve, Reason reason, Sentence why, double latitude, double longitude, int leadDays, Sentence source) {
    }

    public ExpansionPlan {
        actions = List.copyOf(actions);
        pareto = List.copyOf(pareto);
        whyNot = List.copyOf(whyNot);
        diagnoses = List.copyOf(diagnoses);
        notes = List.copyOf(notes);
        kinds = Map.copyOf(kinds);
        names = Map.copyOf(names);
    }

    /** What a cell or site is called. */
    public String name(String place) {
        return names.getOrDefault(place, place);
    }

    /** What a kind of action is called; one that nobody named is called by its id. */
    public String nameOf(String kind, Locale locale) {
        Sentence own = kinds.get(kind);
        return own == null ? new Texts(locale).action(kind) : own.text(locale);
    }

    /** What found and what proved it, for a reader. */
    public String methods(Locale locale) {
        return new Texts(locale).methods(method);
    }
}
