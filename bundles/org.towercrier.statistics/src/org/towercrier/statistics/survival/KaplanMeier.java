package org.towercrier.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The product-limit estimate S(t) = Π (1 − d/n) over the event times up to t (Kaplan and Meier 1958), with Greenwood's variance S² Σ d/(n(n−d)).
 */
public final class KaplanMeier {

    /** Products of many factors miss a half by a few units of the last place. */
    private static final double ROUNDING = 1e-12;

    private KaplanMeier() {
    }

    /** Estimates the curve of one group with 95 % limits on the log-log scale. */
    public static SurvivalCurve estimate(EventTable table) {
        return estimate(table, ConfidenceBand.USUAL);
    }

    /** Estimates the curve of one group. */
    public static SurvivalCurve estimate(EventTable table, ConfidenceBand band) {
        List<SurvivalCurve.Point> points = new ArrayList<>(table.size());
        double survival = 1;
        double sum = 0;
        double area = 0;
        double last = 0;
        for (int i = 0; i < table.size(); i++) {
            double n = table.atRisk(i);
            double d = table.events(i);
            area += survival * (table.time(i) - last);
            last = table.time(i);
            survival *= (n - d) / n;
            sum += d == 0 ? 0 : d / (n * (n - d));
            double[] limits = band.limits(survival, sum);
            double error = survival == 0 ? 0 : survival * Math.sqrt(sum);
            points.add(new SurvivalCurve.Point(table.time(i), survival, error, limits[0], limits[1], table.atRisk(i), table.events(i),
                    table.censored(i)));
        }
        return new SurvivalCurve(table.subjects(), table.events(), points, half(points, SurvivalCurve.Point::survival),
                half(points, SurvivalCurve.Point::lower), half(points, SurvivalCurve.Point::upper), area);
    }

    private static OptionalDouble half(List<SurvivalCurve.Point> points, ToDoubleFunction<SurvivalCurve.Point> value) {
        return points.stream().filter(point -> value.applyAsDouble(point) <= 0.5 + ROUNDING).mapToDouble(SurvivalCurve.Point::time)
                .findFirst();
    }
}
