package org.towercrier.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * Tail probabilities and quantiles of test statistics. Tails are computed directly and not as one minus a probability, so that very small ones keep their digits.
 */
public final class Tails {

    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private Tails() {
    }

    /** Two-sided tail of the standard normal distribution: P(|Z| ≥ |z|); NaN for NaN. */
    public static double normal(double z) {
        return Double.isNaN(z) ? Double.NaN : Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** Upper tail of the chi-squared distribution: P(X ≥ x). @param df degrees of freedom, above 0 */
    public static double chiSquared(double x, double df) {
        if (Double.isNaN(x) || !(df > 0)) {
            return Double.NaN;
        }
        if (Double.isInfinite(x)) {
            return x < 0 ? 1 : 0;
        }
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2, x / 2);
    }

    /** Two-sided tail of Student's t distribution: P(|T| ≥ |t|). @param df degrees of freedom, above 0, not necessarily whole */
    public static double student(double t, double df) {
        if (Double.isNaN(t) || !(df > 0)) {
            return Double.NaN;
        }
        return Double.isInfinite(t) ? 0 : Beta.regularizedBeta(df / (df + t * t), df / 2, 0.5);
    }

    /** Quantile of the standard normal distribution. @param p between 0 and 1, exclusive */
    public static double normalQuantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    /** Quantile of Student's t distribution. @param p between 0 and 1, exclusive @param df degrees of freedom, above 0 */
    public static double studentQuantile(double p, double df) {
        return new TDistribution(df).inverseCumulativeProbability(p);
    }

    /** The quantile that leaves half of what is not in the level on each side: 1.96 for 0.95. */
    public static double twoSided(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A confidence level lies between 0 and 1: " + level);
        }
        return normalQuantile(0.5 + level / 2);
    }
}
