package org.towercrier.statistics;

import java.util.Arrays;

import org.hipparchus.stat.descriptive.rank.Percentile;

/** Order statistics of plain arrays; values that are not a number are left out. */
public final class Quantiles {

    /** Makes the median absolute deviation of a normal distribution its standard deviation: 1 / Φ⁻¹(3/4). */
    private static final double NORMAL_MAD = 1.482602218505602;

    private Quantiles() {
    }

    /**
     * A quantile by linear interpolation between order statistics (definition 7 of Hyndman and Fan, Sample quantiles in statistical
     * packages, The American Statistician 50, 1996).
     *
     * @param values the values, in any order; not changed
     * @param share  0 for the least, 1 for the greatest
     * @return NaN without values
     */
    public static double quantile(double[] values, double share) {
        double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length == 0) {
            return Double.NaN;
        }
        if (share <= 0) {
            return Arrays.stream(known).min().orElse(Double.NaN);
        }
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        return percentile.evaluate(known, Math.min(share, 1) * 100);
    }

    /** The median, the mean of the middle two of an even number; NaN without values. */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /**
     * The median absolute deviation from the median, scaled so that it estimates the standard deviation of a normal distribution
     * (Hampel, The influence curve and its role in robust estimation, JASA 69, 1974).
     */
    public static double scaledMad(double[] values) {
        double middle = median(values);
        return NORMAL_MAD * median(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray());
    }
}
