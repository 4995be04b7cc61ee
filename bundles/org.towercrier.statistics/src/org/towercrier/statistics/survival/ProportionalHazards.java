package org.towercrier.statistics.survival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.towercrier.statistics.Tails;

/**
 * Do coefficients change with time? Two forms of one test on Schoenfeld's residuals against a function g of time, with their mean taken off g:
 * <ul>
 * <li>Grambsch and Therneau (1994), on scaled residuals, which takes the covariance of the covariates for constant over time: T² = (Σ g r*)² / (d V Σ g²) with r* = d V r.
 * lifelines and R's {@code cox.zph} before version 3.0 print it.</li>
 * <li>the score test of adding x·g(t) to the model with the covariance at each event time: R's {@code cox.zph} since version 3.0 prints it.</li>
 * </ul>
 */
public final class ProportionalHazards {

    /** The function of time. */
    public enum Transform {
        /** 1 − S(t−) of the Kaplan-Meier curve of all subjects. */
        KM,
        /** Rank of the time among the events. */
        RANK,
        /** The time itself. */
        IDENTITY,
        /** Logarithm of the time. */
        LOG
    }

    /**
     * A check.
     *
     * @param transform function of time it was made with
     * @param covariates one test of each covariate that was estimated
     * @param global test of all together
     */
    public record Result(Transform transform, List<Covariate> covariates, Covariate global) {

        public Result {
            covariates = List.copyOf(covariates);
        }
    }

    /**
     * One test. A small p speaks against proportional hazards.
     *
     * @param chi2 Grambsch and Therneau on scaled residuals
     * @param p of chi2
     * @param scoreChi2 score test
     * @param scoreP of scoreChi2
     */
    public record Covariate(String name, double chi2, int df, double p, double scoreChi2, double scoreP) {
    }

    private final CoxLikelihood likelihood;
    private final double[] beta;
    private final RealMatrix covariance;
    private final EventTable table;

    ProportionalHazards(CoxLikelihood likelihood, double[] beta, RealMatrix covariance, EventTable table) {
        this.likelihood = likelihood;
        this.beta = beta;
        this.covariance = covariance;
        this.table = table;
    }

    Result test(List<String> names, Transform transform) {
        Map<Double, Double> g = centred(transform);
        int width = beta.length;
        double[] score = new double[width];
        double[] spread = new double[1];
        RealMatrix plain = MatrixUtils.createRealMatrix(width, width);
        RealMatrix mixed = MatrixUtils.createRealMatrix(width, width);
        RealMatrix squared = MatrixUtils.createRealMatrix(width, width);
        likelihood.visit(beta, (time, deaths, residual, information) -> {
            double value = g.getOrDefault(time, 0.0);
            spread[0] += deaths * value * value;
            for (int j = 0; j < width; j++) {
                score[j] += value * residual[j];
                for (int k = 0; k < width; k++) {
                    plain.addToEntry(j, k, information[j][k]);
                    mixed.addToEntry(j, k, value * information[j][k]);
                    squared.addToEntry(j, k, value * value * information[j][k]);
                }
            }
        });
        RealMatrix adjusted = squared.subtract(mixed.multiply(covariance).multiply(mixed));
        List<Covariate> tests = new ArrayList<>();
        RealVector direction = MatrixUtils.createRealVector(score);
        RealVector scaled = covariance.operate(direction);
        double events = table.events();
        for (int j = 0; j < width; j++) {
            double chi2 = events * scaled.getEntry(j) * scaled.getEntry(j) / (covariance.getEntry(j, j) * spread[0]);
            double own = squared.getEntry(j, j) - mixed.getRowVector(j).dotProduct(covariance.operate(mixed.getRowVector(j)));
            double scoreChi2 = score[j] * score[j] / own;
            tests.add(covariate(names.get(j), chi2, 1, scoreChi2));
        }
        double all = events * direction.dotProduct(scaled) / spread[0];
        return new Result(transform, tests, covariate("GLOBAL", all, width, quadratic(direction, adjusted)));
    }

    /** Where a likelihood has no summit there is nothing to test: the figures are NaN. */
    private static Covariate covariate(String name, double chi2, int df, double scoreChi2) {
        double own = Double.isFinite(chi2) ? chi2 : Double.NaN;
        double score = Double.isFinite(scoreChi2) ? scoreChi2 : Double.NaN;
        return new Covariate(name, own, df, Tails.chiSquared(own, df), score, Tails.chiSquared(score, df));
    }

    private static double quadratic(RealVector x, RealMatrix matrix) {
        try {
            return x.dotProduct(new SingularValueDecomposition(matrix).getSolver().solve(x));
        } catch (MathIllegalArgumentException singular) {
            return Double.NaN;
        }
    }

    /** g at each event time, less its mean over the events. */
    private Map<Double, Double> centred(Transform transform) {
        Map<Double, Double> g = new HashMap<>();
        double survival = 1;
        double rank = 0;
        double sum = 0;
        for (int i = 0; i < table.size(); i++) {
            long deaths = table.events(i);
            if (deaths > 0) {
                double time = table.time(i);
                double value = switch (transform) {
                    case KM -> 1 - survival;
                    case RANK -> rank + (deaths + 1) / 2.0;
                    case IDENTITY -> time;
                    case LOG -> logarithm(time);
                };
                g.put(time, value);
                sum += deaths * value;
                rank += deaths;
                survival *= (table.atRisk(i) - deaths) / (double) table.atRisk(i);
            }
        }
        double mean = sum / table.events();
        g.replaceAll((time, value) -> value - mean);
        return g;
    }

    private static double logarithm(double time) {
        if (!(time > 0)) {
            throw new IllegalArgumentException("The logarithm of time needs events later than 0");
        }
        return Math.log(time);
    }
}
