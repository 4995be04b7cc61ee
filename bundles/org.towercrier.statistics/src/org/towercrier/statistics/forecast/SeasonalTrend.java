package org.towercrier.statistics.forecast;

import java.util.Arrays;

import org.hipparchus.special.Erf;

/**
 * The trend of a series with a season: the seasonal Kendall slope, the median of the slopes between all values of the same step of the
 * season, and the seasonal Kendall test of it (Hirsch, Slack and Smith, Techniques of trend analysis for monthly water quality data, Water
 * Resources Research 18, 1982). Less than 29 % of wild values do not move the slope (Sen, Estimates of the regression coefficient based on
 * Kendall's tau, JASA 63, 1968).
 *
 * @param slope change in one step; NaN when no step of the season has two values
 * @param z     standard normal score of Kendall's S with continuity correction; positive for growth
 * @param pairs number of slopes
 */
public record SeasonalTrend(double slope, double z, int pairs) {

    /** Of a series, NaN where there is no value. */
    public static SeasonalTrend of(double[] values, int season) {
        int seasons = (values.length + season - 1) / season;
        double[] slopes = new double[season * seasons * (seasons - 1) / 2];
        int count = 0;
        long score = 0;
        double variance = 0;
        double[] same = new double[seasons];
        for (int step = 0; step < season; step++) {
            int known = 0;
            for (int i = step; i < values.length; i += season) {
                if (Double.isNaN(values[i])) {
                    continue;
                }
                for (int j = step; j < i; j += season) {
                    if (!Double.isNaN(values[j])) {
                        slopes[count++] = (values[i] - values[j]) / (i - j);
                        score += (long) Math.signum(values[i] - values[j]);
                    }
                }
                same[known++] = values[i];
            }
            variance += variance(same, known);
        }
        if (count == 0) {
            return new SeasonalTrend(Double.NaN, 0, 0);
        }
        double[] found = Arrays.copyOf(slopes, count);
        Arrays.sort(found);
        double slope = count % 2 == 1 ? found[count / 2] : (found[count / 2 - 1] + found[count / 2]) / 2;
        double z = score == 0 || variance == 0 ? 0 : (score - Long.signum(score)) / Math.sqrt(variance);
        return new SeasonalTrend(slope, z, count);
    }

    /** Variance of Kendall's S of n values without a trend, n (n − 1) (2n + 5) / 18 less the same of each group of equal ones. */
    private static double variance(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        double variance = term(count);
        int begin = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || sorted[i] != sorted[begin]) {
                variance -= term(i - begin);
                begin = i;
            }
        }
        return variance;
    }

    private static double term(long n) {
        return n * (n - 1) * (2 * n + 5) / 18.0;
    }

    /** Probability of so much growth or more in a series without a trend (one-sided). */
    public double growthProbability() {
        return Erf.erfc(z / Math.sqrt(2)) / 2;
    }
}
