package org.towercrier.statistics.forecast;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

import org.hipparchus.special.Erf;

/**
 * A series continued, with a prediction interval for its values and one for its level (the mean of the season about a step).
 *
 * <p>An interval is the method's own spread times the quantile of the normal distribution, and as much wider as the errors of the back-test
 * ask for: they, as multiples of the spread, must have been within it in the share asked for. That is split conformal prediction with
 * scaled scores (Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World, 2005; Lei et al., Distribution-free predictive
 * inference for regression, JASA 113, 2018); an interval is never made narrower.
 */
public final class Forecast {

    private final ForecastMethod method;
    private final int season;
    private final double confidence;
    private final BackTest backTest;
    private final Projection projection;
    private final double width;
    private final double levelWidth;

    /**
     * When a level reaches a limit, in steps after the last value known.
     *
     * @param earliest first step at which the upper end of the interval has reached it
     * @param median   first step at which the level itself has
     * @param latest   first step at which the lower end has; each is absent when that does not happen within the horizon
     */
    public record Crossing(OptionalInt earliest, OptionalInt median, OptionalInt latest) {
    }

    private Forecast(ForecastMethod method, int season, double confidence, BackTest backTest, Projection projection) {
        this.method = method;
        this.season = season;
        this.confidence = confidence;
        this.backTest = backTest;
        this.projection = projection;
        double normal = Math.sqrt(2) * Erf.erfInv(confidence);
        this.width = Math.max(normal, covering(backTest.standardised(method), confidence));
        this.levelWidth = Math.max(normal, covering(backTest.standardisedLevels(method), confidence));
    }

    /**
     * A forecast by a method.
     *
     * @param history    one value a step, NaN where there is none
     * @param backTest   of the same history
     * @param season     steps in a season
     * @param horizon    how many steps ahead; a season at least is looked at
     * @param confidence share of the values that the interval is to hold, between 0 and 1
     */
    public static Forecast by(ForecastMethod method, double[] history, BackTest backTest, int season, int horizon, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("The confidence lies between 0 and 1");
        }
        // Half a season more, so that the level of the last step has its whole season.
        int steps = Math.max(horizon, season) + season / 2;
        return new Forecast(method, season, confidence, backTest, method.project(history, season, steps));
    }

    /** The least number that a share of the scores does not exceed, counting the one to come among them. */
    private static double covering(double[] scores, double confidence) {
        if (scores.length == 0) {
            return 0;
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil((sorted.length + 1) * confidence);
        return sorted[Math.min(rank, sorted.length) - 1];
    }

    /** By which method. */
    public ForecastMethod method() {
        return method;
    }

    /** The back-test that it was chosen by. */
    public BackTest backTest() {
        return backTest;
    }

    /** Share of values that the interval is to hold. */
    public double confidence() {
        return confidence;
    }

    /** How many steps ahead it looks. */
    public int horizon() {
        return projection.horizon() - season / 2;
    }

    /** The value of a step, from 1. */
    public double value(int step) {
        return projection.values()[step - 1];
    }

    /** Lower end of the interval of a value. */
    public double lower(int step) {
        return value(step) - width * projection.spread()[step - 1];
    }

    /** Upper end of the interval of a value. */
    public double upper(int step) {
        return value(step) + width * projection.spread()[step - 1];
    }

    /** The level about a step: the mean of the season around it. */
    public double level(int step) {
        return projection.level(step, season);
    }

    /** Lower end of the interval of the level. */
    public double levelLower(int step) {
        return level(step) - levelWidth * projection.levelSpread(step, season);
    }

    /** Upper end of the interval of the level. */
    public double levelUpper(int step) {
        return level(step) + levelWidth * projection.levelSpread(step, season);
    }

    /** When the level rises to a limit. */
    public Crossing crossing(double limit) {
        return new Crossing(first(this::levelUpper, limit), first(this::level, limit), first(this::levelLower, limit));
    }

    private OptionalInt first(IntToDoubleFunction end, double limit) {
        for (int step = 1; step <= horizon(); step++) {
            if (end.applyAsDouble(step) >= limit) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }
}
