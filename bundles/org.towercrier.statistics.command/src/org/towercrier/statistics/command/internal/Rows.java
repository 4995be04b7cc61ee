package org.towercrier.statistics.command.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Some rows of columns. */
final class Rows {

    private Rows() {
    }

    /** Numbers of the rows in use. */
    static int[] of(boolean[] used) {
        return IntStream.range(0, used.length).filter(row -> used[row]).toArray();
    }

    static boolean[] all(int count) {
        boolean[] used = new boolean[count];
        Arrays.fill(used, true);
        return used;
    }

    static double[] at(double[] values, int[] rows) {
        double[] result = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            result[i] = values[rows[i]];
        }
        return result;
    }

    static int[] at(int[] values, int[] rows) {
        int[] result = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            result[i] = values[rows[i]];
        }
        return result;
    }
}
