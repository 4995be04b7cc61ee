package org.towercrier.expansion.ui.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Chosen;
import org.towercrier.expansion.ui.internal.Names;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.PropertyFacts.Fact;
import org.towercrier.ui.kit.PropertyFacts.Section;

/** The figures of a plan, without a widget: what it does, what is proven, what greedy would do, what the reader must know. */
public final class PlanFacts {

    private static final String MBIT = "Mbit/s";

    private final Texts texts;
    private final NumberFormats numbers;

    PlanFacts(Texts texts) {
        this.texts = texts;
        this.numbers = NumberFormats.of(texts.locale());
    }

    /** @param solver whether a solver library is there */
    List<Section> of(ExpansionPlan plan, boolean solver) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(texts.get("Facts_Plan"), List.of(
                Fact.of(texts.get("Column_Budget"), money(plan.budget(), plan)),
                Fact.of(texts.get("Column_Cost"), money(plan.cost(), plan)),
                Fact.of(texts.get("Facts_Left"), money(plan.budget() - plan.cost(), plan)),
                Fact.of(texts.get("Column_Relief"), Double.isNaN(share(plan)) ? numbers.measure(plan.relief(), 1, MBIT)
                        : texts.get("Hint_OfDemand", numbers.measure(plan.relief(), 1, MBIT), numbers.percent(share(plan), 0))),
                Fact.of(texts.get("Curve_Value"), numbers.measure(plan.value(), 1, MBIT)),
                Fact.of(texts.get("Form_Horizon"), texts.get("Form_Months", plan.horizon())))));
        sections.add(new Section(texts.get("Facts_Proof"), proof(plan, solver)));
        sections.add(new Section(texts.get("Curve_Greedy"), List.of(
                Fact.of(texts.get("Column_Cost"), money(plan.greedy().cost(), plan)),
                Fact.of(texts.get("Column_Relief"), numbers.measure(plan.greedy().relief(), 1, MBIT)),
                Fact.of(texts.get("Curve_Value"), numbers.measure(plan.greedy().value(), 1, MBIT)),
                Fact.of(texts.get("Facts_Better"), plan.greedy().value() > 0
                        ? texts.get("Facts_BetterBy", numbers.percent(plan.value() / plan.greedy().value() - 1, 1))
                        : NumberFormats.ABSENT))));
        sections.add(new Section(texts.get("Facts_Actions"), actions(plan)));
        if (!plan.terms().years().isEmpty()) {
            sections.add(new Section(texts.get("Facts_Years"), years(plan)));
        }
        if (!plan.terms().pins().isEmpty() || !plan.terms().bans().isEmpty()) {
            sections.add(new Section(texts.get("Facts_Terms"),
                    List.of(Fact.of(texts.get("Will_PINNED"), list(plan.terms().pins())),
                            Fact.of(texts.get("Will_FORBIDDEN"), list(plan.terms().bans())))));
        }
        List<Fact> notes = new ArrayList<>();
        if (plan.synthetic()) {
            notes.add(Fact.of(texts.get("Facts_Note"), texts.get("Facts_Synthetic")));
        }
        plan.notes().forEach(note -> notes.add(Fact.of(texts.get("Facts_Note"), note.text(texts.locale()))));
        if (!notes.isEmpty()) {
            sections.add(new Section(texts.get("Facts_Notes"), notes));
        }
        return sections;
    }

    private List<Fact> proof(ExpansionPlan plan, boolean solver) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.get("Curve_Bound"),
                plan.bound().isPresent() ? numbers.measure(plan.bound().getAsDouble(), 1, MBIT) : texts.get("Facts_None")));
        facts.add(Fact.of(texts.get("Facts_Gap"),
                plan.gap().isPresent() ? numbers.percent(plan.gap().getAsDouble(), 2) : texts.get("Facts_None")));
        facts.add(Fact.of(texts.get("Facts_Method"), plan.methods(texts.locale())));
        if (!solver) {
            facts.add(Fact.of(texts.get("Facts_Note"), texts.get("Facts_NoSolver")));
        }
        return facts;
    }

    /** Share of all demand that is cut off. */
    static double share(ExpansionPlan plan) {
        double demand = plan.diagnoses().stream().filter(diagnosis -> !diagnosis.sector()).mapToDouble(each -> each.demand().cutOff())
                .sum();
        return demand > 0 ? plan.relief() / demand : Double.NaN;
    }

    private List<Fact> actions(ExpansionPlan plan) {
        Map<String, List<Chosen>> byKind = new TreeMap<>();
        plan.actions().forEach(each -> byKind.computeIfAbsent(each.action(), key -> new ArrayList<>()).add(each));
        if (byKind.isEmpty()) {
            return List.of(Fact.of("", texts.get("Facts_NoActions")));
        }
        return byKind.entrySet().stream()
                .map(entry -> Fact.of(Names.action(texts, entry.getKey(), Optional.ofNullable(plan.kinds().get(entry.getKey()))),
                        texts.get("Facts_OfKind",
                                numbers.integer(entry.getValue().size()),
                                money(entry.getValue().stream().mapToDouble(Chosen::cost).sum(), plan),
                                numbers.measure(entry.getValue().stream().mapToDouble(Chosen::relief).sum(), 1, MBIT))))
                .toList();
    }

    private List<Fact> years(ExpansionPlan plan) {
        return plan.terms().years().entrySet().stream().map(year -> Fact.of(year.getKey(), texts.get("Facts_OfYear",
                money(plan.actions().stream().filter(each -> each.year().equals(year.getKey())).mapToDouble(Chosen::cost).sum(), plan),
                money(year.getValue(), plan)))).toList();
    }

    private String list(List<String> ids) {
        return ids.isEmpty() ? NumberFormats.ABSENT : String.join(", ", ids);
    }

    private String money(double amount, ExpansionPlan plan) {
        return numbers.measure(amount, 0, plan.currency());
    }
}
