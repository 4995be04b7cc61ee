package org.towercrier.statistics.experiment;

/**
 * What one arm of an experiment did, where whole clusters (households, companies) were drawn and not persons. Persons of a cluster are alike, so that their outcomes say
 * less than as many outcomes of strangers: the variance is taken over the clusters.
 *
 * @param n persons
 * @param clusters clusters with at least one person
 * @param mean of the persons' outcomes: Σ y_g / Σ n_g, with the sum y_g of the outcomes and the number n_g of persons of cluster g
 * @param errorSquare variance of the mean, robust for clusters (Liang and Zeger 1986, with the factor G / (G − 1) for few clusters):
 *        G / (G − 1) · Σ (y_g − mean · n_g)² / (Σ n_g)². With one person in each cluster it is s² / n. NaN for fewer than two clusters
 */
public record ClusteredArm(long n, long clusters, double mean, double errorSquare) {

    /** From the sums of the clusters. @param sums of the outcomes @param sizes persons; clusters without any do not count */
    public static ClusteredArm of(double[] sums, long[] sizes) {
        long n = 0;
        long clusters = 0;
        double sum = 0;
        for (int g = 0; g < sizes.length; g++) {
            if (sizes[g] > 0) {
                n += sizes[g];
                clusters++;
                sum += sums[g];
            }
        }
        double mean = n == 0 ? Double.NaN : sum / n;
        double squares = 0;
        for (int g = 0; g < sizes.length; g++) {
            if (sizes[g] > 0) {
                double residual = sums[g] - mean * sizes[g];
                squares += residual * residual;
            }
        }
        double error = clusters < 2 ? Double.NaN : clusters / (clusters - 1.0) * squares / ((double) n * n);
        return new ClusteredArm(n, clusters, mean, error);
    }

    /** As an arm of persons, for rules that ask how many there are and how they did on average. */
    public Arm arm() {
        return new Arm(n, mean, Double.NaN);
    }
}
