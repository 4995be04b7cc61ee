package org.towercrier.campaign.ui.internal.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.towercrier.campaign.CampaignResults.Funnel;
import org.towercrier.campaign.CampaignResults.Measure;
import org.towercrier.campaign.CampaignResults.QiniCurve;
import org.towercrier.campaign.CampaignResults.Result;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.BarsFigure;
import org.towercrier.ui.figure.NumbersPane;
import org.towercrier.ui.kit.NumberFormats;

/** A result as figures, without a widget. */
final class ResultFigures {

    private static final String SPEND = "spend";

    private final Result result;
    private final Texts texts;
    private final Words words;
    private final NumberFormats numbers;

    ResultFigures(Result result, Texts texts, Words words) {
        this.result = result;
        this.texts = texts;
        this.words = words;
        this.numbers = NumberFormats.of(texts.locale());
    }

    /** The measure that decides, for the whole audience. */
    Optional<Measure> deciding() {
        return result.measures().stream().filter(measure -> measure.segment().isEmpty() && measure.name().equals(result.decides()))
                .findFirst();
    }

    static boolean isShare(Measure measure) {
        return !SPEND.equals(measure.name());
    }

    /** A measure in words, its name where there are none. */
    String name(String measure) {
        String said = texts.get("Measure_" + measure);
        return said.startsWith("Measure_") ? measure : said;
    }

    /** What is seen first: verdict, effect, return, groups. */
    List<NumbersPane.Number> strip() {
        List<NumbersPane.Number> figures = new ArrayList<>();
        figures.add(new NumbersPane.Number(texts.get("Result_Verdict"), words.of(result.verdict()), name(result.decides()),
                Optional.of(Words.mark(result.verdict()))));
        deciding().ifPresent(measure -> figures.add(new NumbersPane.Number(texts.get("Result_Effect"),
                words.change(measure.difference(), isShare(measure)), interval(measure))));
        result.returns()
                .ifPresent(returns -> figures.add(new NumbersPane.Number(texts.get("Result_Return"), numbers.percent(returns.value(), 0),
                        texts.get("Result_Interval", numbers.percent(returns.lower(), 0), numbers.percent(returns.upper(), 0)))));
        figures.add(new NumbersPane.Number(texts.get("Result_Treated"), numbers.integer(result.treated()),
                texts.get("Result_Against", result.control())));
        figures.add(new NumbersPane.Number(texts.get("Result_Cost"), numbers.decimal(result.cost(), 0), ""));
        return figures;
    }

    /** The interval of a measure in words. */
    String interval(Measure measure) {
        return texts.get("Result_Interval", words.change(measure.lower(), isShare(measure)),
                words.change(measure.upper(), isShare(measure)));
    }

    /** Effects on shares: all measures of the whole audience, then the deciding one by segment. */
    IntervalFigure effects() {
        List<IntervalFigure.Row> rows = new ArrayList<>();
        result.measures().stream().filter(measure -> measure.segment().isEmpty() && isShare(measure))
                .forEach(measure -> rows.add(row(measure, name(measure.name()))));
        result.measures().stream()
                .filter(measure -> measure.segment().isPresent() && measure.name().equals(result.decides()) && isShare(measure))
                .forEach(measure -> rows.add(row(measure, texts.get("Result_InSegment", name(measure.name()), measure.segment().get()))));
        return new IntervalFigure(texts.get("Result_Effects"), new Axis(texts.get("Result_DifferencePoints"), "%"), rows);
    }

    /** Effects on spend, which has another unit; absent where spend was not measured. */
    Optional<IntervalFigure> spend() {
        List<IntervalFigure.Row> rows = result.measures().stream()
                .filter(measure -> !isShare(measure) && Double.isFinite(measure.difference()))
                .map(measure -> row(measure, measure.segment().map(segment -> texts.get("Result_InSegment", name(measure.name()), segment))
                        .orElse(name(measure.name()))))
                .toList();
        return rows.isEmpty() ? Optional.empty()
                : Optional
                        .of(new IntervalFigure(texts.get("Result_SpendEffects"), new Axis(texts.get("Result_SpendDifference"), ""), rows));
    }

    private IntervalFigure.Row row(Measure measure, String name) {
        boolean share = isShare(measure);
        return new IntervalFigure.Row(name, measure.difference(), measure.lower(), measure.upper(),
                words.change(measure.difference(), share),
                measure.verdict(), List.of(name, interval(measure),
                        texts.get("Result_Rates", value(measure.treatedValue(), share), measure.treated(),
                                value(measure.controlValue(), share),
                                measure.control()),
                        texts.get("Result_P", numbers.decimal(measure.p(), 4)), words.of(measure.verdict())));
    }

    private String value(double value, boolean share) {
        return share ? numbers.percent(value, 2) : numbers.decimal(value, 2);
    }

    /** The treated by the stage they reached. */
    BarsFigure funnel() {
        List<BarsFigure.Bar> bars = result.funnel().stream().map(this::bar).toList();
        return new BarsFigure(texts.get("Result_Funnel"), new Axis(texts.get("Gate_Customers"), ""), List.of(new BarsFigure.Panel(
                texts.get("Result_Treated"), texts.get("Result_Funnel_Note"), 0, bars, Optional.empty())));
    }

    private BarsFigure.Bar bar(Funnel stage) {
        String said = texts.get("Funnel_" + stage.step());
        String name = said.startsWith("Funnel_") ? stage.step() : said;
        return new BarsFigure.Bar(name, stage.customers(), numbers.integer(stage.customers()) + "  " + numbers.percent(stage.share(), 1),
                List.of(texts.get("Result_OfContacted", numbers.percent(stage.share(), 2))));
    }

    /** The Qini curve, absent where nothing ranked the audience. */
    Optional<QiniFigure> qini() {
        return result.qini().filter(curve -> !curve.curve().isEmpty()).map(this::qini);
    }

    private QiniFigure qini(QiniCurve curve) {
        return new QiniFigure(texts.get("Result_Qini", name(curve.measure())), new Axis(texts.get("Result_QiniAcross"), ""),
                new Axis(texts.get("Result_QiniUp"), ""), curve.curve(), texts.get("Result_QiniCurve"), texts.get("Result_QiniChance"));
    }
}
