package org.towercrier.expansion.ui.internal.hints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.towercrier.areas.CellPeople;
import org.towercrier.expansion.Demand;
import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlan.Relieved;
import org.towercrier.expansion.ui.internal.Names;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Ground;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion.Will;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.PropertyFacts.Fact;
import org.towercrier.ui.kit.PropertyFacts.Section;
import org.towercrier.ui.theme.Severity;

/** All about one hint, without a widget: what, why, what it costs and relieves, what it rests on, what happens if nothing is done. */
public final class HintFacts {

    private static final String MBIT = "Mbit/s";
    private static final int MOST = 8;
    /** Figures where less than the limit is worse; for all others more is. */
    private static final List<String> LESS_IS_WORSE = List.of("throughput", "efficiency", "room", "days");

    private final Texts texts;
    private final NumberFormats numbers;
    private final ExpansionPlan plan;
    private final Ground ground;

    HintFacts(Texts texts, ExpansionPlan plan, Ground ground) {
        this.texts = texts;
        this.numbers = NumberFormats.of(texts.locale());
        this.plan = plan;
        this.ground = ground;
    }

    /** @param others hints that are about the same cells @param open goes to another hint */
    List<Section> of(Hint hint, List<Hint> others, Consumer<Hint> open) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(texts.get("Hint_Title", hint.name(texts), hint.place().cellName()), money(hint)));
        List<Fact> why = new ArrayList<>();
        why.add(Fact.of(texts.get(hint.chosen() ? "Hint_Why" : "Hint_WhyNot"), hint.why().text(texts.locale())));
        why.add(Fact.of(texts.get("Column_Source"), hint.source().text(texts.locale())));
        sections.add(new Section(texts.get(hint.chosen() ? "Hint_Because" : "Hint_BecauseNot"), why));
        hint.diagnosis().ifPresent(diagnosis -> {
            sections.add(new Section(texts.get("Hint_Diagnosis", texts.get("Cause_" + diagnosis.cause())), evidence(diagnosis)));
            sections.add(new Section(texts.get("Hint_Nothing"), nothing(hint, diagnosis.demand())));
        });
        if (!hint.relieves().isEmpty()) {
            sections.add(new Section(texts.get("Hint_Relieves"), relieves(hint)));
        }
        if (!hint.people().isEmpty()) {
            sections.add(new Section(texts.get("Hint_People"), people(hint.people())));
        }
        if (!others.isEmpty()) {
            sections.add(new Section(texts.get("Hint_Others"), others(others, open)));
        }
        return sections;
    }

    private List<Fact> money(Hint hint) {
        List<Fact> facts = new ArrayList<>();
        String fate = HintColumns.fate(hint, texts);
        facts.add(new Fact(texts.get("Column_Fate"), fate, hint.id(),
                Optional.of(hint.chosen() ? Severity.CLEARED : Severity.INDETERMINATE), Optional.empty()));
        if (hint.will() != Will.FREE) {
            facts.add(Fact.of(texts.get("Column_Will"), texts.get("Will_" + hint.will())));
        }
        if (!hint.place().siteName().isEmpty()) {
            facts.add(Fact.of(texts.get("Column_Site"), hint.place().siteName()).tip(hint.place().site()));
        }
        facts.add(Fact.of(texts.get("Column_Cost"), numbers.measure(hint.money().total(), 0, plan.currency())));
        if (hint.money().yearly() > 0) {
            facts.add(Fact.of(texts.get("Column_Investment"), numbers.measure(hint.money().investment(), 0, plan.currency())));
            facts.add(Fact.of(texts.get("Column_Yearly"), numbers.measure(hint.money().yearly(), 0, plan.currency())));
        }
        if (!hint.money().year().isEmpty()) {
            facts.add(Fact.of(texts.get("Column_Year"), hint.money().year()));
        }
        facts.add(Fact.of(texts.get("Column_Lead"), texts.get("Hint_Days", hint.leadDays())));
        facts.add(Fact.of(texts.get(hint.chosen() ? "Column_Relief" : "Hint_Could"), Double.isNaN(hint.effect().share())
                ? numbers.measure(hint.effect().relief(), 1, MBIT)
                : texts.get("Hint_OfDemand", numbers.measure(hint.effect().relief(), 1, MBIT),
                        numbers.percent(hint.effect().share(), 0))));
        if (hint.costOfRelief() > 0) {
            facts.add(Fact.of(texts.get("Column_CostOfRelief"), numbers.measure(hint.costOfRelief(), 0, plan.currency())));
        }
        return facts;
    }

    private List<Fact> evidence(Diagnosis diagnosis) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.get("Hint_Because"), diagnosis.sentence().text(texts.locale())));
        for (Diagnosis.Figure figure : diagnosis.evidence()) {
            if (!Double.isNaN(figure.value())) {
                facts.add(figure(figure));
            }
        }
        return facts;
    }

    private Fact figure(Diagnosis.Figure figure) {
        String unit = "1".equals(figure.unit()) ? "" : figure.unit();
        String value = numbers.measure(figure.value(), 1, unit);
        if (Double.isNaN(figure.limit())) {
            return Fact.of(Names.figure(texts, figure.name()), value);
        }
        boolean bad = LESS_IS_WORSE.contains(figure.name()) ? figure.value() < figure.limit() : figure.value() > figure.limit();
        return new Fact(Names.figure(texts, figure.name()),
                texts.get(LESS_IS_WORSE.contains(figure.name()) ? "Hint_AtLeast" : "Hint_AtMost", value,
                        numbers.measure(figure.limit(), 1, unit)),
                "", bad ? Optional.of(Severity.WARNING) : Optional.empty(), Optional.empty());
    }

    /** What stays cut off without the action. */
    private List<Fact> nothing(Hint hint, Demand demand) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.get("Hint_Today"), numbers.measure(demand.carriedAbove() + demand.suppressed(), 1, MBIT)));
        facts.add(Fact.of(texts.get("Hint_Then", plan.horizon()), numbers.measure(demand.cutOff(), 1, MBIT)));
        facts.add(Fact.of(texts.get("Hint_Growth"), demand.forecast() ? "× " + numbers.decimal(demand.growth(), 2)
                : texts.get("Hint_NoForecast")));
        double risk = hint.spendAtRisk();
        if (hint.customers() > 0) {
            facts.add(Fact.of(texts.get("Hint_Consequence"), texts.get("Hint_ConsequenceText", numbers.integer(hint.customers()),
                    numbers.decimal(risk, 0))));
        }
        return facts;
    }

    private List<Fact> relieves(Hint hint) {
        return hint.relieves().stream().sorted(Comparator.comparingDouble((Relieved each) -> -each.amount())).limit(MOST)
                .map(each -> Fact.of(ground.cell(each.cell()), each.receiver().isEmpty() ? numbers.measure(each.amount(), 1, MBIT)
                        : texts.get("Hint_TakenOver", numbers.measure(each.amount(), 1, MBIT), ground.cell(each.receiver())))
                        .tip(each.cell()))
                .toList();
    }

    private List<Fact> people(List<CellPeople> people) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.get("Column_People"), numbers.integer(people.stream().mapToLong(CellPeople::people).sum())));
        facts.add(Fact.of(texts.get("Column_Risk"),
                texts.get("Hint_OfSpend", numbers.decimal(people.stream().mapToDouble(CellPeople::spendAtRisk).sum(), 0),
                        numbers.decimal(people.stream().mapToDouble(CellPeople::monthlySpend).sum(), 0))));
        people.stream().flatMap(each -> each.groups().stream())
                .sorted(Comparator.comparingLong((CellPeople.Group each) -> -each.peopleHere()))
                .limit(3)
                .forEach(group -> facts.add(Fact.of(group.name(), texts.get("Hint_Members", group.peopleHere(), group.members()))));
        return facts;
    }

    private List<Fact> others(List<Hint> others, Consumer<Hint> open) {
        return others.stream().limit(MOST)
                .map(other -> new Fact(other.name(texts),
                        texts.get("Hint_Other", HintColumns.fate(other, texts), numbers.measure(other.money().total(), 0, plan.currency()),
                                numbers.measure(other.effect().relief(), 1, MBIT)),
                        other.why().text(texts.locale()), Optional.empty(), Optional.of(() -> open.accept(other))))
                .toList();
    }
}
