package org.towercrier.statistics.forecast;

import java.util.Arrays;

import org.towercrier.statistics.Quantiles;

/** Standard deviations of values about a trend and a season. */
final class Spreads {

    private Spreads() {
    }

    /**
     * The standard deviation of single values about a trend and a season, from the differences between values a season apart: their
     * median takes the trend away, what is left has twice the variance. Residuals about medians of a few values would be too small: many
     * of them are zero. By the median absolute deviation, where half of the differences are the same by their mean square.
     *
     * @param values NaN where there is none
     * @return 0 when no two values are a season apart
     */
    static double seasonal(double[] values, int season) {
        double[] differences = new double[Math.max(0, values.length - season)];
        int count = 0;
        for (int i = season; i < values.length; i++) {
            double difference = values[i] - values[i - season];
            if (!Double.isNaN(difference)) {
                differences[count++] = difference;
            }
        }
        double[] known = Arrays.copyOf(differences, count);
        double mad = Quantiles.scaledMad(known);
        if (mad > 0) {
            return mad / Math.sqrt(2);
        }
        double middle = Quantiles.median(known);
        double sum = 0;
        for (double each : known) {
            sum += (each - middle) * (each - middle);
        }
        return count == 0 ? 0 : Math.sqrt(sum / count / 2);
    }
}
