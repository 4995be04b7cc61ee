package org.towercrier.statistics.survival;

import org.towercrier.statistics.Tails;

/**
 * How pointwise confidence limits of a survival curve are built from Greenwood's variance.
 *
 * @param level confidence level, for example 0.95
 * @param transform scale on which the limits are symmetric
 */
public record ConfidenceBand(double level, Transform transform) {

    /** Scale on which the limits are symmetric. */
    public enum Transform {
        /** S ± z·se, cut at 0 and 1. */
        PLAIN,
        /** exp(log S ± z·se/S), cut at 1: what R's {@code survfit} draws when nothing else is asked for. */
        LOG,
        /** exp(−exp(log(−log S) ± z·se/(S·log S))): never leaves 0 to 1; what lifelines draws when nothing else is asked for (Kalbfleisch and Prentice). */
        LOG_LOG
    }

    /** 95 % on the log-log scale. */
    public static final ConfidenceBand USUAL = new ConfidenceBand(0.95, Transform.LOG_LOG);

    public ConfidenceBand {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A confidence level lies between 0 and 1: " + level);
        }
    }

    /**
     * The limits at one time.
     *
     * @param survival estimate of S(t)
     * @param sum Greenwood's sum Σ d/(n(n−d)), that is Var S / S²
     * @return lower and upper limit; NaN where the estimate is 0 and the variance therefore unknown
     */
    double[] limits(double survival, double sum) {
        if (sum == 0) {
            return new double[]{ survival, survival };
        }
        if (!(survival > 0) || !Double.isFinite(sum)) {
            return new double[]{ Double.NaN, Double.NaN };
        }
        double z = Tails.twoSided(level);
        double relative = Math.sqrt(sum);
        return switch (transform) {
            case PLAIN -> new double[]{ Math.max(0, survival * (1 - z * relative)), Math.min(1, survival * (1 + z * relative)) };
            case LOG -> new double[]{ survival * Math.exp(-z * relative), Math.min(1, survival * Math.exp(z * relative)) };
            case LOG_LOG -> {
                double log = Math.log(survival);
                double width = z * relative / log;
                yield new double[]{ Math.exp(log * Math.exp(-width)), Math.exp(log * Math.exp(width)) };
            }
        };
    }
}
