package org.towercrier.capacity.internal.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.towercrier.capacity.internal.expression.Expression;
import org.towercrier.capacity.internal.expression.ExpressionEvaluator;
import org.towercrier.capacity.internal.series.CellSeries;

/**
 * A KPI ready to be evaluated.
 *
 * @param name       its name
 * @param unit       its unit
 * @param expression its whole formula
 * @param attempts   the divisors in it: the least of them is the number of attempts behind a ratio
 */
public record Kpi(String name, String unit, Expression expression, List<Expression> attempts) {

    public Kpi {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(expression, "expression");
        attempts = List.copyOf(attempts);
    }

    /** The value over the samples from {@code begin} to {@code end}, exclusive; NaN when absent. */
    public double over(CellSeries series, int begin, int end) {
        return new ExpressionEvaluator(series).evaluate(expression, begin, end);
    }

    /** The values of all samples, each by itself; NaN when absent or suspect. Not to be changed. */
    public double[] perSample(CellSeries series) {
        return new ExpressionEvaluator(series).each(expression);
    }

    /**
     * The numbers of attempts behind the samples: the least divisor of each; infinite when nothing is divided, NaN when one is
     * absent.
     */
    public double[] attempts(CellSeries series) {
        ExpressionEvaluator evaluator = new ExpressionEvaluator(series);
        double[] least = new double[series.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (Expression divisor : attempts) {
            double[] numbers = evaluator.each(divisor);
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], numbers[i]);
            }
        }
        return least;
    }
}
