package org.towercrier.capacity.internal.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A parsed KPI expression. A measurement that stands in an aggregate is the value of a sample; one that stands outside is put
 * together by its own nature: counters are summed, gauges averaged over time.
 */
public sealed interface Expression {

    /** A constant. */
    record Constant(double value) implements Expression {
    }

    /** A measurement by its name. */
    record Measurement(String name, int position) implements Expression {
    }

    /** The length of a sample in seconds. */
    record Period() implements Expression {
    }

    /** Sign change. */
    record Negation(Expression operand) implements Expression {
    }

    /** Arithmetic; a division by zero is absent. */
    record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {
    }

    /** Puts the samples of a step together. */
    record Aggregate(Function function, Expression operand) implements Expression {
    }

    /** The least, the greatest or the first present of several. */
    record Choice(Selector selector, List<Expression> operands) implements Expression {

        public Choice {
            operands = List.copyOf(operands);
        }
    }

    /** The sum of an aggregate over all groups of the same step, e.g. over all technologies. */
    record Total(Expression operand) implements Expression {
    }

    /** Arithmetic operators. */
    enum Operator {
        ADD, SUBTRACT, MULTIPLY, DIVIDE
    }

    /** Aggregates. The mean is weighted by the length of the samples. */
    enum Function {
        SUM, MEAN, MAX, MIN
    }

    /** Choices among operands; absent ones are passed over. */
    enum Selector {
        LEAST, GREATEST, FIRST_PRESENT
    }

    /** The direct operands. */
    default Stream<Expression> children() {
        return switch (this) {
            case Constant constant -> Stream.empty();
            case Measurement measurement -> Stream.empty();
            case Period period -> Stream.empty();
            case Negation negation -> Stream.of(negation.operand());
            case Arithmetic arithmetic -> Stream.of(arithmetic.left(), arithmetic.right());
            case Aggregate aggregate -> Stream.of(aggregate.operand());
            case Choice choice -> choice.operands().stream();
            case Total total -> Stream.of(total.operand());
        };
    }

    /** This expression and everything in it, outermost first. */
    default Stream<Expression> all() {
        return Stream.concat(Stream.of(this), children().flatMap(Expression::all));
    }

    /** The names of the measurements in order of appearance. */
    default Set<String> measurements() {
        Set<String> names = new LinkedHashSet<>();
        all().forEach(each -> {
            if (each instanceof Measurement measurement) {
                names.add(measurement.name());
            }
        });
        return names;
    }

    /**
     * The names of the measurements whose values can matter when some are known to be present in every sample: of a choice of the
     * first present operand, what comes after one that is never absent does not.
     *
     * @param complete measurements that every sample carries
     */
    default Set<String> measurements(Set<String> complete) {
        Set<String> names = new LinkedHashSet<>();
        if (this instanceof Choice choice && choice.selector() == Selector.FIRST_PRESENT) {
            for (Expression operand : choice.operands()) {
                names.addAll(operand.measurements(complete));
                if (operand.presentWith(complete)) {
                    break;
                }
            }
        } else if (this instanceof Measurement measurement) {
            names.add(measurement.name());
        } else {
            children().forEach(child -> names.addAll(child.measurements(complete)));
        }
        return names;
    }

    /** Whether it is never absent when the given measurements never are: divisions can be by zero. */
    private boolean presentWith(Set<String> complete) {
        return complete.containsAll(measurements()) && all().noneMatch(
                each -> each instanceof Arithmetic arithmetic && arithmetic.operator() == Operator.DIVIDE);
    }

    /** The measurements of first choices: whether they are complete decides whether others are needed. */
    default Set<String> firstChoices() {
        Set<String> names = new LinkedHashSet<>();
        all().forEach(each -> {
            if (each instanceof Choice choice && choice.selector() == Selector.FIRST_PRESENT) {
                names.addAll(choice.operands().getFirst().measurements());
            }
        });
        return names;
    }

    /** Whether samples are put together explicitly somewhere in it. */
    default boolean aggregates() {
        return all().anyMatch(each -> each instanceof Aggregate || each instanceof Total);
    }

    /** What is divided by, outside of aggregates: the numbers of attempts behind ratios. */
    default Stream<Expression> divisors() {
        return switch (this) {
            case Aggregate aggregate -> Stream.empty();
            case Arithmetic arithmetic when arithmetic.operator() == Operator.DIVIDE -> Stream
                    .concat(arithmetic.left().divisors(), Stream.of(arithmetic.right()));
            default -> children().flatMap(Expression::divisors);
        };
    }
}
