package org.towercrier.customer.ui.internal.figure.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

import org.towercrier.customer.CustomerSurvival.Curve;
import org.towercrier.customer.CustomerSurvival.Report;
import org.towercrier.customer.ui.internal.figure.FigureTexts;
import org.towercrier.statistics.survival.Hazard;
import org.towercrier.statistics.survival.SurvivalCurve;
import org.towercrier.statistics.survival.SurvivalCurve.Point;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.NumbersPane.Number;
import org.towercrier.ui.figure.StepFigure;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.table.TableColumn;

/** Figures of survival, without a widget. */
final class SurvivalFigures {

    private static final double SMALL = 0.0001;
    /** A rate of fewer than these is chance. */
    private static final int FEWEST = 10;

    private final FigureTexts texts;
    private final NumberFormats numbers;

    SurvivalFigures(FigureTexts texts, NumberFormats numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** A curve with its name. @param expected events if there were no difference, NaN for a single curve */
    record Named(String label, Curve curve, double expected) {

        SurvivalCurve survival() {
            return curve.curve();
        }
    }

    /** The columns of the table of groups. */
    static List<TableColumn<Named>> columns(FigureTexts texts) {
        return List.of(TableColumn.<Named>text("group", texts.get("Survival_Group"), Named::label).wide(150),
                TableColumn.integer("customers", texts.get("Survival_Customers"), "", named -> named.survival().subjects()),
                TableColumn.integer("left", texts.get("Survival_Left"), "", named -> named.survival().events()),
                TableColumn.number("expected", texts.get("Survival_Expected"), "", 1, Named::expected),
                months("median", texts.get("Survival_Median"), texts, named -> named.survival().median().orElse(Double.NaN)),
                months("lower", texts.get("Survival_Lower"), texts, named -> named.survival().medianLower().orElse(Double.NaN)),
                months("upper", texts.get("Survival_Upper"), texts, named -> named.survival().medianUpper().orElse(Double.NaN)),
                months("mean", texts.get("Survival_Mean"), texts, named -> named.survival().restrictedMean()));
    }

    private static TableColumn<Named> months(String id, String label, FigureTexts texts, ToDoubleFunction<Named> value) {
        return TableColumn.number(id, label, texts.get("Unit_Months"), 1, value);
    }

    /** What says the most. */
    List<Number> numbers(Report report, Optional<String> segment) {
        List<Number> all = new ArrayList<>();
        all.add(new Number(texts.get("Survival_Customers"), numbers.integer(report.customers()), segment.orElse(texts.get("Everyone"))));
        all.add(new Number(texts.get("Survival_Left"), numbers.integer(report.events()),
                numbers.percent(report.customers() == 0 ? Double.NaN : (double) report.events() / report.customers(), 1)));
        all.add(new Number(texts.get("Survival_Unknown"), numbers.integer(report.unknown()), texts.get("Survival_UnknownNote")));
        report.logRank().ifPresent(test -> all.add(new Number(texts.get("Survival_LogRank"), probability(test.p()),
                texts.get("Survival_LogRankNote", numbers.decimal(test.chi2(), 2), test.df()))));
        report.logRank().ifPresent(test -> all.add(new Number(texts.get("Survival_Verdict"),
                Double.isNaN(test.p()) ? NumberFormats.ABSENT : texts.get(test.p() < 0.05 ? "Survival_Differ" : "Survival_Alike"),
                texts.get("Survival_VerdictNote"))));
        return all;
    }

    private String probability(double p) {
        return Double.isNaN(p) ? NumberFormats.ABSENT : p < SMALL ? "p < " + numbers.decimal(SMALL, 4) : "p = " + numbers.decimal(p, 4);
    }

    /** The survival curves. */
    StepFigure curves(String by, List<Named> named) {
        return new StepFigure(by.isEmpty() ? texts.get("Survival_Curve") : texts.get("Survival_CurveBy", by), tenure(),
                new Axis(texts.get("Survival_Still"), "%"), OptionalDouble.of(1), named.stream().map(SurvivalFigures::curve).toList(),
                Optional.of(texts.get("Survival_Half")), Optional.of(texts.get("Survival_AtRisk")));
    }

    private Axis tenure() {
        return new Axis(texts.get("Survival_Tenure"), texts.get("Unit_Months"));
    }

    private static StepFigure.Curve curve(Named named) {
        List<Point> points = named.survival().points();
        double end = points.isEmpty() ? 0 : points.getLast().time();
        return new StepFigure.Curve(named.label(), array(points, Point::time), array(points, Point::survival), array(points, Point::lower),
                array(points, Point::upper), points.stream().mapToLong(Point::atRisk).toArray(), 1, end);
    }

    private static <T> double[] array(List<T> of, ToDoubleFunction<T> value) {
        return of.stream().mapToDouble(value).toArray();
    }

    /** When customers leave: how many of a hundred in a month, by tenure. */
    StepFigure hazard(String by, List<Named> named) {
        List<StepFigure.Curve> steps = named.stream()
                .filter(each -> each.curve().hazard().stream().anyMatch(interval -> interval.atRisk() >= FEWEST)).map(each -> {
                    List<Hazard.Interval> intervals = each.curve().hazard().stream().filter(interval -> interval.atRisk() >= FEWEST)
                            .toList();
                    return new StepFigure.Curve(each.label(), array(intervals, Hazard.Interval::from),
                            array(intervals, Hazard.Interval::rate),
                            array(intervals, Hazard.Interval::lower), array(intervals, Hazard.Interval::upper),
                            intervals.stream().mapToLong(Hazard.Interval::atRisk).toArray(), Double.NaN, intervals.getLast().to());
                }).toList();
        return new StepFigure(by.isEmpty() ? texts.get("Survival_Hazard") : texts.get("Survival_HazardBy", by), tenure(),
                new Axis(texts.get("Survival_Rate"), "%"), OptionalDouble.empty(), steps, Optional.empty(), Optional.empty());
    }
}
