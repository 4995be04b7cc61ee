package org.towercrier.expansion.ui.internal.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.expansion.ui.internal.desk.Solved;
import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.chart.ChartModel.Kind;
import org.towercrier.ui.chart.ChartModel.Series;
import org.towercrier.ui.kit.NumberFormats;

/** The cost-relief curve: what a budget relieves at best, the greedy plan beside it, what is proven to be out of reach. */
public final class PlanChart {

    private static final int PLAN = 0;
    private static final int GREEDY = 1;
    private static final int BOUND = 2;
    private static final int CHOSEN = 3;
    /** Half the width of the bar that marks the plan, as a share of the axis. */
    private static final double MARK = 0.004;

    private PlanChart() {
    }

    /** A point. @param greedy NaN when it is not known for this budget */
    record Point(double budget, double value, double greedy, OptionalDouble bound) {
    }

    /** Of solved plans, else of the curve that is kept with the one plan there is. */
    static List<Point> points(Solved solved) {
        if (solved.plans().size() > 1) {
            return solved.plans().stream().map(plan -> new Point(plan.budget(), plan.value(), plan.greedy().value(), plan.bound()))
                    .toList();
        }
        ExpansionPlan only = solved.plans().getFirst();
        return only.pareto().stream().map(point -> new Point(point.budget(), point.value(),
                point.budget() == only.budget() ? only.greedy().value() : Double.NaN, point.bound())).toList();
    }

    static ChartModel of(Solved solved, ExpansionPlan chosen, Texts texts) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        List<Point> points = points(solved);
        double[] budgets = points.stream().mapToDouble(Point::budget).toArray();
        Series plan = Series.of(Kind.LINE, texts.get("Curve_Plan"), budgets, points.stream().mapToDouble(Point::value).toArray(), PLAN);
        Series greedy = Series.of(points.stream().filter(point -> !Double.isNaN(point.greedy())).count() > 1 ? Kind.LINE : Kind.SCATTER,
                texts.get("Curve_Greedy"), budgets, points.stream().mapToDouble(Point::greedy).toArray(), GREEDY);
        Series bound = Series.of(Kind.LINE, texts.get("Curve_Bound"), budgets,
                points.stream().mapToDouble(point -> point.bound().orElse(Double.NaN)).toArray(), BOUND);
        Series here = Series.of(Kind.SCATTER, texts.get("Curve_Chosen"), new double[]{ chosen.budget() }, new double[]{ chosen.value() },
                CHOSEN);
        double width = points.stream().mapToDouble(Point::budget).max().orElse(0) * MARK;
        String title = texts.get("Curve_Title", numbers.measure(chosen.budget(), 0, chosen.currency()),
                numbers.measure(chosen.relief(), 1, "Mbit/s"), numbers.integer(chosen.actions().size()));
        return new ChartModel(title, new ChartModel.Axis.Quantity(texts.get("Column_Budget"), chosen.currency()), texts.get("Curve_Value"),
                "Mbit/s", OptionalDouble.of(0), OptionalDouble.empty(), List.of(bound, greedy, plan, here), List.of(),
                List.of(new ChartModel.Span(chosen.budget() - width, chosen.budget() + width, texts.get("Curve_Chosen"))),
                Optional.empty());
    }
}
