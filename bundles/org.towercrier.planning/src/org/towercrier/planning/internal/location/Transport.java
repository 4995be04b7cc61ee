package org.towercrier.planning.internal.location;

import java.util.Arrays;

/**
 * Serves all customers from the open facilities within their capacities at least cost: customers are served one after another along shortest paths of
 * re-servings (successive shortest paths).
 */
final class Transport {

    private static final double NOTHING = 1e-9;

    private final double[][] unitCost;
    private final double[] demand;
    private final int[] facilities;
    private final double[] free;
    /** What each open facility (by its place among the open ones) delivers to each customer. */
    private final double[][] delivered;

    Transport(double[][] service, double[] demand, double[] capacity, int[] facilities) {
        this.demand = demand;
        this.facilities = facilities;
        unitCost = new double[facilities.length][demand.length];
        free = new double[facilities.length];
        delivered = new double[facilities.length][demand.length];
        for (int f = 0; f < facilities.length; f++) {
            free[f] = capacity[facilities[f]];
            for (int customer = 0; customer < demand.length; customer++) {
                double cost = service[customer][facilities[f]];
                unitCost[f][customer] = demand[customer] > 0 ? cost / demand[customer] : 0;
            }
        }
    }

    /** Whether all could be served. */
    boolean solve() {
        for (int customer = 0; customer < demand.length; customer++) {
            double rest = demand[customer];
            while (rest > NOTHING) {
                double step = augment(customer, rest);
                if (step <= NOTHING) {
                    return false;
                }
                rest -= step;
            }
        }
        return true;
    }

    /** Share of a customer's demand that the facility at this place among the open ones serves. */
    double share(int place, int customer) {
        if (demand[customer] <= 0) {
            return 0;
        }
        return delivered[place][customer] / demand[customer];
    }

    int[] facilities() {
        return facilities;
    }

    private double augment(int customer, double most) {
        int count = facilities.length;
        double[][] edge = new double[count][count];
        int[][] by = new int[count][count];
        for (double[] row : edge) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int from = 0; from < count; from++) {
            for (int j = 0; j < demand.length; j++) {
                if (delivered[from][j] <= NOTHING) {
                    continue;
                }
                for (int to = 0; to < count; to++) {
                    double change = unitCost[to][j] - unitCost[from][j];
                    if (to != from && change < edge[from][to]) {
                        edge[from][to] = change;
                        by[from][to] = j;
                    }
                }
            }
        }
        double[] distance = new double[count];
        int[] previous = new int[count];
        Arrays.fill(previous, -1);
        for (int f = 0; f < count; f++) {
            distance[f] = unitCost[f][customer];
        }
        boolean changed = true;
        for (int round = 0; changed && round < count; round++) {
            changed = false;
            for (int from = 0; from < count; from++) {
                for (int to = 0; to < count; to++) {
                    if (distance[from] + edge[from][to] < distance[to] - NOTHING) {
                        distance[to] = distance[from] + edge[from][to];
                        previous[to] = from;
                        changed = true;
                    }
                }
            }
        }
        int end = -1;
        for (int f = 0; f < count; f++) {
            if (free[f] > NOTHING && (end < 0 || distance[f] < distance[end])) {
                end = f;
            }
        }
        return end < 0 ? 0 : push(customer, end, previous, by, most);
    }

    private double push(int customer, int end, int[] previous, int[][] by, double most) {
        double step = Math.min(most, free[end]);
        for (int to = end; previous[to] >= 0; to = previous[to]) {
            step = Math.min(step, delivered[previous[to]][by[previous[to]][to]]);
        }
        free[end] -= step;
        int to = end;
        for (; previous[to] >= 0; to = previous[to]) {
            int moved = by[previous[to]][to];
            delivered[previous[to]][moved] -= step;
            delivered[to][moved] += step;
        }
        delivered[to][customer] += step;
        return step;
    }
}
