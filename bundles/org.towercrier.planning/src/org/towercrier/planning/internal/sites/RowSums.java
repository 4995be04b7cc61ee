package org.towercrier.planning.internal.sites;

import java.util.Arrays;

/** Sums over the discs around all cells of a row of the whole raster, in double precision, from running sums of its rows. */
final class RowSums {

    private final int width;
    private final int height;
    private final int margin;
    private final int wide;
    private final double[] running;
    private final double[] around;

    RowSums(SiteGrid grid) {
        width = grid.width;
        height = grid.height;
        margin = Arrays.stream(grid.reach).mapToInt(disc -> disc[disc.length / 2]).max().orElse(0);
        wide = width + 2 * margin + 1;
        running = new double[wide * height];
        around = new double[width];
    }

    /** Takes the values of all cells. */
    void load(float[] values) {
        for (int y = 0; y < height; y++) {
            double sum = 0;
            int base = y * wide + margin + 1;
            for (int x = 0; x < width; x++) {
                sum += values[y * width + x];
                running[base + x] = sum;
            }
            Arrays.fill(running, base + width, (y + 1) * wide, sum);
        }
    }

    /** @return a sum for each cell of the row; valid until the next call */
    double[] around(int y, int[] disc) {
        int radius = disc.length / 2;
        Arrays.fill(around, 0);
        for (int row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++) {
            int half = disc[row - y + radius];
            add(row * wide + margin + half + 1, row * wide + margin - half);
        }
        return around;
    }

    private void add(int to, int from) {
        for (int x = 0; x < width; x++) {
            around[x] += running[to + x] - running[from + x];
        }
    }
}
