package org.towercrier.statistics.experiment;

import java.util.Arrays;

import org.towercrier.statistics.Tails;

/**
 * Do the sizes of the arms fit the planned shares? When they do not, persons were lost or doubled on the way and the comparison is not to be trusted.
 *
 * @param chi2 Σ (n − expected)² / expected
 * @param df number of arms minus one
 * @param p probability of such sizes, or stranger ones, by chance
 * @param ok p is at least {@link #ALARM}
 */
public record SampleRatio(double chi2, int df, double p, boolean ok) {

    /** Below this the sizes are taken for wrong: small, since an honest experiment shall rarely be accused. */
    public static final double ALARM = 0.001;

    /**
     * Tests the sizes.
     *
     * @param counts persons in each arm
     * @param weights planned share of each arm, in any unit, above 0
     */
    public static SampleRatio test(long[] counts, double[] weights) {
        if (counts.length != weights.length || Arrays.stream(weights).anyMatch(weight -> !(weight > 0))) {
            throw new IllegalArgumentException("Every arm has a planned share above 0");
        }
        double all = Arrays.stream(counts).sum();
        double weight = Arrays.stream(weights).sum();
        double chi2 = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = all * weights[i] / weight;
            chi2 += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        int df = counts.length - 1;
        double p = Tails.chiSquared(chi2, df);
        return new SampleRatio(chi2, df, p, !(p < ALARM));
    }

    /** Tests against equal shares. */
    public static SampleRatio equal(long... counts) {
        double[] weights = new double[counts.length];
        Arrays.fill(weights, 1);
        return test(counts, weights);
    }
}
