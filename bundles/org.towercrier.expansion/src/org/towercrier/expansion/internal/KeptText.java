package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;
import org.towercrier.expansion.ExpansionPlan.Outcome;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.PlanCurve;
import org.towercrier.expansion.Sentence;

/**
 * A plan with its curve, as they are kept. Plans of a curve speak of the same proposals: what is the same of a proposal in all of them
 * is there once, and each plan of another budget only says what it does with it.
 *
 * @param plan     whole
 * @param complete whether the search of the curve went through
 * @param offers   the same of proposals in all plans, by id; those that the plan itself chose or did not choose are there too
 * @param others   plans for other budgets
 */
record KeptText(ExpansionPlan plan, boolean complete, Map<String, Offered> offers, List<Other> others) {

    /** What is the same of a proposal in all plans. @param why it would be chosen, empty when no plan chose it */
    record Offered(String cell, String site, String action, double investment, double yearlyCost, int leadDays, double latitude,
            double longitude, Sentence why, Sentence source) {
    }

    /** A plan for another budget. */
    record Other(double budget, double cost, double relief, double value, OptionalDouble bound, OptionalDouble gap, Outcome greedy,
            List<Done> actions, List<Left> whyNot, String method, List<Sentence> notes) {
    }

    /** An action taken. */
    record Done(String id, double cost, String year, double relief, double value, List<Relieved> relieves) {
    }

    /** An action not taken. */
    record Left(String id, double cost, double could, Reason reason, Sentence why) {
    }

    KeptText {
        offers = Map.copyOf(offers);
        others = List.copyOf(others);
    }

    KeptText(ExpansionPlan plan, PlanCurve curve) {
        this(plan, curve.complete(), offers(curve), curve.plans().stream().filter(each -> each.budget() != plan.budget())
                .map(KeptText::other).toList());
    }

    /** A curve of one plan needs none. */
    private static Map<String, Offered> offers(PlanCurve curve) {
        Map<String, Offered> offers = new HashMap<>();
        if (curve.plans().size() > 1) {
            curve.plans().forEach(plan -> plan.whyNot().forEach(each -> offers.putIfAbsent(each.id(),
                    new Offered(each.cell(), each.site(), each.action(), each.investment(), each.yearlyCost(), each.leadDays(),
                            each.latitude(), each.longitude(), Sentence.none(), each.source()))));
            curve.plans().forEach(plan -> plan.actions().forEach(each -> offers.put(each.id(),
                    new Offered(each.cell(), each.site(), each.action(), each.investment(), each.yearlyCost(), each.leadDays(),
                            each.latitude(), each.longitude(), each.why(), each.source()))));
        }
        return offers;
    }

    private static Other other(ExpansionPlan plan) {
        return new Other(plan.budget(), plan.cost(), plan.relief(), plan.value(), plan.bound(), plan.gap(), plan.greedy(),
                plan.actions().stream()
                        .map(each -> new Done(each.id(), each.cost(), each.year(), each.relief(), each.value(), each.relieves())).toList(),
                plan.whyNot().stream().map(each -> new Left(each.id(), each.cost(), each.couldRelieve(), each.reason(), each.why()))
                        .toList(),
                plan.method(), plan.notes());
    }

    /** The plan with those of other budgets. */
    PlanCurve curve() {
        List<ExpansionPlan> plans = new ArrayList<>(List.of(plan));
        others.forEach(other -> plans.add(whole(other)));
        return new PlanCurve(plans, complete);
    }

    private ExpansionPlan whole(Other other) {
        List<Chosen> chosen = new ArrayList<>();
        for (Done each : other.actions()) {
            Offered same = offered(each.id());
            chosen.add(new Chosen(each.id(), same.cell(), same.site(), same.action(), each.cost(), same.investment(), same.yearlyCost(),
                    each.year(), same.leadDays(), each.relief(), each.value(), same.latitude(), same.longitude(), each.relieves(),
                    same.why(), same.source()));
        }
        List<NotChosen> rest = new ArrayList<>();
        for (Left each : other.whyNot()) {
            Offered same = offered(each.id());
            rest.add(new NotChosen(each.id(), same.cell(), same.site(), same.action(), each.cost(), same.investment(), same.yearlyCost(),
                    each.could(), each.reason(), each.why(), same.latitude(), same.longitude(), same.leadDays(), same.source()));
        }
        return new ExpansionPlan(plan.created(), plan.currency(), plan.horizon(), other.budget(), plan.synthetic(), chosen, other.cost(),
                other.relief(), other.value(), other.bound(), other.gap(), other.greedy(), plan.pareto(), rest, plan.diagnoses(),
                other.method(), other.notes(), plan.terms(), plan.kinds(), plan.names());
    }

    private Offered offered(String id) {
        Offered same = offers.get(id);
        if (same == null) {
            throw new IllegalStateException("a kept plan speaks of " + id + ", which it does not describe");
        }
        return same;
    }
}
