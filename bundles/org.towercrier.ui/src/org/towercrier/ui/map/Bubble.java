package org.towercrier.ui.map;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.towercrier.ui.map.SpatialIndex.Squares;

/**
 * Points gathered into one mark.
 *
 * @param x mean x of the points
 * @param y mean y of the points
 * @param members how many they are
 * @param runs where they are in the order of the index: begin and end, in turns
 */
record Bubble(double x, double y, int members, int[] runs) {

    /** A bubble for a square. */
    static Bubble of(Squares squares, int square) {
        return new Bubble(squares.middleX()[square], squares.middleY()[square], squares.members(square),
                new int[]{ squares.starts()[square], squares.starts()[square + 1] });
    }

    /** Radius in pixels; it grows with the logarithm, so that a thousand does not hide the ten beside it. */
    int radius() {
        return (int) Math.round(Math.min(11 + 2.1 * Math.log(members), 28));
    }

    /** Whether this bubble and another cover one another by more than a rim. */
    boolean covers(Bubble other, double scale) {
        return Math.hypot(x - other.x, y - other.y) * scale < 0.9 * (radius() + other.radius());
    }

    /** This bubble and another in one. */
    Bubble with(Bubble other) {
        int sum = members + other.members;
        int[] both = Arrays.copyOf(runs, runs.length + other.runs.length);
        System.arraycopy(other.runs, 0, both, runs.length, other.runs.length);
        return new Bubble((x * members + other.x * other.members) / sum, (y * members + other.y * other.members) / sum,
                sum, both);
    }

    /** Tells the number of each point. */
    void forEach(SpatialIndex index, IntConsumer point) {
        for (int run = 0; run < runs.length; run += 2) {
            for (int i = runs[run]; i < runs[run + 1]; i++) {
                point.accept(index.point(i));
            }
        }
    }

    /** Whether the point at a place of the order of the index is one of these. */
    boolean has(int place) {
        for (int run = 0; run < runs.length; run += 2) {
            if (place >= runs[run] && place < runs[run + 1]) {
                return true;
            }
        }
        return false;
    }
}
