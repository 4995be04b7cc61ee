package org.towercrier.statistics.experiment;

import org.towercrier.statistics.Tails;

/**
 * How many persons an experiment on a rate needs: n per arm = (z₁₋α/₂ + z₁₋β)² [p₁(1 − p₁) + p₂(1 − p₂)] / (p₁ − p₂)², two-sided, arms of equal size. 1.4 % against
 * 0.9 % at α 0.05 and power 0.80 needs 7,135.
 */
public final class SampleSize {

    private SampleSize() {
    }

    /**
     * Persons per arm.
     *
     * @param rate the rate to be told from the other, between 0 and 1
     * @param base the other rate
     * @param alpha two-sided probability of seeing an effect that is not there
     * @param power probability of seeing the effect when it is there
     */
    public static long perArm(double rate, double base, double alpha, double power) {
        check(rate, base);
        if (rate == base) {
            throw new IllegalArgumentException("Equal rates cannot be told apart");
        }
        double z = quantiles(alpha, power);
        return (long) Math.ceil(z * z * variance(rate, base) / ((rate - base) * (rate - base)) - 1e-9);
    }

    /** Probability of seeing the difference with that many persons per arm. */
    public static double power(double rate, double base, double perArm, double alpha) {
        check(rate, base);
        double z = Math.abs(rate - base) * Math.sqrt(perArm / variance(rate, base)) - Tails.normalQuantile(1 - alpha / 2);
        double tail = Tails.normal(z) / 2;
        return z > 0 ? 1 - tail : tail;
    }

    /** The smallest greater rate that that many persons per arm can tell from the base; NaN when not even 1 can be told. */
    public static double detectable(double base, double perArm, double alpha, double power) {
        check(base, base);
        double z = quantiles(alpha, power);
        double low = base;
        double high = 1;
        if (z * z * variance(high, base) > perArm * (high - base) * (high - base)) {
            return Double.NaN;
        }
        for (int i = 0; i < 200 && high - low > 1e-15; i++) {
            double middle = (low + high) / 2;
            if (z * z * variance(middle, base) > perArm * (middle - base) * (middle - base)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Days until every arm has its persons. @param arms number of arms with the control @param personsPerDay that enter the experiment, over all arms */
    public static long days(long perArm, int arms, double personsPerDay) {
        return (long) Math.ceil(perArm * (double) arms / personsPerDay);
    }

    /** z₁₋α/₂ + z₁₋β. */
    static double quantiles(double alpha, double power) {
        if (!(alpha > 0 && alpha < 1 && power > 0 && power < 1)) {
            throw new IllegalArgumentException("Alpha and power lie between 0 and 1");
        }
        return Tails.normalQuantile(1 - alpha / 2) + Tails.normalQuantile(power);
    }

    private static double variance(double rate, double base) {
        return rate * (1 - rate) + base * (1 - base);
    }

    private static void check(double rate, double base) {
        if (!(rate >= 0 && rate <= 1 && base >= 0 && base <= 1)) {
            throw new IllegalArgumentException("A rate lies between 0 and 1");
        }
    }
}
