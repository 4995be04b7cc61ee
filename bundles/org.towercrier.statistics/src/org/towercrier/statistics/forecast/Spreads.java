package org.towercrier.statistics.forecast;

import org.towercrier.statistics.Quantiles;

/** Standard deviations of residuals. */
final class Spreads {

    private Spreads() {
    }

    /** By the median absolute deviation; where half of the residuals are zero, by their mean square. */
    static double robust(double[] residuals) {
        double mad = Quantiles.scaledMad(residuals);
        if (mad > 0) {
            return mad;
        }
        double sum = 0;
        int count = 0;
        for (double each : residuals) {
            if (!Double.isNaN(each)) {
                sum += each * each;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }
}
