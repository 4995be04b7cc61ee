package org.towercrier.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.towercrier.statistics.LinearDependence;
import org.towercrier.statistics.Tails;
import org.towercrier.statistics.survival.CoxFit.Coefficient;
import org.towercrier.statistics.survival.CoxFit.State;

/**
 * Proportional-hazards regression (Cox 1972): the hazard is a common one times exp(β·x). Ties by Efron, estimation by Newton and Raphson with halved steps when a
 * full one overshoots. Covariates are centred and scaled inside and the result is given in their own units.
 */
public final class CoxModel {

    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 30;
    private static final double GROWTH = 1e-12;
    /** A hazard ratio of e^15 between the extremes of a covariate is not an estimate but a likelihood without a summit. */
    private static final double UNBOUNDED = 15;

    private final CoxFit fit;
    private final CoxLikelihood likelihood;
    private final int[] active;
    private final double[] beta;
    private final RealMatrix covariance;
    private final EventTable table;

    private CoxModel(CoxFit fit, CoxLikelihood likelihood, int[] active, double[] beta, RealMatrix covariance, EventTable table) {
        this.fit = fit;
        this.likelihood = likelihood;
        this.active = active;
        this.beta = beta;
        this.covariance = covariance;
        this.table = table;
    }

    /**
     * Fits a model.
     *
     * @param durations how long each subject was seen, not negative
     * @param events did the event happen then?
     * @param names of the covariates
     * @param columns values of each covariate, all finite
     * @throws IllegalArgumentException when the lengths differ, a value is not finite, there is no event, or nothing can be estimated
     */
    public static CoxModel fit(double[] durations, boolean[] events, List<String> names, double[][] columns) {
        check(durations, names, columns);
        EventTable table = EventTable.of(durations, events);
        if (table.events() == 0) {
            throw new IllegalArgumentException("A model needs at least one event");
        }
        double first = IntStream.range(0, table.size()).filter(i -> table.events(i) > 0).mapToDouble(table::time).findFirst().orElseThrow();
        int[] seen = IntStream.range(0, durations.length).filter(i -> durations[i] >= first).toArray();
        int[] active = LinearDependence.independent(columns, seen);
        if (active.length == 0) {
            throw new IllegalArgumentException("No covariate varies among the subjects at risk");
        }
        double[] scale = new double[active.length];
        double[][] scaled = new double[active.length][];
        for (int j = 0; j < active.length; j++) {
            double[] column = columns[active[j]];
            double mean = Arrays.stream(seen).mapToDouble(i -> column[i]).average().orElse(0);
            scale[j] = Math.sqrt(Arrays.stream(seen).mapToDouble(i -> (column[i] - mean) * (column[i] - mean)).average().orElse(0));
            double unit = scale[j];
            scaled[j] = Arrays.stream(column).map(value -> (value - mean) / unit).toArray();
        }
        return new Climb(new CoxLikelihood(durations, events, scaled)).run().model(table, names, columns, active, scale);
    }

    private static void check(double[] durations, List<String> names, double[][] columns) {
        if (names.size() != columns.length) {
            throw new IllegalArgumentException("Names and covariates differ in number");
        }
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != durations.length || !Arrays.stream(columns[j]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("Covariate " + names.get(j) + " has values missing");
            }
        }
    }

    /** The way up to the summit of the likelihood. */
    private static final class Climb {

        private final CoxLikelihood likelihood;
        private final double[] slope;
        private final double[][] curvature;
        private double[] beta;
        private double value;
        private double nullValue;
        private int steps;
        private boolean converged;

        Climb(CoxLikelihood likelihood) {
            this.likelihood = likelihood;
            int width = likelihood.width();
            slope = new double[width];
            curvature = new double[width][width];
            beta = new double[width];
        }

        Climb run() {
            value = likelihood.evaluate(beta, slope, curvature);
            nullValue = value;
            while (steps < MOST_STEPS && !converged) {
                steps++;
                double[] step = solver().solve(new ArrayRealVector(slope, false)).toArray();
                double before = value;
                double[] from = beta;
                double factor = 1;
                for (int halvings = 0;; halvings++, factor /= 2) {
                    beta = add(from, step, factor);
                    value = likelihood.evaluate(beta, slope, curvature);
                    if (value >= before - Math.abs(before) * 1e-14 || halvings == MOST_HALVINGS) {
                        break;
                    }
                }
                converged = Math.abs(value - before) <= GROWTH * Math.max(1, Math.abs(value));
            }
            return this;
        }

        private static double[] add(double[] from, double[] step, double factor) {
            double[] to = from.clone();
            for (int j = 0; j < to.length; j++) {
                to[j] += factor * step[j];
            }
            return to;
        }

        private DecompositionSolver solver() {
            try {
                return new CholeskyDecomposition(MatrixUtils.createRealMatrix(curvature), 1e-8, 1e-12).getSolver();
            } catch (MathIllegalArgumentException flat) {
                throw new IllegalArgumentException(
                        "The likelihood has no single summit: covariates depend on one another among those at risk",
                        flat);
            }
        }

        CoxModel model(EventTable table, List<String> names, double[][] columns, int[] active, double[] scale) {
            RealMatrix covariance = solver().getInverse();
            double ratio = 2 * (value - nullValue);
            List<Coefficient> coefficients = new ArrayList<>();
            for (String name : names) {
                coefficients.add(new Coefficient(name, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                        State.DEPENDENT));
            }
            for (int j = 0; j < active.length; j++) {
                double coef = beta[j] / scale[j];
                double se = Math.sqrt(covariance.getEntry(j, j)) / scale[j];
                double z = coef / se;
                double reach = 1.959963984540054 * se;
                var range = Arrays.stream(columns[active[j]]).summaryStatistics();
                State state = Math.abs(coef) * (range.getMax() - range.getMin()) > UNBOUNDED ? State.UNBOUNDED : State.ESTIMATED;
                coefficients.set(active[j], new Coefficient(names.get(active[j]), coef, se, z, Tails.normal(z), Math.exp(coef),
                        Math.exp(coef - reach), Math.exp(coef + reach), state));
            }
            CoxFit fit = new CoxFit(table.subjects(), table.events(), value, nullValue, ratio, active.length,
                    Tails.chiSquared(ratio, active.length), coefficients, steps, converged);
            return new CoxModel(fit, likelihood, active, beta, covariance, table);
        }
    }

    /** The estimates. */
    public CoxFit fit() {
        return fit;
    }

    /** Checks whether hazards are proportional, covariate by covariate and all together. */
    public ProportionalHazards.Result proportionalHazards(ProportionalHazards.Transform transform) {
        List<String> names = Arrays.stream(active).mapToObj(j -> fit.coefficients().get(j).name()).toList();
        return new ProportionalHazards(likelihood, beta, covariance, table).test(names, transform);
    }
}
