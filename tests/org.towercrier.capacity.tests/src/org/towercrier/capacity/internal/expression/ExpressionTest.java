package org.towercrier.capacity.internal.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.capacity.internal.expression.Expression.Function;
import org.towercrier.capacity.internal.expression.ExpressionException.Problem;

/** What the KPI language means. */
class ExpressionTest {

    /** Two samples, 900 s and 2700 s long. */
    private static final class Two implements Samples {

        private final Map<String, double[]> values = Map.of("A", new double[]{ 10, 30 }, "B", new double[]{ 5, 0 }, "C",
                new double[]{ Double.NaN, 7 });

        @Override
        public double value(String measurement, int index) {
            return column(measurement)[index];
        }

        @Override
        public double[] column(String measurement) {
            return values.getOrDefault(measurement, new double[]{ Double.NaN, Double.NaN });
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public int period(int index) {
            return index == 0 ? 900 : 2700;
        }

        @Override
        public Function natural(String measurement) {
            return measurement.equals("B") ? Function.MEAN : Function.SUM;
        }
    }

    private static double value(String text) throws ExpressionException {
        return new ExpressionEvaluator(new Two()).evaluate(ExpressionParser.parse(text), 0, 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1 + 2 * 3 | 7", "(1 + 2) * 3 | 9", "8 / 4 / 2 | 1", "10 - 4 - 3 | 3", "-2 * -3 | 6",
            "1.5e2 | 150",
            "sum([A]) / sum([B]) | 8", "[A] | 40", "[B] | 1.25", "mean([A]) | 25", "max([A]) | 30", "min([A]) | 10", "max(2, 5, 3) | 5",
            "min([A], 7) | 7", "sum([A] * [B]) | 50", "sum(period) | 3600", "sum([C]) | 7", "mean([C]) | 7", "coalesce([X], [A]) | 40",
            "sum(coalesce([C], [A])) | 17", "sum(max([A], [C])) | 40", "total(sum([A])) | 40", "sum([A]*period)/sum(period) | 25" })
    void aValueIsWhatTheFormulaSays(String text, double expected) throws ExpressionException {
        assertEquals(expected, value(text), 1e-12);
    }

    @Test
    void whatIsMissingOrDividedByZeroIsAbsent() throws ExpressionException {
        assertTrue(Double.isNaN(value("[X]")));
        assertTrue(Double.isNaN(value("[A] + [X]")));
        assertTrue(Double.isNaN(value("[A] / (sum([B]) - 5)")));
        assertEquals(4, value("coalesce([A] / (sum([B]) - 5), 4)"));
    }

    @Test
    void ofSingleSamplesAnAggregateIsTheSampleItself() throws ExpressionException {
        double[] each = new ExpressionEvaluator(new Two()).each(ExpressionParser.parse("coalesce(mean([A]) / sum([B]), -1) * 2"));
        assertArrayEquals(new double[]{ 4, -2 }, each);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "'' | EMPTY | 0", "1 + | OPERAND_EXPECTED | 3", "sum([A] | EXPECTED | 7", "[A | EXPECTED | 2",
            "1 2 | EXPECTED | 2", "foo(1) | UNKNOWN_FUNCTION | 0", "sum(sum([A])) | NESTED_AGGREGATE | 0",
            "sum([A], [B]) | ONE_OPERAND | 0",
            "sum(total([A])) | NESTED_AGGREGATE | 0", "[ ] | EMPTY_NAME | 0", "1..2 | NUMBER | 0", "2 * $ | OPERAND_EXPECTED | 4" })
    void anErrorTellsItsPlace(String text, Problem problem, int position) {
        ExpressionException error = assertThrows(ExpressionException.class, () -> ExpressionParser.parse(text));
        assertEquals(problem, error.problem());
        assertEquals(position, error.position());
    }

    @Test
    void deepNestingIsRefusedInsteadOfExhaustingTheStack() {
        ExpressionException error = assertThrows(ExpressionException.class, () -> ExpressionParser.parse("(".repeat(100_000)));
        assertEquals(Problem.TOO_DEEP, error.problem());
        assertThrows(ExpressionException.class, () -> ExpressionParser.parse("-".repeat(100_000) + "1"));
        assertThrows(ExpressionException.class, () -> ExpressionParser.parse("max(".repeat(100_000)));
    }

    @Test
    void whatStandsInForACompleteMeasurementIsNotNeeded() throws ExpressionException {
        Expression expression = ExpressionParser.parse("coalesce(mean([A]), sum([B]) / sum([C]))");
        assertEquals(Set.of("A", "B", "C"), expression.measurements(Set.of()));
        assertEquals(Set.of("A"), expression.measurements(Set.of("A")));
        Expression ratio = ExpressionParser.parse("coalesce(sum([A]) / sum([B]), [C])");
        assertEquals(Set.of("A", "B", "C"), ratio.measurements(Set.of("A", "B")), "a division can be by zero");
    }

    @Test
    void theDivisorsAreTheAttempts() throws ExpressionException {
        Expression expression = ExpressionParser.parse("sum([A]) / sum([B]) * sum([C]) / sum([D])");
        assertEquals(2, expression.divisors().count());
    }
}
