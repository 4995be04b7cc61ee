package org.towercrier.planning.internal.sites;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Point;

/** Cuts the raster into patches that share no weak point: what lies within reach of places where a site may be worth its cost. */
final class SiteCuts {

    private static final int LEFT = 0;
    private static final int BOTTOM = 1;
    private static final int RIGHT = 2;
    private static final int TOP = 3;

    private final SiteGrid grid;
    private final BitSet[] places;
    private final int[] patchOf;
    private final List<int[]> boxes = new ArrayList<>();

    /**
     * @param places
     *            for each kind the cells where a site is thought of
     */
    SiteCuts(SiteGrid grid, BitSet[] places) {
        this.grid = grid;
        this.places = new BitSet[places.length];
        Arrays.setAll(this.places, kind -> (BitSet) places[kind].clone());
        patchOf = new int[grid.width * grid.height];
        for (int kind = 0; kind < places.length; kind++) {
            int[] ground = ground(kind);
            for (int cell = places[kind].nextSetBit(0); cell >= 0; cell = places[kind].nextSetBit(cell + 1)) {
                mark(cell % grid.width, cell / grid.width, ground);
            }
        }
        int[] stack = new int[1024];
        for (int cell = 0; cell < patchOf.length; cell++) {
            if (patchOf[cell] < 0) {
                stack = flood(cell, stack);
            }
        }
    }

    private void mark(int x, int y, int[] disc) {
        int radius = disc.length / 2;
        for (int row = Math.max(0, y - radius); row <= Math.min(grid.height - 1, y + radius); row++) {
            int half = disc[row - y + radius];
            Arrays.fill(patchOf, row * grid.width + Math.max(0, x - half), row * grid.width + Math.min(grid.width - 1, x + half) + 1, -1);
        }
    }

    /** Sites in different patches are farther apart than the distance that they have to exceed. */
    private int[] ground(int kind) {
        int[] disc = grid.reach[kind];
        int apart = (int) Math.min(Math.ceil(grid.problem.distance() / 2) + 1, Math.max(grid.width, grid.height));
        if (disc.length / 2 + 1 >= apart) {
            return disc;
        }
        int[] wider = new int[2 * apart + 1];
        Arrays.setAll(wider, row -> (int) Math.sqrt((double) apart * apart - (double) (row - apart) * (row - apart)));
        return wider;
    }

    /** A disc hangs together, so all that one covers gets one number. @return the stack, which may have grown */
    private int[] flood(int first, int[] reused) {
        int[] stack = reused;
        int number = boxes.size() + 1;
        int[] box = { grid.width, grid.height, -1, -1 };
        int size = 0;
        stack[size++] = first;
        patchOf[first] = number;
        while (size > 0) {
            int cell = stack[--size];
            int x = cell % grid.width;
            int y = cell / grid.width;
            box[LEFT] = Math.min(box[LEFT], x);
            box[BOTTOM] = Math.min(box[BOTTOM], y);
            box[RIGHT] = Math.max(box[RIGHT], x);
            box[TOP] = Math.max(box[TOP], y);
            int[] next = { x > 0 ? cell - 1 : cell, x < grid.width - 1 ? cell + 1 : cell, y > 0 ? cell - grid.width : cell,
                    y < grid.height - 1 ? cell + grid.width : cell };
            for (int neighbour : next) {
                if (patchOf[neighbour] < 0) {
                    patchOf[neighbour] = number;
                    stack = size < stack.length ? stack : Arrays.copyOf(stack, 2 * size);
                    stack[size++] = neighbour;
                }
            }
        }
        boxes.add(box);
        return stack;
    }

    int number() {
        return boxes.size();
    }

    /** Whether some place covers the cell. */
    boolean isInside(int cell) {
        return patchOf[cell] > 0;
    }

    /**
     * @param tile
     *            side of a square that has room for one site only
     */
    SitePatch.Cut cut(int number, int tile) {
        int[] box = boxes.get(number);
        int margin = 0;
        for (int kind = 0; kind < places.length; kind++) {
            margin = Math.max(margin, places[kind].isEmpty() ? 0 : grid.reach[kind].length / 2);
        }
        int left = box[LEFT] - margin;
        int width = box[RIGHT] - box[LEFT] + 1 + 2 * margin;
        int height = box[TOP] - box[BOTTOM] + 1;
        float[] traffic = new float[width * height];
        BitSet points = new BitSet(traffic.length);
        BitSet[] own = new BitSet[places.length];
        Arrays.setAll(own, kind -> new BitSet());
        for (int y = box[BOTTOM]; y <= box[TOP]; y++) {
            for (int x = box[LEFT]; x <= box[RIGHT]; x++) {
                int cell = y * grid.width + x;
                if (patchOf[cell] != number + 1) {
                    continue;
                }
                int local = (y - box[BOTTOM]) * width + x - left;
                traffic[local] = grid.traffic[cell];
                points.set(local, grid.traffic[cell] > 0);
                for (int kind = 0; kind < own.length; kind++) {
                    own[kind].set(local, places[kind].get(cell));
                }
            }
        }
        int[][] runs = new int[own.length][];
        Arrays.setAll(runs, kind -> runs(own[kind], width));
        return new SitePatch.Cut(left, box[BOTTOM], width, height, traffic, runs(points, width), runs, tile);
    }

    /** @return number of the patch in whose reach a cell is, or -1 */
    int patch(int cell) {
        return patchOf[cell] - 1;
    }

    /** A patch as a problem of its own. */
    SiteGrid grid(int number) {
        int[] box = boxes.get(number);
        Area whole = grid.problem.area();
        Area area = new Area(whole.left() + box[LEFT], whole.bottom() + box[BOTTOM], whole.left() + box[RIGHT], whole.bottom() + box[TOP]);
        int width = box[RIGHT] - box[LEFT] + 1;
        List<Point> points = new ArrayList<>();
        BitSet allowed = new BitSet();
        for (int y = box[BOTTOM]; y <= box[TOP]; y++) {
            for (int x = box[LEFT]; x <= box[RIGHT]; x++) {
                int cell = y * grid.width + x;
                if (patchOf[cell] != number + 1) {
                    continue;
                }
                if (grid.traffic[cell] > 0) {
                    points.add(new Point(whole.left() + x, whole.bottom() + y, grid.traffic[cell]));
                }
                boolean place = Arrays.stream(places).anyMatch(kind -> kind.get(cell));
                allowed.set((y - box[BOTTOM]) * width + x - box[LEFT], place);
            }
        }
        if (points.isEmpty()) {
            points.add(new Point(area.left(), area.bottom(), 0));
        }
        SitePlanning problem = grid.problem;
        return new SiteGrid(new SitePlanning(points, List.of(), problem.kinds(), problem.distance(), problem.share(), area), allowed);
    }

    /** Runs of cells, none longer than a row: first cell and length by turns. */
    private static int[] runs(BitSet cells, int width) {
        int[] runs = new int[16];
        int size = 0;
        for (int first = cells.nextSetBit(0); first >= 0;) {
            int end = Math.min(cells.nextClearBit(first), (first / width + 1) * width);
            if (size == runs.length) {
                runs = Arrays.copyOf(runs, size * 2);
            }
            runs[size++] = first;
            runs[size++] = end - first;
            first = cells.nextSetBit(end);
        }
        return Arrays.copyOf(runs, size);
    }
}
