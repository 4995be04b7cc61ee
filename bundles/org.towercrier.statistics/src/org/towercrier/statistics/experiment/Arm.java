package org.towercrier.statistics.experiment;

/**
 * What one arm of an experiment did, for one outcome.
 *
 * @param n persons
 * @param mean mean of the outcome; of a binary one the rate
 * @param sd standard deviation of the persons' outcomes, with n − 1; NaN for fewer than two persons
 */
public record Arm(long n, double mean, double sd) {

    /** An arm of a binary outcome. @param responses persons with the outcome */
    public static Arm ofRate(long n, long responses) {
        double rate = n == 0 ? Double.NaN : responses / (double) n;
        return new Arm(n, rate, n < 2 ? Double.NaN : Math.sqrt(rate * (1 - rate) * n / (n - 1.0)));
    }

    /** An arm of a numeric outcome from its sums, as a database gives them. @param squares sum of the squared differences from the mean */
    public static Arm ofSums(long n, double sum, double squares) {
        return new Arm(n, n == 0 ? Double.NaN : sum / n, n < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares) / (n - 1)));
    }

    /** Sum of the outcome: of a binary one the number of responses. */
    double sum() {
        return n == 0 ? 0 : n * mean;
    }

    /** Variance of the mean. */
    double errorSquare() {
        return sd * sd / n;
    }
}
