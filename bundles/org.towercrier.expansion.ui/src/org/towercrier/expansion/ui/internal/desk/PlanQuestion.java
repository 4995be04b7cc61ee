package org.towercrier.expansion.ui.internal.desk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanRequest;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Situation;

/**
 * What the user asks of a plan.
 *
 * @param budget  in all
 * @param horizon months
 * @param terms   what is laid down, pins and bans among it
 */
public record PlanQuestion(double budget, int horizon, Terms terms) {

    /** What is asked before the user has said anything. */
    public static final PlanQuestion USUAL = new PlanQuestion(500_000, 12, Terms.NONE);

    /** How an action stands with the user. */
    public enum Will {
        FREE, PINNED, FORBIDDEN
    }

    /** What a plan was the answer to. */
    public static PlanQuestion of(ExpansionPlan plan) {
        return new PlanQuestion(plan.budget(), plan.horizon(), plan.terms());
    }

    /** As the core is asked. */
    public PlanRequest request(Duration timeLimit, ZoneId zone, Locale locale) {
        return new PlanRequest(budget, horizon, timeLimit, zone, locale, terms);
    }

    /** The same with other money and time; what is pinned and forbidden stays. */
    public PlanQuestion with(double otherBudget, int otherHorizon, Map<String, Double> years, boolean carryOver) {
        return new PlanQuestion(otherBudget, otherHorizon, new Terms(years, carryOver, terms.pins(), terms.bans(), terms.catalogue(),
                terms.candidates(), terms.weights(), terms.limits()));
    }

    /** The same with other worth of relief. */
    public PlanQuestion with(Weights weights) {
        return with(terms.catalogue(), terms.candidates(), weights, terms.limits());
    }

    /** The same with other limits of what counts as full. */
    public PlanQuestion with(Limits limits) {
        return with(terms.catalogue(), terms.candidates(), terms.weights(), limits);
    }

    /** The same without figures of its own: those of the cost catalogue hold. */
    public PlanQuestion withoutFigures() {
        return with(Map.of(), terms.candidates(), terms.weights(), terms.limits());
    }

    /** The same without candidate sites of its own: those of the workspace stay. */
    public PlanQuestion withoutCandidates() {
        return with(terms.catalogue(), List.of(), terms.weights(), terms.limits());
    }

    private PlanQuestion with(Map<String, Map<String, Double>> catalogue, List<Situation.Place> candidates, Weights weights,
            Limits limits) {
        return new PlanQuestion(budget, horizon,
                new Terms(terms.years(), terms.carryOver(), terms.pins(), terms.bans(), catalogue, candidates, weights, limits));
    }

    /** The same with actions that must be taken. */
    public PlanQuestion pin(Collection<String> actions) {
        return with(added(terms.pins(), actions), without(terms.bans(), actions));
    }

    /** The same with actions, cells or sites that must not be. */
    public PlanQuestion forbid(Collection<String> things) {
        return with(without(terms.pins(), things), added(terms.bans(), things));
    }

    /** The same with things about which nothing is laid down. */
    public PlanQuestion release(Collection<String> things) {
        return with(without(terms.pins(), things), without(terms.bans(), things));
    }

    private PlanQuestion with(List<String> pins, List<String> bans) {
        return new PlanQuestion(budget, horizon, terms.with(pins, bans));
    }

    /** How an action stands. */
    public Will will(String id, String action, String cell, String site) {
        if (terms.pins().contains(id)) {
            return Will.PINNED;
        }
        boolean banned = terms.bans().contains(id) || terms.bans().contains(action + ":*") || terms.bans().contains(cell)
                || !site.isEmpty() && terms.bans().contains(site);
        return banned ? Will.FORBIDDEN : Will.FREE;
    }

    private static List<String> added(List<String> list, Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(list);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static List<String> without(List<String> list, Collection<String> less) {
        List<String> rest = new ArrayList<>(list);
        rest.removeAll(less);
        return List.copyOf(rest);
    }
}
