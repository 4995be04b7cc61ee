package org.towercrier.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.towercrier.statistics.Tails;

/** The log-rank test (Mantel 1966, Peto and Peto 1972): do groups have the same survival curve? */
public final class LogRank {

    /** Singular values below this share of the largest are taken for zero. */
    private static final double RANK = 1e-10;

    private LogRank() {
    }

    /**
     * The test.
     *
     * @param chi2 test statistic
     * @param df its degrees of freedom: groups with subjects, minus one
     * @param p probability of such a difference, or a greater one, when there is none
     * @param groups observed and expected events of each group, in the order given
     */
    public record Result(double chi2, int df, double p, List<Group> groups) {

        public Result {
            groups = List.copyOf(groups);
        }
    }

    /** Events of a group. @param expected events if all groups had the common hazard */
    public record Group(long subjects, long observed, double expected) {
    }

    /**
     * Compares groups.
     *
     * @return with fewer than two groups that have subjects, or without any event, chi2 and p are NaN
     */
    public static Result test(List<EventTable> tables) {
        int k = tables.size();
        double[] times = tables.stream().flatMapToDouble(LogRank::eventTimes).sorted().distinct().toArray();
        double[] expected = new double[k];
        double[][] covariance = new double[k][k];
        int[] at = new int[k];
        double[] n = new double[k];
        for (double time : times) {
            double deaths = 0;
            double all = 0;
            for (int g = 0; g < k; g++) {
                EventTable table = tables.get(g);
                while (at[g] < table.size() && table.time(at[g]) < time) {
                    at[g]++;
                }
                n[g] = at[g] < table.size() ? table.atRisk(at[g]) : 0;
                deaths += at[g] < table.size() && table.time(at[g]) == time ? table.events(at[g]) : 0;
                all += n[g];
            }
            add(n, deaths, all, expected, covariance);
        }
        return result(tables, expected, covariance);
    }

    private static java.util.stream.DoubleStream eventTimes(EventTable table) {
        return java.util.stream.IntStream.range(0, table.size()).filter(i -> table.events(i) > 0).mapToDouble(table::time);
    }

    /** Hypergeometric expectation and covariance of one event time. */
    private static void add(double[] n, double deaths, double all, double[] expected, double[][] covariance) {
        double spread = all > 1 ? deaths * (all - deaths) / (all - 1) : 0;
        for (int g = 0; g < n.length; g++) {
            double share = n[g] / all;
            expected[g] += deaths * share;
            for (int h = 0; h < n.length; h++) {
                covariance[g][h] += spread * share * ((g == h ? 1 : 0) - n[h] / all);
            }
        }
    }

    private static Result result(List<EventTable> tables, double[] expected, double[][] covariance) {
        List<Group> groups = new ArrayList<>();
        int present = 0;
        double[] difference = new double[expected.length];
        for (int g = 0; g < expected.length; g++) {
            EventTable table = tables.get(g);
            groups.add(new Group(table.subjects(), table.events(), expected[g]));
            difference[g] = table.events() - expected[g];
            present += table.subjects() > 0 ? 1 : 0;
        }
        int df = Math.max(0, present - 1);
        boolean any = Arrays.stream(expected).sum() > 0;
        if (df == 0 || !any) {
            return new Result(Double.NaN, df, Double.NaN, groups);
        }
        double chi2 = quadraticForm(difference, covariance);
        return new Result(chi2, df, Tails.chiSquared(chi2, df), groups);
    }

    /** xᵀ V⁻ x with the generalised inverse: the covariance of all groups has no full rank, since the differences sum to zero. */
    private static double quadraticForm(double[] x, double[][] covariance) {
        SingularValueDecomposition svd = new SingularValueDecomposition(MatrixUtils.createRealMatrix(covariance));
        double[] values = svd.getSingularValues();
        double[] rotated = svd.getUT().operate(x);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > RANK * values[0]) {
                sum += rotated[i] * rotated[i] / values[i];
            }
        }
        return sum;
    }
}
