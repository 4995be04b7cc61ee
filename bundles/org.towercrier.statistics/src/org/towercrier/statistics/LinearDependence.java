package org.towercrier.statistics;

import java.util.ArrayList;
import java.util.List;

/** Finds columns that say nothing that those before them do not say already. */
public final class LinearDependence {

    /** Share of a column's variation that must be left when the earlier columns are taken out. */
    private static final double LEFT = 1e-9;

    private LinearDependence() {
    }

    /**
     * Columns, by their number from 0, that are neither constant nor a combination of a constant and earlier ones.
     *
     * @param columns values, column by column
     * @param rows rows that count
     */
    public static int[] independent(double[][] columns, int[] rows) {
        List<double[]> basis = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            double[] column = centred(columns[j], rows);
            double before = square(column);
            double magnitude = 0;
            for (int row : rows) {
                magnitude = Math.max(magnitude, Math.abs(columns[j][row]));
            }
            if (!(before > 1e-20 * magnitude * magnitude * rows.length)) {
                continue;
            }
            // twice is enough: the second pass takes out what rounding left of the first
            for (int pass = 0; pass < 2; pass++) {
                for (double[] other : basis) {
                    subtract(column, other);
                }
            }
            double after = square(column);
            if (after > LEFT * before) {
                double length = Math.sqrt(after);
                for (int i = 0; i < column.length; i++) {
                    column[i] /= length;
                }
                basis.add(column);
                kept.add(j);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] centred(double[] column, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += column[row];
        }
        double mean = sum / rows.length;
        double[] result = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            result[i] = column[rows[i]] - mean;
        }
        return result;
    }

    private static double square(double[] column) {
        double sum = 0;
        for (double value : column) {
            sum += value * value;
        }
        return sum;
    }

    private static void subtract(double[] column, double[] unit) {
        double along = 0;
        for (int i = 0; i < column.length; i++) {
            along += column[i] * unit[i];
        }
        for (int i = 0; i < column.length; i++) {
            column[i] -= along * unit[i];
        }
    }
}
