package org.towercrier.statistics.cluster;

import java.util.Arrays;

/** The assignment of rows to columns of a square table with the least sum (the Hungarian method with potentials, Kuhn 1955, Munkres 1957). */
final class Assignment {

    private Assignment() {
    }

    /** @return the column of each row */
    static int[] least(double[][] cost) {
        int n = cost.length;
        double[] rowPotential = new double[n + 1];
        double[] columnPotential = new double[n + 1];
        int[] rowOf = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            augment(cost, row, rowPotential, columnPotential, rowOf);
        }
        int[] column = new int[n];
        for (int j = 1; j <= n; j++) {
            column[rowOf[j] - 1] = j - 1;
        }
        return column;
    }

    /** Adds one row along the cheapest way of reassignments. */
    private static void augment(double[][] cost, int row, double[] rowPotential, double[] columnPotential, int[] rowOf) {
        int n = cost.length;
        double[] slack = new double[n + 1];
        int[] way = new int[n + 1];
        boolean[] used = new boolean[n + 1];
        Arrays.fill(slack, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int at = 0;
        while (rowOf[at] != 0) {
            used[at] = true;
            int next = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int j = 1; j <= n; j++) {
                if (!used[j]) {
                    double reduced = cost[rowOf[at] - 1][j - 1] - rowPotential[rowOf[at]] - columnPotential[j];
                    if (reduced < slack[j]) {
                        slack[j] = reduced;
                        way[j] = at;
                    }
                    if (slack[j] < least) {
                        least = slack[j];
                        next = j;
                    }
                }
            }
            for (int j = 0; j <= n; j++) {
                if (used[j]) {
                    rowPotential[rowOf[j]] += least;
                    columnPotential[j] -= least;
                } else {
                    slack[j] -= least;
                }
            }
            at = next;
        }
        while (at != 0) {
            rowOf[at] = rowOf[way[at]];
            at = way[at];
        }
    }
}
