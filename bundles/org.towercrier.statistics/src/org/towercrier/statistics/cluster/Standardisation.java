package org.towercrier.statistics.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Brings features of different units to the same scale: mean 0, standard deviation 1 as of a sample (n − 1); software that divides by n, as scikit-learn does, has sums of
 * squares that are n / (n − 1) times as large, and the same groups. Values that are absent (NaN) take the mean, so that they pull no one anywhere.
 *
 * @param means mean of each feature
 * @param deviations standard deviation of each feature; 0 for a constant one, which then says nothing
 */
public record Standardisation(double[] means, double[] deviations) {

    /** Learns from columns; absent values are left out. */
    public static Standardisation of(double[][] columns) {
        double[] means = new double[columns.length];
        double[] deviations = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            double[] known = Arrays.stream(columns[j]).filter(value -> !Double.isNaN(value)).toArray();
            double mean = Arrays.stream(known).average().orElse(0);
            double squares = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
            double deviation = known.length > 1 ? Math.sqrt(squares / (known.length - 1)) : 0;
            means[j] = mean;
            deviations[j] = deviation > 1e-12 * Math.abs(mean) ? deviation : 0;
        }
        return new Standardisation(means, deviations);
    }

    /** The columns on the common scale; the given ones are not changed. */
    public double[][] apply(double[][] columns) {
        return IntStream.range(0, columns.length).parallel().mapToObj(j -> {
            double[] result = new double[columns[j].length];
            for (int i = 0; i < result.length; i++) {
                result[i] = at(j, columns[j][i]);
            }
            return result;
        }).toArray(double[][]::new);
    }

    /** One value on the common scale. @param feature its number */
    double at(int feature, double value) {
        return Double.isNaN(value) || deviations[feature] == 0 ? 0 : (value - means[feature]) / deviations[feature];
    }

    /** A point of the common scale in the features' own units. */
    public double[] original(double[] standardised) {
        double[] result = new double[standardised.length];
        for (int j = 0; j < result.length; j++) {
            result[j] = means[j] + standardised[j] * deviations[j];
        }
        return result;
    }
}
