package org.towercrier.statistics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Back-test and intervals")
class BackTestTest {

    private static double[] series(long seed, int days, double slope, double noise) {
        Random random = new Random(seed);
        double[] values = new double[days];
        for (int i = 0; i < days; i++) {
            values[i] = 50 + slope * i + (i % 7 >= 5 ? -8 : 2) + noise * random.nextGaussian();
        }
        return values;
    }

    @Test
    @DisplayName("The errors of the naive method, worked out by hand")
    void byHand() {
        double[] values = new double[16];
        for (int i = 0; i < 16; i++) {
            values[i] = 10 + i / 7;
        }
        values[15] = 15;
        // Origins 14 and 15. From 14: 12 and 15 against 11 and 11; from 15: 15 against 11. The scale is the week's growth of 1.
        BackTest test = BackTest.of(values, new BackTest.Plan(7, 7, 12));
        assertEquals(List.of(14, 15), test.origins());
        MethodError naive = test.error(ForecastMethod.SEASONAL_NAIVE);
        assertEquals(3, naive.forecasts());
        assertEquals((1 + 4 + 4) / 3.0, naive.mase(), 1e-12);
        assertEquals(100 * (1 / 12.0 + 4 / 15.0 + 4 / 15.0) / 3, naive.mape(), 1e-12);
        assertEquals(100 * (2 / 23.0 + 8 / 26.0 + 8 / 26.0) / 3, naive.smape(), 1e-12);
    }

    @Test
    @DisplayName("Growth is forecast by a method with a trend, and better than by last week")
    void growth() {
        BackTest test = BackTest.of(series(1, 60, 0.4, 1), BackTest.Plan.of(60, 7));
        MethodError best = test.best().orElseThrow();
        assertTrue(List.of(ForecastMethod.ROBUST_TREND, ForecastMethod.HOLT_WINTERS).contains(best.method()), best.toString());
        assertTrue(best.mase() < 0.7 * test.error(ForecastMethod.SEASONAL_NAIVE).mase());
    }

    @Test
    @DisplayName("A random walk by the week is best forecast by last week: no other method is chosen")
    void randomWalk() {
        int lost = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] values = new double[140];
            for (int i = 0; i < values.length; i++) {
                values[i] = i < 7 ? 50 : values[i - 7] + random.nextGaussian() * 3;
            }
            lost += BackTest.of(values, BackTest.Plan.of(values.length, 7)).best().isEmpty() ? 1 : 0;
        }
        assertTrue(lost >= 8, "lost " + lost);
    }

    @Test
    @DisplayName("A constant series and a short one have no best method")
    void nothingToChoose() {
        assertTrue(BackTest.of(series(1, 14, 1, 1), BackTest.Plan.of(14, 7)).best().isEmpty());
        assertTrue(BackTest.of(new double[60], BackTest.Plan.of(60, 7)).best().isEmpty());
    }

    @Test
    @DisplayName("Of intervals for four fifths at least three quarters hold, at home and far ahead")
    void coverage() {
        int held = 0;
        int heldLevels = 0;
        int count = 0;
        int horizon = 42;
        for (int seed = 0; seed < 60; seed++) {
            double[] whole = series(seed, 60 + horizon + 7, 0.3, 2);
            double[] history = java.util.Arrays.copyOf(whole, 60);
            BackTest test = BackTest.of(history, BackTest.Plan.of(60, 7));
            Forecast forecast = Forecast.by(test.best().orElseThrow().method(), history, test, 7, horizon, 0.8);
            for (int step = 1; step <= horizon; step++) {
                double actual = whole[59 + step];
                held += actual >= forecast.lower(step) && actual <= forecast.upper(step) ? 1 : 0;
                double truth = 50 + 0.3 * (59 + step) - 6 / 7.0;
                heldLevels += truth >= forecast.levelLower(step) && truth <= forecast.levelUpper(step) ? 1 : 0;
                count++;
            }
        }
        assertTrue(held > 0.75 * count, held + " of " + count);
        assertTrue(heldLevels > 0.75 * count, heldLevels + " of " + count);
    }

    @Test
    @DisplayName("A line without noise crosses on the day it crosses")
    void crossing() {
        double[] history = series(1, 56, 0.5, 0);
        BackTest test = BackTest.of(history, BackTest.Plan.of(56, 7));
        Forecast forecast = Forecast.by(ForecastMethod.ROBUST_TREND, history, test, 7, 90, 0.8);
        // The mean of a week is 50 − 6/7 + day / 2: it reaches 90 on day 81.7, that is 27 days after day 55.
        Forecast.Crossing crossing = forecast.crossing(90);
        assertEquals(OptionalInt.of(27), crossing.median());
        assertEquals(crossing.median(), crossing.earliest());
        assertEquals(crossing.median(), crossing.latest());
        assertEquals(90, forecast.horizon());
        assertTrue(forecast.crossing(100).median().isPresent());
        assertFalse(forecast.crossing(125).earliest().isPresent());
    }

    @Test
    @DisplayName("With noise the crossing has an interval about the true day")
    void crossingWithNoise() {
        int within = 0;
        for (int seed = 0; seed < 40; seed++) {
            double[] history = series(seed, 60, 0.3, 2);
            BackTest test = BackTest.of(history, BackTest.Plan.of(60, 7));
            Forecast forecast = Forecast.by(test.best().orElseThrow().method(), history, test, 7, 120, 0.8);
            Forecast.Crossing crossing = forecast.crossing(77);
            // 50 − 6/7 + 0.3 day = 77 on day 92.9, 34 days after day 59.
            boolean early = crossing.earliest().isPresent() && crossing.earliest().getAsInt() <= 34;
            boolean late = crossing.latest().isEmpty() || crossing.latest().getAsInt() >= 33;
            within += early && late ? 1 : 0;
        }
        assertTrue(within >= 28, "within " + within);
    }
}
