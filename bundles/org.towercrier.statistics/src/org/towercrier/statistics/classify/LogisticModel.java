package org.towercrier.statistics.classify;

import java.util.Arrays;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealVector;

/**
 * Logistic regression with a ridge penalty, by iteratively reweighted least squares (Hastie, Tibshirani and Friedman, The Elements of
 * Statistical Learning, 2nd ed., 4.4; le Cessie and van Houwelingen, Ridge estimators in logistic regression, Applied Statistics 41, 1992).
 * The intercept is not penalised.
 */
public final class LogisticModel {

    private static final int MOST_STEPS = 50;
    private static final double CONVERGED = 1e-9;
    /** Keeps the weights of certain cases away from zero, and the intercept's equation from being singular. */
    private static final double SMALLEST = 1e-10;

    private final double[] coefficients;

    private LogisticModel(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * Fits a model.
     *
     * @param rows  the figures of each case, finite and of like size
     * @param truth what each case is
     * @param ridge penalty of the squares of the coefficients, above 0: without it, kinds that a plane parts have no finite ones
     */
    public static LogisticModel fit(double[][] rows, boolean[] truth, double ridge) {
        if (rows.length == 0 || rows.length != truth.length || !(ridge > 0)) {
            throw new IllegalArgumentException("Cases with their truth and a penalty above 0 are needed");
        }
        int size = rows[0].length + 1;
        double[] coefficients = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] information = new double[size][size];
            double[] gradient = new double[size];
            accumulate(rows, truth, coefficients, information, gradient);
            for (int i = 0; i < size; i++) {
                double penalty = i == size - 1 ? SMALLEST : ridge;
                information[i][i] += penalty;
                gradient[i] -= i == size - 1 ? 0 : ridge * coefficients[i];
            }
            RealVector change = new CholeskyDecomposition(new Array2DRowRealMatrix(information, false)).getSolver()
                    .solve(new ArrayRealVector(gradient, false));
            for (int i = 0; i < size; i++) {
                coefficients[i] += change.getEntry(i);
            }
            if (change.getLInfNorm() < CONVERGED) {
                break;
            }
        }
        return new LogisticModel(coefficients);
    }

    private static void accumulate(double[][] rows, boolean[] truth, double[] coefficients, double[][] information, double[] gradient) {
        int size = gradient.length;
        double[] row = new double[size];
        row[size - 1] = 1;
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(rows[k], 0, row, 0, size - 1);
            double probability = probability(score(row, coefficients));
            double weight = Math.max(probability * (1 - probability), SMALLEST);
            double error = (truth[k] ? 1 : 0) - probability;
            for (int i = 0; i < size; i++) {
                gradient[i] += row[i] * error;
                for (int j = 0; j <= i; j++) {
                    information[i][j] += weight * row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                information[i][j] = information[j][i];
            }
        }
    }

    private static double score(double[] row, double[] coefficients) {
        double score = 0;
        for (int i = 0; i < coefficients.length; i++) {
            score += row[i] * coefficients[i];
        }
        return score;
    }

    private static double probability(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    /** One for each figure, the intercept last. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** The probability that a case is one. */
    public double probability(double[] row) {
        double[] whole = Arrays.copyOf(row, coefficients.length);
        whole[row.length] = 1;
        return probability(score(whole, coefficients));
    }
}
