package org.towercrier.planning.internal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.BudgetedChoice.Pin;

/**
 * An expansion problem of a made-up city: overloaded cells in clusters, seven actions for each cell, candidate sites that several cells around them share
 * and that must not stand too near to one another, free capacity of neighbours, and two budgets (investment and yearly cost).
 */
final class ExpansionInstance {

    private static final double SIDE_KM = 60;
    private static final double SITE_REACH_KM = 1.2;
    private static final double SITE_DISTANCE_KM = 0.5;
    private static final double NEIGHBOUR_KM = 0.6;
    private static final int ACTIONS = 7;
    /** Investment and yearly cost in thousand, share of the need that is relieved: balancing, optimisation, carrier, split, small cell, WLAN, mobile. */
    private static final double[][] CATALOGUE = { { 0, 0, 0.15 }, { 2, 0.2, 0.25 }, { 18, 2, 0.85 }, { 30, 3, 1.1 }, { 12, 2.5, 0.6 },
            { 6, 1, 0.35 },
            { 4, 9, 0.7 } };

    private final RandomGenerator random;
    private final BudgetedChoice.Builder builder = new BudgetedChoice.Builder();
    private final int cells;
    private final int sites;
    private final double[] x;
    private final double[] y;
    private final double[] amount;

    private ExpansionInstance(int cells, int sites, long seed) {
        this.cells = cells;
        this.sites = sites;
        random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        x = new double[cells];
        y = new double[cells];
        amount = new double[cells];
    }

    static BudgetedChoice of(int cells, int sites, long seed) {
        return new ExpansionInstance(cells, sites, seed).build();
    }

    private BudgetedChoice build() {
        // About a third of what all of it would cost.
        builder.budget("investment", 6.0 * cells).budget("yearly", 0.9 * cells);
        double[][] centres = new double[Math.max(1, cells / 40)][];
        for (int c = 0; c < centres.length; c++) {
            centres[c] = new double[]{ random.nextDouble() * SIDE_KM, random.nextDouble() * SIDE_KM };
        }
        for (int cell = 0; cell < cells; cell++) {
            double[] centre = centres[random.nextInt(centres.length)];
            x[cell] = centre[0] + random.nextGaussian() * 1.5;
            y[cell] = centre[1] + random.nextGaussian() * 1.5;
            amount[cell] = Math.exp(2.5 + 0.6 * random.nextGaussian());
            builder.need("cell " + cell, amount[cell], 0.5 + 2.5 * Math.pow(random.nextDouble(), 2));
        }
        for (int cell = 0; cell < cells; cell++) {
            actions(cell);
        }
        sites(centres);
        return builder.build();
    }

    private void actions(int cell) {
        List<Integer> group = new ArrayList<>();
        for (int kind = 0; kind < ACTIONS; kind++) {
            double[] entry = CATALOGUE[kind];
            double dearness = 0.8 + 0.4 * random.nextDouble();
            int action = builder.action("cell " + cell + " action " + kind, entry[0] * dearness, entry[1] * dearness);
            if (kind == 0) {
                int neighbour = builder.pool("room beside " + cell, random.nextDouble() * 0.4 * amount[cell]);
                for (int other = Math.max(0, cell - 40); other < Math.min(cells, cell + 40); other++) {
                    if (Math.hypot(x[other] - x[cell], y[other] - y[cell]) < NEIGHBOUR_KM) {
                        builder.relief(action, other, entry[2] * amount[other], neighbour);
                    }
                }
            } else {
                group.add(action);
                builder.relief(action, cell, entry[2] * amount[cell] * (0.7 + 0.6 * random.nextDouble()));
            }
        }
        builder.exclusive("cell " + cell, group);
    }

    private void sites(double[][] centres) {
        double[] siteX = new double[sites];
        double[] siteY = new double[sites];
        int[] actions = new int[sites];
        for (int site = 0; site < sites; site++) {
            double[] centre = centres[random.nextInt(centres.length)];
            siteX[site] = centre[0] + random.nextGaussian() * 1.5;
            siteY[site] = centre[1] + random.nextGaussian() * 1.5;
            double dearness = 0.7 + 0.6 * random.nextDouble();
            actions[site] = builder.action("site " + site, Pin.FREE, 0, 80 * dearness, 12 * dearness);
            int pool = builder.poolOf(actions[site], "site " + site, 150);
            for (int cell = 0; cell < cells; cell++) {
                double distance = Math.hypot(x[cell] - siteX[site], y[cell] - siteY[site]);
                if (distance < SITE_REACH_KM) {
                    builder.relief(actions[site], cell, amount[cell] * (1 - 0.7 * distance / SITE_REACH_KM), pool);
                }
            }
            for (int other = 0; other < site; other++) {
                if (Math.hypot(siteX[other] - siteX[site], siteY[other] - siteY[site]) < SITE_DISTANCE_KM) {
                    builder.exclusive("sites " + other + " and " + site, List.of(actions[other], actions[site]));
                }
            }
        }
    }
}
