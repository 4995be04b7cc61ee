package org.towercrier.planning.internal.sites;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import org.towercrier.planning.SitePlanning.Kind;

/**
 * A bound on the cost by Lagrangian relaxation. Each weak point has a price for being covered and traffic has one price; a block so small that it
 * has room for one site only then takes the site that earns most, or none. Any prices give a bound, subgradient steps look for good ones.
 */
final class SiteBound {

    private static final double FIRST_STEP = 0.25;
    private static final double START = 0.4;

    private final SiteGrid grid;
    private final double wanted;
    private final int block;
    private final float[] price;
    private final float[] paid;
    private final double[] sums;
    private final boolean[] useful;
    private double trafficPrice;

    SiteBound(SiteGrid grid, double wanted, double trafficPrice) {
        this.grid = grid;
        this.wanted = wanted;
        this.trafficPrice = trafficPrice;
        // The diagonal of a block must not be longer than the distance that two sites have to exceed.
        block = (int) Math.floor(grid.problem.distance() / Math.sqrt(2)) + 1;
        price = new float[grid.width * grid.height];
        paid = new float[price.length];
        sums = new double[(grid.width + 1) * grid.height];
        useful = useful();
        for (int cell = 0; cell < price.length; cell++) {
            price[cell] = (float) (START * trafficPrice * grid.traffic[cell]);
        }
    }

    /** Blocks from which some weak point can be covered. */
    private boolean[] useful() {
        int radius = (int) Math.ceil(grid.problem.kinds().stream().mapToDouble(Kind::radius).max().orElse(0));
        int columns = columns();
        boolean[] found = new boolean[columns * rows()];
        int around = radius / block + 1;
        for (int cell = 0; cell < grid.traffic.length; cell++) {
            if (grid.traffic[cell] > 0) {
                int column = cell % grid.width / block;
                int row = cell / grid.width / block;
                for (int r = Math.max(0, row - around); r <= Math.min(rows() - 1, row + around); r++) {
                    Arrays.fill(found, r * columns + Math.max(0, column - around), r * columns + Math.min(columns - 1, column + around) + 1,
                            true);
                }
            }
        }
        return found;
    }

    private int columns() {
        return (grid.width + block - 1) / block;
    }

    private int rows() {
        return (grid.height + block - 1) / block;
    }

    /** Improves the prices for so many rounds; tells each better bound. */
    void run(int rounds, BooleanSupplier stopped, DoubleConsumer bound) {
        double best = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < rounds && !stopped.getAsBoolean(); round++) {
            double value = evaluate();
            if (value > best) {
                best = value;
                bound.accept(value);
            }
            move(FIRST_STEP / (1 + round * 0.15));
        }
    }

    private double evaluate() {
        double value = trafficPrice * wanted;
        for (int y = 0; y < grid.height; y++) {
            int base = y * (grid.width + 1);
            for (int x = 0; x < grid.width; x++) {
                int cell = y * grid.width + x;
                sums[base + x + 1] = sums[base + x] + price[cell];
                double rest = price[cell] - trafficPrice * grid.traffic[cell];
                value += Math.min(0, rest);
            }
        }
        Arrays.fill(paid, 0);
        int columns = columns();
        int[][] sites = IntStream.range(0, useful.length).parallel().filter(b -> useful[b]).mapToObj(b -> bestOf(b % columns, b / columns))
                .filter(site -> site.length > 0).toArray(int[][]::new);
        for (int[] site : sites) {
            value += grid.costOf(site[2]) - earned(site[0], site[1], site[2]);
            paint(site);
        }
        return value;
    }

    private int[] bestOf(int column, int row) {
        int[] best = {};
        double least = 0;
        for (int y = row * block; y < Math.min(grid.height, (row + 1) * block); y++) {
            for (int x = column * block; x < Math.min(grid.width, (column + 1) * block); x++) {
                for (int kind = 0; kind < grid.reach.length && !grid.isBlocked(x, y); kind++) {
                    double profit = grid.costOf(kind) - earned(x, y, kind);
                    if (profit < least) {
                        least = profit;
                        best = new int[]{ x, y, kind };
                    }
                }
            }
        }
        return best;
    }

    private double earned(int x, int y, int kind) {
        int[] reach = grid.reach[kind];
        int radius = reach.length / 2;
        double earned = 0;
        for (int row = Math.max(0, y - radius); row <= Math.min(grid.height - 1, y + radius); row++) {
            int half = reach[row - y + radius];
            int base = row * (grid.width + 1);
            earned += sums[base + Math.min(grid.width, x + half + 1)] - sums[base + Math.max(0, x - half)];
        }
        return earned;
    }

    private void paint(int[] site) {
        int[] reach = grid.reach[site[2]];
        int radius = reach.length / 2;
        for (int row = Math.max(0, site[1] - radius); row <= Math.min(grid.height - 1, site[1] + radius); row++) {
            int half = reach[row - site[1] + radius];
            for (int x = Math.max(0, site[0] - half); x <= Math.min(grid.width - 1, site[0] + half); x++) {
                paid[row * grid.width + x]++;
            }
        }
    }

    private void move(double step) {
        double counted = 0;
        for (int cell = 0; cell < price.length; cell++) {
            float traffic = grid.traffic[cell];
            if (traffic <= 0) {
                continue;
            }
            double most = trafficPrice * traffic;
            double covered = price[cell] < most ? 1 : 0;
            counted += covered * traffic;
            price[cell] = (float) Math.clamp(price[cell] + step * most * (covered - paid[cell]), 0, most);
        }
        double before = trafficPrice;
        trafficPrice *= 1 + Math.clamp(step * 0.2 * (wanted - counted) / wanted, -0.1, 0.1);
        // A point's price follows, so that its share of the traffic price stays.
        double factor = trafficPrice / before;
        for (int cell = 0; cell < price.length; cell++) {
            price[cell] *= (float) factor;
        }
    }
}
