package org.towercrier.customer.ui.internal.figure.satisfaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.towercrier.customer.Loyalty.Factor;
import org.towercrier.customer.Loyalty.Scores;
import org.towercrier.customer.Loyalty.Source;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.model.edit.Labels;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.BarsFigure;
import org.towercrier.ui.figure.BarsFigure.Bar;
import org.towercrier.ui.figure.BarsFigure.Panel;
import org.towercrier.ui.figure.NumbersPane.Number;
import org.towercrier.ui.kit.NumberFormats;

/** Figures of loyalty, without a widget. */
final class LoyaltyFigures {

    private static final List<String> SCORES = List.of("behavioural", "attitudinal", "emotional");

    private final FigureTexts texts;
    private final NumberFormats numbers;

    LoyaltyFigures(FigureTexts texts, NumberFormats numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** Scores of a segment. */
    record Group(String label, Scores scores) {
    }

    /** What says the most. */
    List<Number> numbers(String label, Scores scores) {
        List<Number> all = new ArrayList<>();
        all.add(new Number(texts.get("Loyalty_Customers"), numbers.integer(scores.customers()), label));
        all.add(new Number(texts.get("Loyalty_overall"), score(scores.overall()), texts.get("Loyalty_OverallNote")));
        all.add(number("behavioural", scores.behavioural(), scores));
        all.add(number("attitudinal", scores.attitudinal(), scores));
        all.add(number("emotional", scores.emotional(), scores));
        return all;
    }

    private Number number(String name, Optional<Double> score, Scores scores) {
        long sources = scores.sources().stream().filter(source -> source.score().equals(name)).count();
        return new Number(texts.get("Loyalty_" + name), score(score),
                sources == 0 ? texts.get("Loyalty_NoSource_" + name) : texts.get("Loyalty_Sources", numbers.integer(sources)));
    }

    private String score(Optional<Double> score) {
        return score.map(value -> numbers.decimal(value, 1)).orElse(NumberFormats.ABSENT);
    }

    /** The scores of all segments side by side. */
    BarsFigure groups(List<Group> groups) {
        List<Panel> panels = new ArrayList<>();
        panels.add(panel("overall", groups, Scores::overall, 0));
        panels.add(panel("behavioural", groups, Scores::behavioural, 1));
        panels.add(panel("attitudinal", groups, Scores::attitudinal, 2));
        panels.add(panel("emotional", groups, Scores::emotional, 3));
        return new BarsFigure(texts.get("Loyalty_BySegment"), new Axis(texts.get("Loyalty_Score"), texts.get("Loyalty_Scale")), panels);
    }

    private Panel panel(String name, List<Group> groups, Function<Scores, Optional<Double>> score, int colour) {
        return new Panel(texts.get("Loyalty_" + name), texts.get("Loyalty_What_" + name), colour, groups.stream()
                .map(group -> new Bar(group.label(), score.apply(group.scores()).orElse(Double.NaN), score(score.apply(group.scores())),
                        List.of(texts.get("Loyalty_N", numbers.integer(group.scores().customers())))))
                .toList(), Optional.empty());
    }

    /** Where the scores come from, and what loyalty depends on. */
    BarsFigure sources(String label, Scores scores, List<Factor> factors) {
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < SCORES.size(); i++) {
            String name = SCORES.get(i);
            List<Source> own = scores.sources().stream().filter(source -> source.score().equals(name)).toList();
            panels.add(new Panel(texts.get("Loyalty_" + name),
                    own.isEmpty() ? texts.get("Loyalty_NoSource_" + name) : texts.get("Loyalty_What_" + name),
                    i + 1, own.stream().map(this::bar).toList(), Optional.empty()));
        }
        Labels labels = new Labels(texts.locale());
        panels.add(new Panel(texts.get("Loyalty_FactorPanel"), texts.get("Loyalty_FactorNote"), 4,
                factors.stream().map(factor -> bar(factor, labels)).toList(), Optional.empty()));
        return new BarsFigure(texts.get("Loyalty_Factors", label), new Axis(texts.get("Loyalty_Score"), texts.get("Loyalty_Scale")),
                panels);
    }

    private Bar bar(Factor factor, Labels labels) {
        List<String> tip = new ArrayList<>();
        factor.influence().ifPresent(influence -> tip.add(texts.get("Loyalty_Influence", numbers.decimal(influence, 2))));
        factor.sources().forEach(source -> tip.add(name(source) + "  " + numbers.decimal(source.value(), 0)));
        return new Bar(labels.of(factor.factor()), factor.score().orElse(Double.NaN), score(factor.score()), tip);
    }

    private String name(Source source) {
        String key = "Source_" + source.name();
        String name = texts.get(key);
        return name.equals(key) ? source.name() : name;
    }

    private Bar bar(Source source) {
        List<String> facts = source.fact().entrySet().stream().map(this::fact).toList();
        return new Bar(name(source), source.value(), numbers.decimal(source.value(), 0), facts);
    }

    private String fact(Map.Entry<String, Object> fact) {
        String key = "Fact_" + fact.getKey();
        String name = texts.get(key);
        String value = fact.getValue() instanceof Double number ? numbers.measure(number, 2, "") : String.valueOf(fact.getValue());
        return (name.equals(key) ? fact.getKey() : name) + "  " + value;
    }
}
