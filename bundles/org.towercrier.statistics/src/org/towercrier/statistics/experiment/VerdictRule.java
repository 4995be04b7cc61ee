package org.towercrier.statistics.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How a verdict is reached, for one outcome and one treatment arm against the control:
 * <ol>
 * <li>{@code not-enough-data} when an arm has fewer than {@code fewestPersons}, or a binary outcome fewer than {@code fewestExpected} expected responses or
 * non-responses in an arm, or the test has no value (nobody differs);</li>
 * <li>else {@code proven} or {@code harmful}, by the sign, when p is below {@code alpha}; with several treatment arms p is adjusted within the outcome by Holm (1979), so
 * that an outcome does not prove an arm only because many were tried;</li>
 * <li>else {@code not-enough-data} when even a true effect as large as {@code relevantLift} times the control's mean would have been missed more often than
 * 1 − {@code power};</li>
 * <li>else {@code not-proven}.</li>
 * </ol>
 *
 * @param alpha two-sided significance
 * @param power wanted probability of seeing a relevant effect
 * @param relevantLift smallest relative effect that is worth seeing: 1 is a doubling
 * @param fewestPersons in each arm
 * @param fewestExpected responses and non-responses in each arm
 */
public record VerdictRule(double alpha, double power, double relevantLift, long fewestPersons, double fewestExpected) {

    /** α 0.05, power 0.80, a doubling, 30 persons, 5 responses. */
    public static final VerdictRule USUAL = new VerdictRule(0.05, 0.80, 1, 30, 5);

    /**
     * The verdict.
     *
     * @param p of the effect, already adjusted when there are several arms
     * @param binary is the outcome a rate?
     * @param lowerIsBetter is less of the outcome what is wanted?
     */
    public Verdict judge(Arm treatment, Arm control, Effect effect, double p, boolean binary, boolean lowerIsBetter) {
        if (tooSmall(treatment, control, binary) || Double.isNaN(p)) {
            return Verdict.NOT_ENOUGH_DATA;
        }
        if (p < alpha) {
            return effect.absolute() > 0 == lowerIsBetter ? Verdict.HARMFUL : Verdict.PROVEN;
        }
        double detectable = SampleSize.quantiles(alpha, power) * effect.standardError();
        return detectable > relevantLift * Math.abs(control.mean()) ? Verdict.NOT_ENOUGH_DATA : Verdict.NOT_PROVEN;
    }

    private boolean tooSmall(Arm treatment, Arm control, boolean binary) {
        long smaller = Math.min(treatment.n(), control.n());
        if (smaller < Math.max(2, fewestPersons)) {
            return true;
        }
        double rate = (treatment.sum() + control.sum()) / (treatment.n() + control.n());
        return binary && smaller * Math.min(rate, 1 - rate) < fewestExpected;
    }

    /** Probabilities adjusted by Holm's step-down method, in the order given; NaN stays NaN and does not count. */
    public static double[] holm(double[] p) {
        int[] order = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed().sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue).toArray();
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double least = 0;
        for (int i = 0; i < order.length; i++) {
            least = Math.max(least, Math.min(1, (order.length - i) * p[order[i]]));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }
}
