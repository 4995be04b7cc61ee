package org.towercrier.capacity.internal.kpi;

import java.util.List;
import java.util.Optional;

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
import org.towercrier.capacity.internal.expression.ExpressionException;
import org.towercrier.capacity.internal.expression.ExpressionParser;
import org.towercrier.model.measurement.Aggregation;
import org.towercrier.model.measurement.KpiDefinition;

/**
 * Makes a {@link Kpi} of a definition: scale × numerator / denominator. Where a definition does not say how samples are put
 * together, numerators and denominators are summed; a figure without a denominator follows its aggregation.
 */
public final class KpiCompiler {

    private final Measurements measurements;

    /** With the measurements of the model. */
    public KpiCompiler(Measurements measurements) {
        this.measurements = measurements;
    }

    /** An expression cannot be read; says in which part of the definition. */
    public static final class DefinitionException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String feature;
        private final transient ExpressionException problem;

        DefinitionException(String feature, ExpressionException problem) {
            super(problem.getMessage(), problem);
            this.feature = feature;
            this.problem = problem;
        }

        /** {@code numerator} or {@code denominator}. */
        public String feature() {
            return feature;
        }

        /** What is wrong with it, and where. */
        public ExpressionException problem() {
            return problem;
        }
    }

    /** Compiles a definition. */
    public Kpi compile(KpiDefinition definition) throws DefinitionException {
        Expression numerator = parse("numerator", definition.getNumerator());
        Optional<Expression> denominator = blank(definition.getDenominator()) ? Optional.empty()
                : Optional.of(parse("denominator", definition.getDenominator()));
        Expression formula;
        if (denominator.isPresent()) {
            formula = new Arithmetic(Operator.DIVIDE, together(numerator, Function.SUM),
                    together(denominator.get(), Function.SUM));
        } else {
            formula = together(numerator, function(definition.getAggregation()));
        }
        List<Expression> attempts = formula.divisors().filter(divisor -> !(divisor instanceof Constant)).toList();
        double scale = definition.getScale() == null ? 1 : definition.getScale();
        if (scale != 1) {
            formula = new Arithmetic(Operator.MULTIPLY, formula, new Constant(scale));
        }
        String unit = blank(definition.getUnit()) ? "1" : definition.getUnit();
        return new Kpi(definition.getName(), unit, formula, attempts);
    }

    /** A measurement as a KPI of its own. */
    public Kpi measurement(String name) {
        String canonical = measurements.canonical(name);
        return new Kpi(canonical, measurements.unit(canonical),
                new Aggregate(measurements.natural(canonical), new Measurement(canonical, 0)), List.of());
    }

    private Expression parse(String feature, String text) throws DefinitionException {
        try {
            return canonical(ExpressionParser.parse(text == null ? "" : text));
        } catch (ExpressionException problem) {
            throw new DefinitionException(feature, problem);
        }
    }

    /** Wraps an expression that does not say itself how samples are put together. */
    private Expression together(Expression expression, Function function) {
        return expression.aggregates() || withoutSamples(expression) ? expression : new Aggregate(function, expression);
    }

    /** Constants need no samples. */
    private static boolean withoutSamples(Expression expression) {
        return expression.measurements().isEmpty() && expression.all().noneMatch(Period.class::isInstance);
    }

    private static Function function(Aggregation aggregation) {
        return switch (aggregation) {
            case SUM -> Function.SUM;
            case MEAN -> Function.MEAN;
            case MAX -> Function.MAX;
        };
    }

    /** With the names of measurements as the standard writes them. */
    private Expression canonical(Expression expression) {
        return switch (expression) {
            case Constant constant -> constant;
            case Period period -> period;
            case Measurement measurement -> new Measurement(measurements.canonical(measurement.name()), measurement.position());
            case Negation negation -> new Negation(canonical(negation.operand()));
            case Arithmetic arithmetic -> new Arithmetic(arithmetic.operator(), canonical(arithmetic.left()),
                    canonical(arithmetic.right()));
            case Aggregate aggregate -> new Aggregate(aggregate.function(), canonical(aggregate.operand()));
            case Choice choice -> new Choice(choice.selector(), choice.operands().stream().map(this::canonical).toList());
            case Total total -> new Total(canonical(total.operand()));
        };
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
