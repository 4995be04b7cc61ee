package org.towercrier.statistics.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Methods of forecasting")
class ForecastMethodTest {

    private static final double[] WEEK = { 3, 1, 0, -1, -2, -4, 3 };

    private static double[] line(int days, double level, double slope) {
        double[] values = new double[days];
        Arrays.setAll(values, i -> level + slope * i + WEEK[i % 7]);
        return values;
    }

    @ParameterizedTest
    @EnumSource(ForecastMethod.class)
    @DisplayName("A week that repeats itself is repeated by every method, with no spread")
    void repetition(ForecastMethod method) {
        Projection projection = method.project(line(35, 50, 0), 7, 10);
        assertArrayEquals(Arrays.copyOfRange(line(45, 50, 0), 35, 45), projection.values(), 1e-9);
        assertArrayEquals(new double[10], projection.spread(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(value = ForecastMethod.class, names = { "ROBUST_TREND", "HOLT_WINTERS" })
    @DisplayName("A line with a week about it goes on, through missing days as well")
    void line(ForecastMethod method) {
        double[] history = line(42, 40, 0.5);
        double[] whole = line(62, 40, 0.5);
        assertArrayEquals(Arrays.copyOfRange(whole, 42, 62), method.project(history, 7, 20).values(), 1e-6);
        history[20] = Double.NaN;
        history[33] = Double.NaN;
        assertArrayEquals(Arrays.copyOfRange(whole, 42, 62), method.project(history, 7, 20).values(), 0.5);
    }

    @Test
    @DisplayName("Seasonal naive takes the last known same day, and its spread grows with the weeks")
    void naive() {
        double[] history = line(28, 10, 1);
        history[27] = Double.NaN;
        Projection projection = ForecastMethod.SEASONAL_NAIVE.project(history, 7, 9);
        assertEquals(history[21], projection.values()[0], 0);
        assertEquals(history[20], projection.values()[6], 0);
        assertEquals(history[21], projection.values()[7], 0);
        assertEquals(Math.sqrt(2), projection.spread()[7] / projection.spread()[0], 1e-12);
    }

    @Test
    @DisplayName("Wild days do not bend the robust trend")
    void robust() {
        double[] history = line(56, 40, 0.25);
        for (int i = 3; i < 56; i += 11) {
            history[i] += 60;
        }
        assertEquals(0.25, SeasonalTrend.of(history, 7).slope(), 0.02);
        assertEquals(40 + 0.25 * 60 + WEEK[60 % 7], ForecastMethod.ROBUST_TREND.project(history, 7, 5).values()[4], 1.0);
    }

    @Test
    @DisplayName("Kendall's score of three rising values a day, worked out by hand")
    void kendall() {
        // Seven days with three values each, all rising: S = 21, variance = 7 · 3 · 2 · 11 / 18.
        SeasonalTrend trend = SeasonalTrend.of(line(21, 0, 2), 7);
        assertEquals(2, trend.slope(), 1e-12);
        assertEquals(21, trend.pairs());
        assertEquals(20 / Math.sqrt(7 * 66 / 18.0), trend.z(), 1e-12);
        assertTrue(trend.growthProbability() < 0.001);
        assertEquals(0.5, SeasonalTrend.of(line(21, 0, 0), 7).growthProbability(), 1e-12);
        assertTrue(SeasonalTrend.of(line(21, 0, -2), 7).growthProbability() > 0.999);
    }

    @Test
    @DisplayName("A damped trend levels off, an undamped one does not")
    void damped() {
        double[] values = new double[84];
        double level = 20;
        double step = 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = level + WEEK[i % 7];
            level += step;
            step *= 0.96;
        }
        Projection damped = ForecastMethod.HOLT_WINTERS_DAMPED.project(values, 7, 84);
        Projection straight = ForecastMethod.HOLT_WINTERS.project(values, 7, 84);
        assertTrue(damped.level(80, 7) <= straight.level(80, 7) + 1e-6);
        assertEquals(level, damped.level(80, 7), 3);
    }

    @ParameterizedTest
    @EnumSource(ForecastMethod.class)
    @DisplayName("Less than two weeks, or a weekday never seen, is no history")
    void tooShort(ForecastMethod method) {
        assertFalse(method.project(line(13, 1, 1), 7, 3).known());
        double[] history = line(28, 1, 1);
        for (int i = 2; i < 28; i += 7) {
            history[i] = Double.NaN;
        }
        assertFalse(method.project(history, 7, 3).known());
    }
}
