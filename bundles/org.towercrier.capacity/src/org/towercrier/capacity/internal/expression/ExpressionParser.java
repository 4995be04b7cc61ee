package org.towercrier.capacity.internal.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
import org.towercrier.capacity.internal.expression.ExpressionException.Problem;

/**
 * Reads KPI expressions.
 *
 * <pre>
 * sum    = product (("+" | "-") product)*
 * product = factor (("*" | "/") factor)*
 * factor = number | "[" measurement "]" | "period" | "-" factor | "(" sum ")" | function "(" sum ("," sum)* ")"
 * </pre>
 *
 * Functions of one operand put samples together: {@code sum}, {@code mean} (weighted by the length of the samples),
 * {@code max}, {@code min}, {@code total} (over all groups). Of several: {@code max}, {@code min}, {@code coalesce} (the first
 * that is present).
 */
public final class ExpressionParser {

    private static final int MAXIMUM_DEPTH = 100;

    private final String text;
    private int position;
    private int depth;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException with the position of the first character that does not fit
     */
    public static Expression parse(String text) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text);
        parser.skipBlanks();
        if (parser.atEnd()) {
            throw parser.problem(Problem.EMPTY, "");
        }
        Expression expression = parser.sum();
        if (!parser.atEnd()) {
            throw parser.problem(Problem.EXPECTED, "+ - * /");
        }
        return expression;
    }

    private Expression sum() throws ExpressionException {
        if (++depth > MAXIMUM_DEPTH) {
            throw problem(Problem.TOO_DEEP, "");
        }
        Expression left = product();
        while (true) {
            if (accept('+')) {
                left = new Arithmetic(Operator.ADD, left, product());
            } else if (accept('-')) {
                left = new Arithmetic(Operator.SUBTRACT, left, product());
            } else {
                depth--;
                return left;
            }
        }
    }

    private Expression product() throws ExpressionException {
        Expression left = factor();
        while (true) {
            if (accept('*')) {
                left = new Arithmetic(Operator.MULTIPLY, left, factor());
            } else if (accept('/')) {
                left = new Arithmetic(Operator.DIVIDE, left, factor());
            } else {
                return left;
            }
        }
    }

    private Expression factor() throws ExpressionException {
        if (accept('-')) {
            if (++depth > MAXIMUM_DEPTH) {
                throw problem(Problem.TOO_DEEP, "");
            }
            Expression operand = factor();
            depth--;
            return new Negation(operand);
        }
        if (accept('(')) {
            Expression inner = sum();
            expect(')');
            return inner;
        }
        if (atEnd()) {
            throw problem(Problem.OPERAND_EXPECTED, "");
        }
        char next = text.charAt(position);
        if (next == '[') {
            return measurement();
        }
        if (Character.isDigit(next) || next == '.') {
            return number();
        }
        if (Character.isLetter(next)) {
            return named();
        }
        throw problem(Problem.OPERAND_EXPECTED, String.valueOf(next));
    }

    private Expression measurement() throws ExpressionException {
        int begin = position;
        int end = text.indexOf(']', begin);
        if (end < 0) {
            position = text.length();
            throw problem(Problem.EXPECTED, "]");
        }
        String name = text.substring(begin + 1, end).strip();
        if (name.isEmpty()) {
            throw problem(Problem.EMPTY_NAME, "");
        }
        position = end + 1;
        skipBlanks();
        return new Measurement(name, begin);
    }

    private Expression number() throws ExpressionException {
        int begin = position;
        while (!atEnd() && partOfNumber(begin)) {
            position++;
        }
        String digits = text.substring(begin, position);
        try {
            Expression constant = new Constant(Double.parseDouble(digits));
            skipBlanks();
            return constant;
        } catch (NumberFormatException noNumber) {
            position = begin;
            throw problem(Problem.NUMBER, digits);
        }
    }

    private boolean partOfNumber(int begin) {
        char here = text.charAt(position);
        boolean sign = (here == '+' || here == '-') && position > begin && Character.toLowerCase(text.charAt(position - 1)) == 'e';
        return Character.isDigit(here) || here == '.' || here == 'e' || here == 'E' || sign;
    }

    private Expression named() throws ExpressionException {
        int begin = position;
        while (!atEnd() && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) {
            position++;
        }
        String name = text.substring(begin, position).toLowerCase(Locale.ROOT);
        skipBlanks();
        if (name.equals("period")) {
            return new Period();
        }
        return switch (name) {
            case "sum" -> single(Function.SUM, begin);
            case "mean", "avg" -> single(Function.MEAN, begin);
            case "max" -> either(Function.MAX, Selector.GREATEST, begin);
            case "min" -> either(Function.MIN, Selector.LEAST, begin);
            case "coalesce" -> new Choice(Selector.FIRST_PRESENT, several());
            case "total" -> new Total(one(begin, name));
            default -> {
                position = begin;
                throw problem(Problem.UNKNOWN_FUNCTION, name);
            }
        };
    }

    private Expression single(Function function, int begin) throws ExpressionException {
        return aggregate(function, one(begin, function.name().toLowerCase(Locale.ROOT)), begin);
    }

    /** With one operand an aggregate, with several a choice. */
    private Expression either(Function function, Selector selector, int begin) throws ExpressionException {
        List<Expression> operands = several();
        return operands.size() > 1 ? new Choice(selector, operands) : aggregate(function, operands.getFirst(), begin);
    }

    private Expression aggregate(Function function, Expression operand, int begin) throws ExpressionException {
        if (operand.aggregates()) {
            position = begin;
            throw problem(Problem.NESTED_AGGREGATE, "");
        }
        return new Aggregate(function, operand);
    }

    private Expression one(int begin, String function) throws ExpressionException {
        List<Expression> operands = several();
        if (operands.size() > 1) {
            position = begin;
            throw problem(Problem.ONE_OPERAND, function);
        }
        return operands.getFirst();
    }

    private List<Expression> several() throws ExpressionException {
        List<Expression> operands = new ArrayList<>();
        expect('(');
        operands.add(sum());
        while (accept(',')) {
            operands.add(sum());
        }
        expect(')');
        return operands;
    }

    private boolean accept(char wanted) {
        if (!atEnd() && text.charAt(position) == wanted) {
            position++;
            skipBlanks();
            return true;
        }
        return false;
    }

    private void expect(char wanted) throws ExpressionException {
        if (!accept(wanted)) {
            throw problem(Problem.EXPECTED, String.valueOf(wanted));
        }
    }

    private void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private boolean atEnd() {
        return position >= text.length();
    }

    private ExpressionException problem(Problem problem, String detail) {
        return new ExpressionException(problem, detail, position);
    }
}
