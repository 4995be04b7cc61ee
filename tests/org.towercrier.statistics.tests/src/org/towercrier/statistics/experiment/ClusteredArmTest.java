package org.towercrier.statistics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ClusteredArmTest {

    private static final double EXACT = 1e-12;

    /** Computed with the matrices of the sandwich estimator, (X'X)⁻¹ (Σ X'ee'X G/(G−1)) (X'X)⁻¹, in another language. */
    @Test
    void theVarianceIsThatOfTheSandwichEstimator() {
        ClusteredArm treatment = arm(new double[][]{ { 1, 0, 0 }, { 1, 1 }, { 0 }, { 0, 0, 1, 1 }, { 1 }, { 0, 0 }, { 1, 0 } });
        ClusteredArm control = arm(new double[][]{ { 0, 0 }, { 0 }, { 1, 0, 0 }, { 0 }, { 0, 0, 0 }, { 1 } });
        assertEquals(0.013965432098765433, treatment.errorSquare(), EXACT);
        assertEquals(0.013605628030872207, control.errorSquare(), EXACT);
        Effect effect = Effect.ofClusters(treatment, control, 0.95);
        assertEquals(0.28484848484848485, effect.absolute(), EXACT);
        assertEquals(1.7154860113398058, effect.z(), 1e-9);
        assertEquals(10.933170501672164, effect.df(), 1e-9);
        assertEquals(0.11441993203648215, effect.p(), 1e-9);
        assertEquals(-0.08088761469068695, effect.lower(), 1e-9);
        assertEquals(0.6505845843876567, effect.upper(), 1e-9);
    }

    @Test
    void withOnePersonInEachClusterItIsWelch() {
        double[] treated = { 3, 5, 2, 8, 4 };
        double[] control = { 1, 2, 2, 3 };
        Effect clusters = Effect.ofClusters(singles(treated), singles(control), 0.95);
        Effect welch = Effect.ofMeans(plain(treated), plain(control), 0.95);
        assertEquals(welch.p(), clusters.p(), EXACT);
        assertEquals(welch.lower(), clusters.lower(), EXACT);
    }

    @Test
    void personsWhoDoTheSameSayLessThanStrangers() {
        double[][] alike = { { 1, 1, 1 }, { 0, 0, 0 }, { 1, 1, 1 }, { 0, 0, 0 } };
        ClusteredArm together = arm(alike);
        assertTrue(together.errorSquare() > 2 * singles(Arrays.stream(alike).flatMapToDouble(Arrays::stream).toArray()).errorSquare());
        assertTrue(Double.isNaN(arm(new double[][]{ { 1, 0 } }).errorSquare()));
    }

    private static ClusteredArm arm(double[][] clusters) {
        return ClusteredArm.of(Arrays.stream(clusters).mapToDouble(each -> Arrays.stream(each).sum()).toArray(),
                Arrays.stream(clusters).mapToLong(each -> each.length).toArray());
    }

    private static ClusteredArm singles(double[] values) {
        return ClusteredArm.of(values, Arrays.stream(values).mapToLong(value -> 1).toArray());
    }

    private static Arm plain(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arm.ofSums(values.length, Arrays.stream(values).sum(),
                Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum());
    }
}
