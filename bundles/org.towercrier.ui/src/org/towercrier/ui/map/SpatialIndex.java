package org.towercrier.ui.map;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds points in a rectangle, and groups them into squares of any size, on primitive arrays.
 *
 * <p>The points are ordered along a Morton curve (z-order). Every square of every level of a quadtree is then a
 * contiguous run of that order, so that grouping for one zoom level is one pass ({@link #squares(int)}); and boxes over
 * runs of {@value #NODE} points make a packed tree for searches. Points without a position (NaN) are left out.
 */
public final class SpatialIndex {

    private static final int NODE = 16;
    private static final int BITS = 21;
    private static final int INDEX_BITS = 64 - 2 * BITS - 1;

    private final double[] x;
    private final double[] y;
    private final int[] order;
    private final long[] codes;
    /** Boxes of the runs, four numbers each, the runs of points first, the root last. */
    private final double[] boxes;
    private final int[] levelStart;
    private final Squares[] squares = new Squares[BITS + 1];
    private int[] places;

    private SpatialIndex(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        int placed = 0;
        long[] keys = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                keys[placed++] = morton(x[i], y[i]) << INDEX_BITS | i;
            }
        }
        Arrays.parallelSort(keys, 0, placed);
        order = new int[placed];
        codes = new long[placed];
        for (int i = 0; i < placed; i++) {
            order[i] = (int) (keys[i] & (1L << INDEX_BITS) - 1);
            codes[i] = keys[i] >>> INDEX_BITS;
        }
        levelStart = levels(placed);
        boxes = new double[4 * levelStart[levelStart.length - 1]];
        buildBoxes();
    }

    /**
     * An index over points in the units of {@link Mercator}; the arrays are used as they are.
     *
     * @throws IllegalArgumentException when there are more than two million points
     */
    public static SpatialIndex of(double[] x, double[] y) {
        if (x.length != y.length || x.length >= 1 << INDEX_BITS) {
            throw new IllegalArgumentException(x.length + " and " + y.length + " coordinates, at most "
                    + ((1 << INDEX_BITS) - 1) + " points");
        }
        return new SpatialIndex(x, y);
    }

    /** Number of points that have a position. */
    public int size() {
        return order.length;
    }

    /** Number of a point by its place in the order of the curve. */
    public int point(int place) {
        return order[place];
    }

    /** Place of a point in the order of the curve; negative when it has no position. */
    public int place(int point) {
        if (places == null) {
            places = new int[x.length];
            Arrays.fill(places, -1);
            for (int i = 0; i < order.length; i++) {
                places[order[i]] = i;
            }
        }
        return places[point];
    }

    /** Bounds of all points. */
    public MapBounds bounds() {
        if (order.length == 0) {
            return MapBounds.NONE;
        }
        int root = boxes.length - 4;
        return new MapBounds(boxes[root], boxes[root + 1], boxes[root + 2], boxes[root + 3]);
    }

    /** Tells every point inside {@code bounds}, by its number in the arrays. */
    public void query(MapBounds bounds, IntConsumer found) {
        if (order.length > 0) {
            query(levelStart.length - 2, 0, bounds, found);
        }
    }

    private void query(int level, int node, MapBounds bounds, IntConsumer found) {
        int box = 4 * (levelStart[level] + node);
        if (boxes[box] > bounds.maxX() || boxes[box + 2] < bounds.minX() || boxes[box + 1] > bounds.maxY()
                || boxes[box + 3] < bounds.minY()) {
            return;
        }
        int first = node * NODE;
        if (level == 0) {
            int end = Math.min(first + NODE, order.length);
            for (int i = first; i < end; i++) {
                if (bounds.contains(x[order[i]], y[order[i]])) {
                    found.accept(order[i]);
                }
            }
        } else {
            int end = Math.min(first + NODE, levelStart[level] - levelStart[level - 1]);
            for (int child = first; child < end; child++) {
                query(level - 1, child, bounds, found);
            }
        }
    }

    /** Number of points inside {@code bounds}. */
    public int count(MapBounds bounds) {
        int[] count = new int[1];
        query(bounds, i -> count[0]++);
        return count[0];
    }

    /**
     * The points grouped into the squares that part the world 2<sup>level</sup> times across; kept once made.
     *
     * @param level 0 to 21
     */
    public Squares squares(int level) {
        int clamped = Math.clamp(level, 0, BITS);
        if (squares[clamped] == null) {
            squares[clamped] = group(clamped);
        }
        return squares[clamped];
    }

    private Squares group(int level) {
        int shift = 2 * (BITS - level);
        int[] starts = new int[order.length + 1];
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || codes[i] >>> shift != codes[i - 1] >>> shift) {
                starts[count++] = i;
            }
        }
        starts[count] = order.length;
        double[] middleX = new double[count];
        double[] middleY = new double[count];
        for (int s = 0; s < count; s++) {
            double sumX = 0;
            double sumY = 0;
            for (int i = starts[s]; i < starts[s + 1]; i++) {
                sumX += x[order[i]];
                sumY += y[order[i]];
            }
            int members = starts[s + 1] - starts[s];
            middleX[s] = sumX / members;
            middleY[s] = sumY / members;
        }
        return new Squares(level, Arrays.copyOf(starts, count + 1), middleX, middleY);
    }

    /**
     * Points grouped into squares.
     *
     * @param level the world is 2<sup>level</sup> squares wide
     * @param starts place of the first point of each square in the order of the curve, and the end of the last
     * @param middleX mean x of each square's points
     * @param middleY mean y of each square's points
     */
    public record Squares(int level, int[] starts, double[] middleX, double[] middleY) {

        /** Number of squares that hold points. */
        public int count() {
            return middleX.length;
        }

        /** Number of points in a square. */
        public int members(int square) {
            return starts[square + 1] - starts[square];
        }
    }

    private static int[] levels(int points) {
        int[] starts = new int[32];
        int level = 0;
        int nodes = Math.max(1, (points + NODE - 1) / NODE);
        int at = 0;
        while (true) {
            starts[level++] = at;
            at += nodes;
            if (nodes == 1) {
                starts[level] = at;
                return Arrays.copyOf(starts, level + 1);
            }
            nodes = (nodes + NODE - 1) / NODE;
        }
    }

    private void buildBoxes() {
        Arrays.fill(boxes, Double.NaN);
        for (int i = 0; i < order.length; i++) {
            enlarge(i / NODE, x[order[i]], y[order[i]], x[order[i]], y[order[i]]);
        }
        for (int level = 1; level < levelStart.length - 1; level++) {
            for (int child = levelStart[level - 1]; child < levelStart[level]; child++) {
                int box = 4 * child;
                enlarge(levelStart[level] + (child - levelStart[level - 1]) / NODE, boxes[box], boxes[box + 1],
                        boxes[box + 2], boxes[box + 3]);
            }
        }
    }

    private void enlarge(int node, double minX, double minY, double maxX, double maxY) {
        int box = 4 * node;
        if (Double.isNaN(boxes[box])) {
            boxes[box] = minX;
            boxes[box + 1] = minY;
            boxes[box + 2] = maxX;
            boxes[box + 3] = maxY;
        } else {
            boxes[box] = Math.min(boxes[box], minX);
            boxes[box + 1] = Math.min(boxes[box + 1], minY);
            boxes[box + 2] = Math.max(boxes[box + 2], maxX);
            boxes[box + 3] = Math.max(boxes[box + 3], maxY);
        }
    }

    private static long morton(double x, double y) {
        return spread(cell(x)) | spread(cell(y)) << 1;
    }

    private static long cell(double value) {
        return (long) Math.clamp(value * (1 << BITS), 0, (1 << BITS) - 1.0);
    }

    /** Moves the bits of a 21-bit number apart, one place between two of them. */
    private static long spread(long value) {
        long v = value;
        v = (v | v << 16) & 0x0000FFFF0000FFFFL;
        v = (v | v << 8) & 0x00FF00FF00FF00FFL;
        v = (v | v << 4) & 0x0F0F0F0F0F0F0F0FL;
        v = (v | v << 2) & 0x3333333333333333L;
        return (v | v << 1) & 0x5555555555555555L;
    }
}
