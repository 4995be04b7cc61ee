package org.towercrier.capacity.internal.kpi;

import java.util.List;
import java.util.Objects;

import org.towercrier.capacity.internal.expression.Expression;
import org.towercrier.capacity.internal.expression.Expression.Aggregate;
import org.towercrier.capacity.internal.expression.Expression.Measurement;
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

	/** The values of all samples, each by itself; NaN when absent or suspect. */
	public double[] perSample(CellSeries series) {
		double[] values = new double[series.size()];
		if (plain() instanceof Measurement measurement) {
			for (int i = 0; i < values.length; i++) {
				values[i] = series.value(measurement.name(), i);
			}
			return values;
		}
		ExpressionEvaluator evaluator = new ExpressionEvaluator(series);
		for (int i = 0; i < values.length; i++) {
			values[i] = evaluator.evaluate(expression, i, i + 1);
		}
		return values;
	}

	/** The number of attempts behind a sample: the least divisor; infinite when nothing is divided, NaN when one is absent. */
	public double attempts(CellSeries series, int index) {
		ExpressionEvaluator evaluator = new ExpressionEvaluator(series);
		double least = Double.POSITIVE_INFINITY;
		for (Expression divisor : attempts) {
			least = Math.min(least, evaluator.evaluate(divisor, index, index + 1));
		}
		return least;
	}

	/** What is evaluated for a single sample: an aggregate of one measurement over one sample is the measurement. */
	private Expression plain() {
		return expression instanceof Aggregate aggregate ? aggregate.operand() : expression;
	}
}
