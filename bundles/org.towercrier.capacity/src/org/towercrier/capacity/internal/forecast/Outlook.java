package org.towercrier.capacity.internal.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.towercrier.capacity.forecast.Standing;
import org.towercrier.statistics.forecast.BackTest;
import org.towercrier.statistics.forecast.Forecast;
import org.towercrier.statistics.forecast.MethodError;
import org.towercrier.statistics.forecast.SeasonalTrend;

/**
 * What can be said of a load at the end of a day.
 *
 * <p>The method is the one with the least mean absolute scaled error in the back-test; when that is the seasonal naive one, nothing is
 * said. The limit counts as reached when the mean of a week has: single busy days reach it before. Growth counts as real when the seasonal
 * Kendall test gives so much of it, in a load that does not grow, no more than half the probability that the interval leaves out, and as
 * enough when its slope, even doubled, gets to the limit within the horizon.
 *
 * @param loads    what it was made from, no more than {@link ForecastSpec#MOST_DAYS} days
 * @param standing what it comes to
 * @param level    mean of the last seven days
 * @param trend    the trend
 * @param forecast absent when nothing can be said
 * @param errors   those of the back-test, empty without one
 * @param crossing in days after the last one, absent without a forecast
 */
public record Outlook(DailyLoads loads, Standing standing, double level, SeasonalTrend trend, Optional<Forecast> forecast,
        List<MethodError> errors, Optional<Forecast.Crossing> crossing) {

    private static final int WEEK = ForecastSpec.WEEK;
    /** Share of the days that must be known. */
    private static final double KNOWN = 0.7;
    /** Known days among the last week. */
    private static final int KNOWN_LATELY = 4;
    /** How much steeper than its trend a load may be taken to grow. */
    private static final double STEEPER = 2;

    /**
     * Looks ahead.
     *
     * @param loads what is known
     * @param days  how many days to forecast, the rule's horizon at least
     */
    public static Outlook of(DailyLoads loads, ForecastSpec spec, int days) {
        double[] values = loads.values();
        double level = mean(values, values.length - WEEK);
        SeasonalTrend trend = SeasonalTrend.of(values, WEEK);
        int known = known(values, 0);
        if (known < spec.minimumHistory()) {
            return silent(loads, Standing.TOO_SHORT, level, trend, List.of());
        }
        if (known < KNOWN * values.length || known(values, values.length - WEEK) < KNOWN_LATELY) {
            return silent(loads, Standing.GAPS, level, trend, List.of());
        }
        BackTest test = BackTest.of(values, BackTest.Plan.of(values.length, WEEK));
        Optional<MethodError> best = test.best();
        if (best.isEmpty()) {
            // What has happened needs no forecast.
            Standing standing = level >= spec.limit() ? Standing.REACHED : Standing.LOSES;
            return silent(loads, standing, level, trend, test.errors());
        }
        Forecast forecast = Forecast.by(best.get().method(), values, test, WEEK, Math.max(days, spec.horizon()), spec.confidence());
        Forecast.Crossing crossing = forecast.crossing(spec.limit());
        return new Outlook(loads, standing(spec, level, trend, crossing.median()), level, trend, Optional.of(forecast), test.errors(),
                Optional.of(crossing));
    }

    /** Whether a load may be said to reach its limit, or to have reached it: one that does not grow enough will not be, by any method. */
    public static boolean mayMatter(DailyLoads loads, ForecastSpec spec) {
        double[] values = loads.values();
        double level = mean(values, values.length - WEEK);
        SeasonalTrend trend = SeasonalTrend.of(values, WEEK);
        return level >= spec.limit() || grows(trend, spec) && gets(spec, level, trend);
    }

    /** Whether the trend, even twice as steep, gets to the limit within the horizon: what a method sees beyond is no ground for an alarm. */
    private static boolean gets(ForecastSpec spec, double level, SeasonalTrend trend) {
        return level + STEEPER * trend.slope() * spec.horizon() >= spec.limit();
    }

    /** Whether its growth is more than chance, so that it is the slope that is too small where a crossing is uncertain. */
    boolean grows(ForecastSpec spec) {
        return grows(trend, spec);
    }

    private static boolean grows(SeasonalTrend trend, ForecastSpec spec) {
        return trend.growthProbability() <= (1 - spec.confidence()) / 2;
    }

    private static Standing standing(ForecastSpec spec, double level, SeasonalTrend trend, OptionalInt crossing) {
        if (level >= spec.limit()) {
            return Standing.REACHED;
        }
        if (crossing.isEmpty() || crossing.getAsInt() > spec.horizon()) {
            return Standing.FAR;
        }
        return grows(trend, spec) && gets(spec, level, trend) ? Standing.CROSSES : Standing.UNCERTAIN;
    }

    private static Outlook silent(DailyLoads loads, Standing standing, double level, SeasonalTrend trend, List<MethodError> errors) {
        return new Outlook(loads, standing, level, trend, Optional.empty(), errors, Optional.empty());
    }

    private static int known(double[] values, int begin) {
        return (int) Arrays.stream(values, Math.max(0, begin), values.length).filter(value -> !Double.isNaN(value)).count();
    }

    private static double mean(double[] values, int begin) {
        return Arrays.stream(values, Math.max(0, begin), values.length).filter(value -> !Double.isNaN(value)).average()
                .orElse(Double.NaN);
    }
}
