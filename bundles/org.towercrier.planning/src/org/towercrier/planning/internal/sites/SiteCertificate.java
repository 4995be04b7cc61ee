package org.towercrier.planning.internal.sites;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;

/**
 * Prices of weak points over the whole raster and what they prove. Let a point's price be at most its traffic times the price of traffic, and let the
 * prices of the points within reach of any place where a site may stand be at most the site's cost and the rent of the place's tile, which has room for
 * one site. Then each plan costs at least the sum of all prices less all rents, less the price of the traffic that need not be covered. Prices that are
 * too high somewhere are lowered there, so every set of prices proves something.
 */
final class SiteCertificate {

    /** Prices are lowered by this more, so that rounding of single precision never leaves them too high. */
    private static final double ROUNDING = 2e-6;
    /** Places that come this near to being worth their cost are thought of from then on. */
    private static final double NEAR = 0.98;

    private final SiteGrid grid;
    private final double wanted;
    private final BooleanSupplier stopped;
    private final int tile;
    private final int tileColumns;
    private final RowSums sums;
    private final float[] excess;
    final float[] price;
    final float[] rent;

    /**
     * @param wanted
     *            traffic to cover
     * @param tile
     *            side of a square that has room for one site only
     */
    SiteCertificate(SiteGrid grid, double wanted, int tile, BooleanSupplier stopped) {
        this.grid = grid;
        this.wanted = wanted;
        this.stopped = stopped;
        this.tile = tile;
        tileColumns = (grid.width + tile - 1) / tile;
        sums = new RowSums(grid);
        excess = new float[grid.width * grid.height];
        price = new float[excess.length];
        rent = new float[tileColumns * ((grid.height + tile - 1) / tile)];
    }

    int tile(int x, int y) {
        return y / tile * tileColumns + x / tile;
    }

    /**
     * Lowers prices where they are too high.
     *
     * @param places
     *            for each kind where a site is thought of; places that are worth their cost or nearly so are added
     * @param trafficPrice
     *            no price is more than its traffic times this
     * @return the proven bound; infinitely low when it is stopped
     */
    double prove(double trafficPrice, BitSet[] places) {
        double all = 0;
        for (int cell = 0; cell < price.length; cell++) {
            // The product is rounded down: a price is never more than its traffic's.
            price[cell] = Math.min(price[cell], (float) (trafficPrice * grid.traffic[cell] * (1 - ROUNDING)));
            all += grid.traffic[cell];
        }
        sums.load(price);
        Arrays.fill(excess, 1);
        for (int kind = 0; kind < grid.reach.length; kind++) {
            for (int y = 0; y < grid.height; y++) {
                if (stopped.getAsBoolean()) {
                    return Double.NEGATIVE_INFINITY;
                }
                double[] around = sums.around(y, grid.reach[kind]);
                for (int x = 0; x < grid.width; x++) {
                    double most = grid.costOf(kind) + rent[tile(x, y)];
                    if (around[x] > NEAR * most && !grid.isBlocked(x, y)) {
                        places[kind].set(y * grid.width + x);
                        if (around[x] > most) {
                            raise(x, y, grid.reach[kind], (float) (around[x] / most));
                        }
                    }
                }
            }
        }
        double sum = 0;
        for (int cell = 0; cell < price.length; cell++) {
            price[cell] = (float) (price[cell] / excess[cell] * (1 - ROUNDING));
            sum += price[cell];
        }
        for (float of : rent) {
            sum -= of;
        }
        return sum - trafficPrice * Math.max(0, all - wanted);
    }

    /** Adds the places where a site is worth more than it costs at this price of traffic, when it is alone. */
    void worthwhile(double trafficPrice, double dearest, int kind, BitSet places) {
        float[] most = new float[price.length];
        for (int cell = 0; cell < most.length; cell++) {
            most[cell] = (float) Math.min(dearest, trafficPrice * grid.traffic[cell]);
        }
        sums.load(most);
        for (int y = 0; y < grid.height && !stopped.getAsBoolean(); y++) {
            double[] around = sums.around(y, grid.reach[kind]);
            for (int x = 0; x < grid.width; x++) {
                if (around[x] > grid.costOf(kind) && !grid.isBlocked(x, y)) {
                    places.set(y * grid.width + x);
                }
            }
        }
    }

    private void raise(int x, int y, int[] disc, float by) {
        int radius = disc.length / 2;
        for (int row = Math.max(0, y - radius); row <= Math.min(grid.height - 1, y + radius); row++) {
            int half = disc[row - y + radius];
            for (int cell = row * grid.width + Math.max(0, x - half); cell <= row * grid.width
                    + Math.min(grid.width - 1, x + half); cell++) {
                excess[cell] = Math.max(excess[cell], by);
            }
        }
    }
}
