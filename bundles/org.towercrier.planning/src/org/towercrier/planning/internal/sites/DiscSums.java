package org.towercrier.planning.internal.sites;

import java.util.Arrays;

/**
 * Sums over discs on a raster, from running sums of its rows: a disc costs as much as it has rows. Neighbouring places in a row are done together, in
 * one plain loop for each row of the disc.
 */
final class DiscSums {

    private final int width;
    private final int height;
    private final float[] running;
    private final float[] result;

    /**
     * @param width
     *            of the raster: every disc that is asked for lies within it, so the raster has a margin to both sides
     */
    DiscSums(int width, int height) {
        this.width = width;
        this.height = height;
        running = new float[(width + 1) * height];
        result = new float[width];
    }

    /** Takes the values of the raster, whose discs are asked for next. */
    void load(float[] values) {
        for (int y = 0; y < height; y++) {
            int base = y * (width + 1) + 1;
            int from = y * width;
            float sum = 0;
            for (int x = 0; x < width; x++) {
                sum += values[from + x];
                running[base + x] = sum;
            }
        }
    }

    /** @return sums of the discs around so many cells from the first one on in its row; valid until the next call */
    float[] around(int[] reach, int first, int length) {
        int y = first / width;
        int x = first % width;
        int radius = reach.length / 2;
        Arrays.fill(result, 0, length, 0);
        for (int row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++) {
            int half = reach[row - y + radius];
            int base = row * (width + 1) + x;
            add(base + half + 1, base - half, length);
        }
        return result;
    }

    private void add(int to, int from, int length) {
        for (int i = 0; i < length; i++) {
            result[i] += running[to + i] - running[from + i];
        }
    }
}
