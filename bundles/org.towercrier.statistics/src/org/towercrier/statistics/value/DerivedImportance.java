package org.towercrier.statistics.value;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.towercrier.statistics.LinearDependence;
import org.towercrier.statistics.cluster.Standardisation;

/** How much an item matters, derived from how it goes together with the overall judgement instead of asking for it. */
public final class DerivedImportance {

    private static final int FEWEST = 3;

    private DerivedImportance() {
    }

    /** Pearson's correlation over the rows that have both values; NaN with fewer than three, or when one is constant. */
    public static double correlation(double[] item, double[] overall) {
        int[] rows = complete(new double[][]{ item }, overall);
        double[] x = at(item, rows);
        double[] y = at(overall, rows);
        return rows.length < FEWEST || constant(x) || constant(y) ? Double.NaN : new PearsonsCorrelation().correlation(x, y);
    }

    /** Spearman's rank correlation over the rows that have both values, ties with their mean rank. */
    public static double rankCorrelation(double[] item, double[] overall) {
        int[] rows = complete(new double[][]{ item }, overall);
        if (rows.length < FEWEST) {
            return Double.NaN;
        }
        NaturalRanking ranking = new NaturalRanking();
        return correlation(ranking.rank(at(item, rows)), ranking.rank(at(overall, rows)));
    }

    /**
     * Standardised coefficients of a linear regression of the overall judgement on all items at once, over the rows that have all values: what an item adds beside the
     * others. An item that depends on those before it has NaN.
     */
    public static double[] regression(double[][] items, double[] overall) {
        double[] result = new double[items.length];
        Arrays.fill(result, Double.NaN);
        int[] rows = complete(items, overall);
        int[] active = LinearDependence.independent(Arrays.stream(items).map(item -> at(item, rows)).toArray(double[][]::new),
                IntStream.range(0, rows.length).toArray());
        double[] y = at(overall, rows);
        if (active.length == 0 || rows.length <= active.length + 1 || constant(y)) {
            return result;
        }
        double[][] columns = Arrays.stream(active).mapToObj(j -> at(items[j], rows)).toArray(double[][]::new);
        double[][] scaled = Standardisation.of(columns).apply(columns);
        double[][] target = { y };
        double[][] x = new double[rows.length][active.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < active.length; j++) {
                x[i][j] = scaled[j][i];
            }
        }
        try {
            OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
            regression.newSampleData(Standardisation.of(target).apply(target)[0], x);
            double[] beta = regression.estimateRegressionParameters();
            for (int j = 0; j < active.length; j++) {
                result[active[j]] = beta[j + 1];
            }
        } catch (MathRuntimeException singular) {
            Arrays.fill(result, Double.NaN);
        }
        return result;
    }

    private static int[] complete(double[][] columns, double[] overall) {
        return IntStream.range(0, overall.length)
                .filter(i -> !Double.isNaN(overall[i]) && Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[i]))).toArray();
    }

    private static double[] at(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
