package org.towercrier.planning.internal.sites;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Again and again the place and kind with the most traffic for its cost. A place's gain only shrinks, so the queue holds upper bounds that are computed
 * anew when they come first.
 */
final class SiteGreedy {

    private static final float LEVEL = 0.5f;
    private static final float NEGLIGIBLE = 1e-6f;

    private final SiteGrid grid;
    private final RowSums sums;
    private final float[] open;
    private final float[][] worth;
    private float most;

    SiteGreedy(SiteGrid grid) {
        this.grid = grid;
        sums = new RowSums(grid);
        open = new float[grid.traffic.length];
        worth = new float[grid.reach.length][];
    }

    private record Offer(float ratio, int place, int kind) implements Comparable<Offer> {
        @Override
        public int compareTo(Offer other) {
            return Float.compare(other.ratio, ratio);
        }
    }

    /** Adds sites until the traffic is covered. @return whether it is */
    boolean fill(double wanted, BooleanSupplier stopped) {
        most = best();
        float level = most;
        // Only what is worth at least the level is in the queue: most of the millions of places never come to their turn.
        while (level > 0 && grid.covered() < wanted && !stopped.getAsBoolean()) {
            level *= LEVEL;
            level = level < NEGLIGIBLE ? 0 : level;
            PriorityQueue<Offer> queue = new PriorityQueue<>();
            load();
            for (int kind = 0; kind < grid.reach.length; kind++) {
                offers(kind, level, queue);
            }
            fill(queue, level, wanted, stopped);
        }
        return grid.covered() >= wanted;
    }

    /** No site covers more traffic for one unit of cost. Known after filling. */
    double most() {
        return most;
    }

    /** What each place is worth when no other site stands. @return the most that a site can cover for one unit of cost */
    private float best() {
        load();
        float best = 0;
        for (int kind = 0; kind < grid.reach.length; kind++) {
            worth[kind] = new float[open.length];
            for (int y = 0; y < grid.height; y++) {
                double[] gains = sums.around(y, grid.reach[kind]);
                for (int x = 0; x < grid.width; x++) {
                    float ratio = grid.isBlocked(x, y) ? 0 : Math.nextUp((float) (gains[x] / grid.costOf(kind)));
                    worth[kind][y * grid.width + x] = ratio;
                    best = Math.max(best, ratio);
                }
            }
        }
        return best;
    }

    private void fill(PriorityQueue<Offer> queue, float level, double wanted, BooleanSupplier stopped) {
        int steps = 0;
        while (grid.covered() < wanted && !queue.isEmpty()) {
            if ((++steps & 255) == 0 && stopped.getAsBoolean()) {
                return;
            }
            Offer offer = queue.poll();
            int x = offer.place() % grid.width;
            int y = offer.place() / grid.width;
            if (!grid.isFree(x, y, -1)) {
                continue;
            }
            float ratio = (float) (grid.gain(x, y, offer.kind()) / grid.costOf(offer.kind()));
            if (ratio < level || ratio <= 0) {
                continue;
            }
            if (!queue.isEmpty() && ratio < queue.peek().ratio()) {
                queue.add(new Offer(ratio, offer.place(), offer.kind()));
            } else {
                grid.add(x, y, offer.kind());
            }
        }
    }

    /** All places worth at least the level, as far as what is covered already lets them. */
    private void offers(int kind, float level, PriorityQueue<Offer> queue) {
        float[] alone = worth[kind];
        for (int y = 0; y < grid.height; y++) {
            double[] gains = {};
            for (int x = 0; x < grid.width; x++) {
                int place = y * grid.width + x;
                // What a place is worth alone is never less than what it is worth now.
                if (alone[place] < level || alone[place] <= 0) {
                    continue;
                }
                if (gains.length == 0) {
                    gains = sums.around(y, grid.reach[kind]);
                }
                float ratio = (float) (gains[x] / grid.costOf(kind));
                if (ratio >= level && ratio > 0) {
                    queue.add(new Offer(ratio, place, kind));
                }
            }
        }
    }

    private void load() {
        for (int cell = 0; cell < open.length; cell++) {
            open[cell] = grid.covers[cell] == 0 ? grid.traffic[cell] : 0;
        }
        sums.load(open);
    }
}
