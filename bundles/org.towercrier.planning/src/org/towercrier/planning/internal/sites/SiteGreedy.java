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

    SiteGreedy(SiteGrid grid) {
        this.grid = grid;
    }

    private record Offer(float ratio, int place, int kind) implements Comparable<Offer> {
        @Override
        public int compareTo(Offer other) {
            return Float.compare(other.ratio, ratio);
        }
    }

    /** Adds sites until the traffic is covered. @return whether it is */
    boolean fill(double wanted, BooleanSupplier stopped) {
        float level = best();
        // Only what is worth at least the level is in the queue: most of the millions of places never come to their turn.
        while (level > 0 && grid.covered() < wanted && !stopped.getAsBoolean()) {
            level *= LEVEL;
            level = level < NEGLIGIBLE ? 0 : level;
            PriorityQueue<Offer> queue = new PriorityQueue<>();
            for (int kind = 0; kind < grid.reach.length; kind++) {
                offers(kind, level, queue);
            }
            fill(queue, level, wanted, stopped);
        }
        return grid.covered() >= wanted;
    }

    private float best() {
        PriorityQueue<Offer> queue = new PriorityQueue<>();
        float best = 0;
        for (int kind = 0; kind < grid.reach.length; kind++) {
            best = Math.max(best, offers(kind, Float.MAX_VALUE, queue));
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

    /** All places worth at least the level, their gains computed from sums over rows. @return the best worth of all */
    private float offers(int kind, float level, PriorityQueue<Offer> queue) {
        float best = 0;
        double[] sums = new double[(grid.width + 1) * grid.height];
        for (int y = 0; y < grid.height; y++) {
            for (int x = 0; x < grid.width; x++) {
                int cell = y * grid.width + x;
                sums[y * (grid.width + 1) + x + 1] = sums[y * (grid.width + 1) + x] + (grid.covers[cell] == 0 ? grid.traffic[cell] : 0);
            }
        }
        int[] reach = grid.reach[kind];
        int radius = reach.length / 2;
        double cost = grid.costOf(kind);
        for (int y = 0; y < grid.height; y++) {
            for (int x = 0; x < grid.width; x++) {
                if (grid.isBlocked(x, y)) {
                    continue;
                }
                double gain = 0;
                for (int row = Math.max(0, y - radius); row <= Math.min(grid.height - 1, y + radius); row++) {
                    int half = reach[row - y + radius];
                    int base = row * (grid.width + 1);
                    gain += sums[base + Math.min(grid.width, x + half + 1)] - sums[base + Math.max(0, x - half)];
                }
                float ratio = (float) (gain / cost);
                best = Math.max(best, ratio);
                if (ratio >= level && ratio > 0) {
                    queue.add(new Offer(ratio, y * grid.width + x, kind));
                }
            }
        }
        return best;
    }
}
