package org.towercrier.capacity.internal.expression;

import java.util.Arrays;

import org.towercrier.capacity.internal.expression.Expression.Aggregate;
import org.towercrier.capacity.internal.expression.Expression.Arithmetic;
import org.towercrier.capacity.internal.expression.Expression.Choice;
import org.towercrier.capacity.internal.expression.Expression.Constant;
import org.towercrier.capacity.internal.expression.Expression.Function;
import org.towercrier.capacity.internal.expression.Expression.Measurement;
import org.towercrier.capacity.internal.expression.Expression.Negation;
import org.towercrier.capacity.internal.expression.Expression.Operator;
import org.towercrier.capacity.internal.expression.Expression.Period;
import org.towercrier.capacity.internal.expression.Expression.Selector;
import org.towercrier.capacity.internal.expression.Expression.Total;

/** Evaluates expressions over samples in memory; NaN stands for absent. */
public final class ExpressionEvaluator {

    private final Samples samples;

    /** Over these samples. */
    public ExpressionEvaluator(Samples samples) {
        this.samples = samples;
    }

    /** The value over the samples from {@code begin} to {@code end}, exclusive; NaN when absent. */
    public double evaluate(Expression expression, int begin, int end) {
        return switch (expression) {
            case Constant constant -> constant.value();
            case Measurement measurement -> aggregate(samples.natural(measurement.name()), measurement, begin, end);
            case Period period -> aggregate(Function.SUM, period, begin, end);
            case Negation negation -> -evaluate(negation.operand(), begin, end);
            case Arithmetic arithmetic -> apply(arithmetic.operator(), evaluate(arithmetic.left(), begin, end),
                    evaluate(arithmetic.right(), begin, end));
            case Aggregate aggregate -> aggregate(aggregate.function(), aggregate.operand(), begin, end);
            case Choice choice -> {
                double chosen = Double.NaN;
                for (Expression operand : choice.operands()) {
                    chosen = choose(choice.selector(), chosen, evaluate(operand, begin, end));
                }
                yield chosen;
            }
            case Total total -> evaluate(total.operand(), begin, end);
        };
    }

    /**
     * The values of all samples, each by itself: an aggregate of one sample is the sample. Works column by column, which takes a
     * fraction of the time that walking through the expression for each sample does.
     *
     * @return one value for each sample; may be a column of the samples, so not to be changed
     */
    public double[] each(Expression expression) {
        return switch (expression) {
            case Constant constant -> filled(constant.value());
            case Measurement measurement -> samples.column(measurement.name());
            case Period period -> periods();
            case Negation negation -> {
                double[] values = each(negation.operand()).clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] = -values[i];
                }
                yield values;
            }
            case Arithmetic arithmetic -> combined(arithmetic.operator(), each(arithmetic.left()), each(arithmetic.right()));
            case Aggregate aggregate -> each(aggregate.operand());
            case Choice choice -> chosen(choice);
            case Total total -> each(total.operand());
        };
    }

    private double[] chosen(Choice choice) {
        double[] values = filled(Double.NaN);
        for (Expression operand : choice.operands()) {
            double[] next = each(operand);
            for (int i = 0; i < values.length; i++) {
                values[i] = choose(choice.selector(), values[i], next[i]);
            }
        }
        return values;
    }

    private static double[] combined(Operator operator, double[] left, double[] right) {
        double[] values = new double[left.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = apply(operator, left[i], right[i]);
        }
        return values;
    }

    private double[] filled(double value) {
        double[] values = new double[samples.size()];
        Arrays.fill(values, value);
        return values;
    }

    private double[] periods() {
        double[] values = new double[samples.size()];
        Arrays.setAll(values, samples::period);
        return values;
    }

    private double sample(Expression expression, int index) {
        return switch (expression) {
            case Constant constant -> constant.value();
            case Measurement measurement -> samples.value(measurement.name(), index);
            case Period period -> samples.period(index);
            case Negation negation -> -sample(negation.operand(), index);
            case Arithmetic arithmetic -> apply(arithmetic.operator(), sample(arithmetic.left(), index),
                    sample(arithmetic.right(), index));
            case Choice choice -> {
                double chosen = Double.NaN;
                for (Expression operand : choice.operands()) {
                    chosen = choose(choice.selector(), chosen, sample(operand, index));
                }
                yield chosen;
            }
            case Aggregate aggregate -> throw new IllegalStateException("The parser refuses nested aggregates");
            case Total total -> throw new IllegalStateException("The parser refuses totals in aggregates");
        };
    }

    private double aggregate(Function function, Expression operand, int begin, int end) {
        double result = Double.NaN;
        double weight = 0;
        for (int index = begin; index < end; index++) {
            double value = sample(operand, index);
            if (Double.isNaN(value)) {
                continue;
            }
            boolean first = Double.isNaN(result);
            switch (function) {
                case SUM -> result = first ? value : result + value;
                case MEAN -> {
                    int period = samples.period(index);
                    result = first ? value * period : result + value * period;
                    weight += period;
                }
                case MAX -> result = first ? value : Math.max(result, value);
                case MIN -> result = first ? value : Math.min(result, value);
            }
        }
        if (function == Function.MEAN) {
            return weight == 0 ? Double.NaN : result / weight;
        }
        return result;
    }

    private static double apply(Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? Double.NaN : left / right;
        };
    }

    private static double choose(Selector selector, double chosen, double next) {
        if (Double.isNaN(chosen)) {
            return next;
        }
        if (Double.isNaN(next)) {
            return chosen;
        }
        return switch (selector) {
            case FIRST_PRESENT -> chosen;
            case LEAST -> Math.min(chosen, next);
            case GREATEST -> Math.max(chosen, next);
        };
    }
}
