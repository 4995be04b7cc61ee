package org.towercrier.statistics.experiment;

import org.towercrier.statistics.Tails;

/**
 * What a treatment changed against a control.
 *
 * @param absolute mean of the treatment minus mean of the control
 * @param relative lift: absolute / mean of the control; NaN when that is 0
 * @param lower lower confidence limit of the absolute effect
 * @param upper upper confidence limit of the absolute effect
 * @param relativeLower lower confidence limit of the lift, NaN when it has none
 * @param relativeUpper upper confidence limit of the lift, NaN when it has none
 * @param z test statistic: z of two proportions, t of Welch
 * @param df degrees of freedom of t; infinite for z
 * @param p two-sided probability of such a statistic, or a greater one, when there is no effect
 * @param standardError of the absolute effect, as it makes the limits
 */
public record Effect(double absolute, double relative, double lower, double upper, double relativeLower, double relativeUpper, double z,
        double df, double p, double standardError) {

    /**
     * Two proportions. The test takes the common rate for the variance: z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)); the limits take each arm's own (Wald):
     * p₁ − p₂ ± z √(p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂).
     */
    public static Effect ofRates(Arm treatment, Arm control, double level) {
        double pooled = (treatment.sum() + control.sum()) / (treatment.n() + control.n());
        double testError = Math.sqrt(pooled * (1 - pooled) * (1.0 / treatment.n() + 1.0 / control.n()));
        double treatmentSquare = treatment.mean() * (1 - treatment.mean()) / treatment.n();
        double controlSquare = control.mean() * (1 - control.mean()) / control.n();
        double z = statistic(treatment.mean() - control.mean(), testError);
        return effect(treatment, control, treatmentSquare, controlSquare, z, Double.POSITIVE_INFINITY, Tails.normal(z),
                Tails.twoSided(level));
    }

    /** Two means by Welch's test (1947), which does not take the variances for equal; t limits. */
    public static Effect ofMeans(Arm treatment, Arm control, double level) {
        double a = treatment.errorSquare();
        double b = control.errorSquare();
        double t = statistic(treatment.mean() - control.mean(), Math.sqrt(a + b));
        double df = (a + b) * (a + b) / (a * a / (treatment.n() - 1) + b * b / (control.n() - 1));
        boolean known = df > 0 && Double.isFinite(df);
        double quantile = known ? Tails.studentQuantile(0.5 + level / 2, df) : Double.NaN;
        return effect(treatment, control, a, b, t, df, known ? Tails.student(t, df) : Double.NaN, quantile);
    }

    /**
     * Two means or rates where clusters were drawn: t = (m₁ − m₂) / √(v₁ + v₂) with the variances of {@link ClusteredArm}, and the degrees of freedom of Welch (1947) and
     * Satterthwaite (1946) over the clusters: (v₁ + v₂)² / (v₁² / (G₁ − 1) + v₂² / (G₂ − 1)).
     */
    public static Effect ofClusters(ClusteredArm treatment, ClusteredArm control, double level) {
        double a = treatment.errorSquare();
        double b = control.errorSquare();
        double t = statistic(treatment.mean() - control.mean(), Math.sqrt(a + b));
        double df = (a + b) * (a + b) / (a * a / (treatment.clusters() - 1) + b * b / (control.clusters() - 1));
        boolean known = df > 0 && Double.isFinite(df);
        double quantile = known ? Tails.studentQuantile(0.5 + level / 2, df) : Double.NaN;
        return effect(treatment.arm(), control.arm(), a, b, t, df, known ? Tails.student(t, df) : Double.NaN, quantile);
    }

    private static double statistic(double difference, double error) {
        return error > 0 ? difference / error : Double.NaN;
    }

    private static Effect effect(Arm treatment, Arm control, double a, double b, double z, double df, double p, double quantile) {
        double absolute = treatment.mean() - control.mean();
        double error = Math.sqrt(a + b);
        double reach = quantile * error;
        double[] lift = lift(treatment.mean(), control.mean(), a, b, quantile);
        return new Effect(absolute, control.mean() == 0 ? Double.NaN : absolute / control.mean(), absolute - reach, absolute + reach,
                lift[0],
                lift[1], z, df, p, error);
    }

    /** Limits of the lift: of the logarithm of the ratio where both means are positive (Katz and others 1978), else by the delta method. */
    private static double[] lift(double treatment, double control, double a, double b, double quantile) {
        if (treatment > 0 && control > 0) {
            double ratio = treatment / control;
            double factor = Math.exp(quantile * Math.sqrt(a / (treatment * treatment) + b / (control * control)));
            return new double[]{ ratio / factor - 1, ratio * factor - 1 };
        }
        if (control == 0 || Double.isNaN(control)) {
            return new double[]{ Double.NaN, Double.NaN };
        }
        double reach = quantile * Math.sqrt(a + treatment * treatment * b / (control * control)) / Math.abs(control);
        double lift = treatment / control - 1;
        return new double[]{ lift - reach, lift + reach };
    }
}
