package org.towercrier.expansion.internal.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ExpansionPlan.NotChosen;

/** A plan as scripts read it. */
final class PlanDocument {

    private PlanDocument() {
    }

    /** The whole plan, its sentences in a language. */
    static Map<String, Object> of(ExpansionPlan made, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("budget", made.budget());
        json.put("currency", made.currency());
        json.put("horizon", made.horizon());
        json.put("synthetic", made.synthetic());
        json.put("created", made.created());
        json.put("actions", made.actions().stream().map(each -> action(each, locale)).toList());
        json.put("cost", made.cost());
        json.put("relief", made.value());
        json.put("mbit", made.relief());
        json.put("bound", made.bound());
        json.put("gap", made.gap());
        json.put("greedy", outcome(made.greedy().cost(), made.greedy().value(), made.greedy().relief()));
        json.put("diagnoses", made.diagnoses().stream().map(each -> diagnosis(each, locale)).toList());
        json.put("pareto", made.pareto().stream().map(point -> {
            Map<String, Object> row = outcome(point.cost(), point.value(), point.relief());
            row.put("budget", point.budget());
            row.put("bound", point.bound());
            return row;
        }).toList());
        json.put("whyNot", made.whyNot().stream().map(each -> rest(each, locale)).toList());
        json.put("method", made.method());
        json.put("notes", made.notes().stream().map(note -> note.text(locale)).toList());
        return json;
    }

    /** Relief is what is maximised and bounded: Mbit/s times the weights of the cells; {@code mbit} is without the weights. */
    static Map<String, Object> outcome(double cost, double value, double relief) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cost", cost);
        json.put("relief", value);
        json.put("mbit", relief);
        return json;
    }

    private static Map<String, Object> action(Chosen each, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", each.id());
        json.put("cell", each.cell());
        json.put("site", each.site());
        json.put("action", each.action());
        json.putAll(outcome(each.cost(), each.value(), each.relief()));
        json.put("investment", each.investment());
        json.put("yearlyCost", each.yearlyCost());
        json.put("year", each.year());
        json.put("leadDays", each.leadDays());
        json.put("latitude", each.latitude());
        json.put("longitude", each.longitude());
        json.put("relieves", each.relieves());
        json.put("why", each.why().text(locale));
        json.put("source", each.source().text(locale));
        return json;
    }

    private static Map<String, Object> rest(NotChosen each, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", each.id());
        json.put("cell", each.cell());
        json.put("site", each.site());
        json.put("action", each.action());
        json.put("cost", each.cost());
        json.put("investment", each.investment());
        json.put("yearlyCost", each.yearlyCost());
        json.put("couldRelieve", each.couldRelieve());
        json.put("reason", each.reason());
        json.put("why", each.why().text(locale));
        json.put("latitude", each.latitude());
        json.put("longitude", each.longitude());
        json.put("leadDays", each.leadDays());
        json.put("source", each.source().text(locale));
        return json;
    }

    private static Map<String, Object> diagnosis(Diagnosis each, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", each.subject());
        json.put("sector", each.sector());
        json.put("site", each.site());
        json.put("cells", each.cells());
        json.put("cause", each.cause());
        json.put("demand", each.demand());
        json.put("evidence", each.evidence());
        json.put("sentence", each.sentence().text(locale));
        return json;
    }
}
