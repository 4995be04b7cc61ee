package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Situation.Place;

/** What somebody laid down for a plan, row by row; what is as usual is left out. Numbers bear the names that they have in a plan file. */
final class TermRows {

    private final ExpansionPlan plan;
    private final Texts texts;
    private final List<List<Object>> rows = new ArrayList<>();

    private TermRows(ExpansionPlan plan, Texts texts) {
        this.plan = plan;
        this.texts = texts;
    }

    /** Each row says what and how; none when all is as usual. */
    static List<List<Object>> of(ExpansionPlan plan, Texts texts) {
        TermRows all = new TermRows(plan, texts);
        all.collect(plan.terms());
        return all.rows;
    }

    private void collect(Terms terms) {
        terms.years().forEach((year, money) -> row("Terms_Year", texts.text("Terms_OfYear", year, money, plan.currency())));
        if (terms.carryOver()) {
            row("Terms_CarryOver", texts.text("Terms_CarriedOver"));
        }
        terms.pins().forEach(pin -> row("Terms_Pinned", thing(pin)));
        terms.bans().forEach(ban -> row("Terms_Forbidden", thing(ban)));
        terms.catalogue().forEach((item, figures) -> row("Terms_Figures", plan.nameOf(item, texts.locale()) + ": " + listed(figures)));
        if (!terms.candidates().isEmpty()) {
            row("Terms_Candidates", terms.candidates().stream().map(Place::name).collect(Collectors.joining(", ")));
        }
        Map<String, Double> limits = different(terms.limits().figures(), Limits.USUAL.figures());
        if (!limits.isEmpty()) {
            row("Terms_Limits", listed(limits));
        }
        Map<String, Double> weights = different(weights(terms.weights()), weights(Weights.USUAL));
        if (!weights.isEmpty()) {
            row("Terms_Weights", listed(weights));
        }
    }

    private void row(String key, String value) {
        rows.add(List.of(texts.text(key), value));
    }

    /** An action, a kind of action, a cell or a site, as people call it. */
    private String thing(String id) {
        int colon = id.indexOf(':');
        if (colon < 0) {
            return plan.name(id);
        }
        String kind = plan.nameOf(id.substring(0, colon), texts.locale());
        String place = id.substring(colon + 1);
        return "*".equals(place) ? texts.text("Terms_AllOfKind", kind) : texts.text("Deed", kind, plan.name(place));
    }

    private String listed(Map<String, Double> figures) {
        return figures.entrySet().stream().map(each -> texts.text("Terms_Figure", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Double> different(Map<String, Double> own, Map<String, Double> usual) {
        Map<String, Double> rest = new LinkedHashMap<>(own);
        rest.entrySet().removeIf(each -> each.getValue().equals(usual.get(each.getKey())));
        return rest;
    }

    private static Map<String, Double> weights(Weights weights) {
        Map<String, Double> all = weights.figures();
        all.putAll(weights.scenarios());
        return all;
    }
}
