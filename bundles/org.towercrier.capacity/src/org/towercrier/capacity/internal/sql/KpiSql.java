package org.towercrier.capacity.internal.sql;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.util.Arrays;
import java.util.List;

import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.towercrier.capacity.internal.expression.Expression;
import org.towercrier.capacity.internal.expression.Expression.Aggregate;
import org.towercrier.capacity.internal.expression.Expression.Arithmetic;
import org.towercrier.capacity.internal.expression.Expression.Choice;
import org.towercrier.capacity.internal.expression.Expression.Constant;
import org.towercrier.capacity.internal.expression.Expression.Function;
import org.towercrier.capacity.internal.expression.Expression.Measurement;
import org.towercrier.capacity.internal.expression.Expression.Negation;
import org.towercrier.capacity.internal.expression.Expression.Operator;
import org.towercrier.capacity.internal.expression.Expression.Period;
import org.towercrier.capacity.internal.expression.Expression.Total;
import org.towercrier.capacity.internal.kpi.Measurements;

/** Turns expressions into fields of a statement. What is absent is null; a division by zero is absent. */
public final class KpiSql {

    private final SampleTable samples;
    private final Measurements measurements;
    private final Field<?> bucket;

    /**
     * @param samples      the samples
     * @param measurements those of the model
     * @param bucket       the step in time: totals are taken over all groups of the same one
     */
    public KpiSql(SampleTable samples, Measurements measurements, Field<?> bucket) {
        this.samples = samples;
        this.measurements = measurements;
        this.bucket = bucket;
    }

    /** The expression over the rows of a group. */
    public Field<Double> aggregate(Expression expression) {
        return switch (expression) {
            case Constant constant -> inline(constant.value());
            case Measurement measurement -> together(measurements.natural(measurement.name()), measurement);
            case Period period -> together(Function.SUM, period);
            case Negation negation -> aggregate(negation.operand()).neg();
            case Arithmetic arithmetic -> apply(arithmetic.operator(), aggregate(arithmetic.left()), aggregate(arithmetic.right()));
            case Aggregate aggregate -> together(aggregate.function(), aggregate.operand());
            case Choice choice -> choose(choice, choice.operands().stream().map(this::aggregate).toList());
            case Total total -> cast(sum(aggregate(total.operand())).over().partitionBy(bucket), SQLDataType.DOUBLE);
        };
    }

    /** The expression in one row. */
    private Field<Double> row(Expression expression) {
        return switch (expression) {
            case Constant constant -> inline(constant.value());
            case Measurement measurement -> samples.value(measurement.name());
            case Period period -> cast(samples.period(), SQLDataType.DOUBLE);
            case Negation negation -> row(negation.operand()).neg();
            case Arithmetic arithmetic -> apply(arithmetic.operator(), row(arithmetic.left()), row(arithmetic.right()));
            case Choice choice -> choose(choice, choice.operands().stream().map(this::row).toList());
            case Aggregate aggregate -> throw new IllegalStateException("The parser refuses nested aggregates");
            case Total total -> throw new IllegalStateException("The parser refuses totals in aggregates");
        };
    }

    private Field<Double> together(Function function, Expression operand) {
        Field<Double> value = row(operand);
        return switch (function) {
            case SUM -> cast(sum(value), SQLDataType.DOUBLE);
            case MAX -> max(value);
            case MIN -> min(value);
            case MEAN -> {
                Field<Double> weight = cast(samples.period(), SQLDataType.DOUBLE);
                Field<Double> weights = cast(sum(when(value.isNotNull(), weight)), SQLDataType.DOUBLE);
                yield cast(sum(value.mul(weight)), SQLDataType.DOUBLE).div(nullif(weights, inline(0.0)));
            }
        };
    }

    private static Field<Double> apply(Operator operator, Field<Double> left, Field<Double> right) {
        return switch (operator) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.sub(right);
            case MULTIPLY -> left.mul(right);
            case DIVIDE -> left.div(nullif(right, inline(0.0)));
        };
    }

    /** What is absent is passed over on every engine: {@code greatest} is null on some when an operand is. */
    @SuppressWarnings("unchecked")
    private static Field<Double> choose(Choice choice, List<Field<Double>> operands) {
        Field<Double>[] all = operands.toArray(Field[]::new);
        if (all.length == 1) {
            return all[0];
        }
        return switch (choice.selector()) {
            case FIRST_PRESENT -> coalesce(all[0], rest(all));
            case GREATEST -> among(all, true);
            case LEAST -> among(all, false);
        };
    }

    @SuppressWarnings("unchecked")
    private static Field<Double> among(Field<Double>[] all, boolean most) {
        Field<Double> present = coalesce(all[0], rest(all));
        Field<Double>[] filled = new Field[all.length];
        for (int i = 0; i < all.length; i++) {
            filled[i] = coalesce(all[i], present);
        }
        return most ? greatest(filled[0], rest(filled)) : least(filled[0], rest(filled));
    }

    private static Field<?>[] rest(Field<Double>[] all) {
        return Arrays.copyOfRange(all, 1, all.length);
    }
}
