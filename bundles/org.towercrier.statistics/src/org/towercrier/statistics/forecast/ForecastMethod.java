package org.towercrier.statistics.forecast;

/** The methods that compete for a forecast; the first is the one to beat. */
public enum ForecastMethod {

    /** The same day of the last season again (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.2). */
    SEASONAL_NAIVE(new SeasonalNaive()),
    /** The median of the same days of the last four seasons: no trend, little noise. */
    SEASONAL_MEDIAN(new SeasonalMedian()),
    /** A straight line by the seasonal Kendall slope, with the median of each day of the season about it. */
    ROBUST_TREND(new RobustTrend()),
    /** Exponential smoothing with additive trend and season (Holt 1957, Winters 1960). */
    HOLT_WINTERS(new HoltWinters(false)),
    /** The same with a trend that levels off (Gardner and McKenzie 1985). */
    HOLT_WINTERS_DAMPED(new HoltWinters(true));

    private final transient Projector projector;

    ForecastMethod(Projector projector) {
        this.projector = projector;
    }

    /**
     * Continues a series.
     *
     * @param history one value a step, NaN where there is none
     * @param season  steps in a season, e.g. 7 days
     * @param horizon how many steps to continue it
     * @return values of NaN when the history has less than two seasons or a step of the season has no value at all
     */
    public Projection project(double[] history, int season, int horizon) {
        if (season < 2 || horizon < 1) {
            throw new IllegalArgumentException("A season has two steps at least, a horizon one");
        }
        if (history.length < 2 * season || !everyStepKnown(history, season)) {
            return Projection.unknown(horizon);
        }
        return projector.project(history, season, horizon);
    }

    private static boolean everyStepKnown(double[] history, int season) {
        boolean[] known = new boolean[season];
        for (int i = 0; i < history.length; i++) {
            known[i % season] |= !Double.isNaN(history[i]);
        }
        for (boolean each : known) {
            if (!each) {
                return false;
            }
        }
        return true;
    }
}
