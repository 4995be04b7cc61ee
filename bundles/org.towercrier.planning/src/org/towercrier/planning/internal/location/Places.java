package org.towercrier.planning.internal.location;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A location problem without capacities: facilities with a cost of opening, customers that go to the cheapest open one, and perhaps a fixed number to
 * open. Facility location and the p-median are both of this form.
 */
final class Places {

    final double[] opening;
    final double[][] cost;
    /** Number to open, or -1 when free. */
    final int number;
    /** For each customer the facilities, the cheapest first. */
    final int[][] nearest;
    /** Whether all costs are whole, so that a bound may be rounded up. */
    final boolean whole;

    Places(double[] opening, double[][] cost, int number) {
        this.opening = opening;
        this.cost = cost;
        this.number = number;
        nearest = Arrays.stream(cost).parallel().map(Places::order).toArray(int[][]::new);
        whole = Arrays.stream(opening).allMatch(Places::isWhole)
                && Arrays.stream(cost).allMatch(row -> Arrays.stream(row).allMatch(Places::isWhole));
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private static int[] order(double[] row) {
        return IntStream.range(0, row.length).boxed().sorted((one, other) -> Double.compare(row[one], row[other]))
                .mapToInt(Integer::intValue).toArray();
    }

    int facilities() {
        return opening.length;
    }

    int customers() {
        return cost.length;
    }

    /** Cost of a set of open facilities; infinite when it is empty. */
    double cost(boolean[] open) {
        double sum = 0;
        for (int facility = 0; facility < open.length; facility++) {
            sum += open[facility] ? opening[facility] : 0;
        }
        for (int customer = 0; customer < cost.length; customer++) {
            int facility = nearestOpen(customer, open);
            sum += facility < 0 ? Double.POSITIVE_INFINITY : cost[customer][facility];
        }
        return sum;
    }

    int nearestOpen(int customer, boolean[] open) {
        for (int facility : nearest[customer]) {
            if (open[facility]) {
                return facility;
            }
        }
        return -1;
    }
}
