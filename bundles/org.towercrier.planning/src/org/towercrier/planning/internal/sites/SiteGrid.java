package org.towercrier.planning.internal.sites;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Plan;
import org.towercrier.planning.SitePlanning.Point;
import org.towercrier.planning.SitePlanning.Position;
import org.towercrier.planning.SitePlanning.Site;

/**
 * The area as a raster with the sites on it: traffic of each grid point, how many new sites cover it, and which sites are near. Adding, removing and
 * moving a site costs as much as its disc has grid points.
 */
final class SiteGrid {

    private static final int MOST_CELLS = 40_000_000;
    private static final int BUCKET = 16;

    final SitePlanning problem;
    final int width;
    final int height;
    final float[] traffic;
    final short[] covers;
    /** For each kind and each row of its disc how far it reaches to both sides. */
    final int[][] reach;
    private final int left;
    private final int bottom;
    private final double minimum;
    private final int side;
    private final int columns;
    private final int[] bucketSize;
    private final int[] buckets;
    private final List<Position> existing;
    private final boolean[] blocked;
    private int[] x = new int[1024];
    private int[] y = new int[1024];
    private int[] kind = new int[1024];
    private int count;
    private double covered;
    private double cost;

    SiteGrid(SitePlanning problem) {
        this.problem = problem;
        Area area = problem.area();
        left = area.left();
        bottom = area.bottom();
        width = area.right() - left + 1;
        height = area.top() - bottom + 1;
        if ((long) width * height > MOST_CELLS) {
            throw new IllegalArgumentException("The area has more than " + MOST_CELLS + " grid points");
        }
        traffic = new float[width * height];
        covers = new short[width * height];
        load();
        reach = problem.kinds().stream().map(this::disc).toArray(int[][]::new);
        minimum = problem.distance() * problem.distance();
        side = Math.max(1, (int) Math.floor(problem.distance()) + 1);
        columns = width / side + 3;
        bucketSize = new int[columns * (height / side + 3)];
        buckets = new int[bucketSize.length * BUCKET];
        existing = new ArrayList<>();
        for (Position site : problem.existing()) {
            existing.add(new Position(site.x() - left, site.y() - bottom));
        }
        blocked = new boolean[width * height];
        block();
    }

    /** The problem of a part of the area, in which sites may stand at some places only. */
    SiteGrid(SitePlanning problem, BitSet places) {
        this(problem);
        for (int cell = 0; cell < blocked.length; cell++) {
            blocked[cell] |= !places.get(cell);
        }
    }

    private void block() {
        int range = (int) Math.floor(problem.distance());
        for (Position site : existing) {
            int toRow = Math.min(height - 1, site.y() + range);
            int toColumn = Math.min(width - 1, site.x() + range);
            for (int cy = Math.max(0, site.y() - range); cy <= toRow; cy++) {
                int dy = cy - site.y();
                for (int cx = Math.max(0, site.x() - range); cx <= toColumn; cx++) {
                    int dx = cx - site.x();
                    if (dx * dx + dy * dy <= minimum) {
                        blocked[cy * width + cx] = true;
                    }
                }
            }
        }
    }

    private void load() {
        Area area = problem.area();
        // Sums of several points in a cell are rounded once, as single points are.
        Map<Integer, Double> shared = new HashMap<>();
        for (Point point : problem.points()) {
            if (point.traffic() > 0 && area.contains(point.x(), point.y())) {
                int cell = (point.y() - bottom) * width + point.x() - left;
                if (traffic[cell] > 0) {
                    shared.merge(cell, point.traffic(), Double::sum);
                } else {
                    traffic[cell] = (float) point.traffic();
                }
            }
        }
        shared.forEach((cell, more) -> traffic[cell] = (float) (traffic[cell] + more));
    }

    private int[] disc(Kind kind) {
        // Farther than from one end of the raster to the other is no farther.
        int radius = (int) Math.min(Math.floor(kind.radius()), height);
        int[] reach = new int[2 * radius + 1];
        for (int dy = -radius; dy <= radius; dy++) {
            reach[dy + radius] = (int) Math.min(Math.floor(Math.sqrt(kind.radius() * kind.radius() - dy * dy)), width);
        }
        return reach;
    }

    int count() {
        return count;
    }

    int x(int site) {
        return x[site];
    }

    int y(int site) {
        return y[site];
    }

    int kind(int site) {
        return kind[site];
    }

    double covered() {
        return covered;
    }

    double cost() {
        return cost;
    }

    double costOf(int ofKind) {
        return problem.kinds().get(ofKind).cost();
    }

    boolean isBlocked(int atX, int atY) {
        return atX < 0 || atY < 0 || atX >= width || atY >= height || blocked[atY * width + atX];
    }

    /** Whether a new site may stand there; one site, which is about to leave, is not looked at. */
    boolean isFree(int atX, int atY, int leaving) {
        if (isBlocked(atX, atY)) {
            return false;
        }
        int column = atX / side + 1;
        int row = atY / side + 1;
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                int bucket = r * columns + c;
                for (int i = 0; i < bucketSize[bucket]; i++) {
                    int site = buckets[bucket * BUCKET + i];
                    int dx = x[site] - atX;
                    int dy = y[site] - atY;
                    if (site != leaving && dx * dx + dy * dy <= minimum) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** As above for a site of a plan. */
    boolean isFree(Site site, int leaving) {
        return isFree(site.x() - left, site.y() - bottom, leaving);
    }

    /** The sites too near to a place. */
    int[] inTheWay(int atX, int atY) {
        int[] found = new int[32];
        int number = 0;
        int column = atX / side + 1;
        int row = atY / side + 1;
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                int bucket = r * columns + c;
                for (int i = 0; i < bucketSize[bucket]; i++) {
                    int site = buckets[bucket * BUCKET + i];
                    int dx = x[site] - atX;
                    int dy = y[site] - atY;
                    if (dx * dx + dy * dy <= minimum && number < found.length) {
                        found[number++] = site;
                    }
                }
            }
        }
        return Arrays.copyOf(found, number);
    }

    /** Whether no point can be covered from both places. */
    boolean isFar(int site, int atX, int atY, int ofKind) {
        long apart = reach[kind[site]].length / 2 + reach[ofKind].length / 2;
        long dx = x[site] - atX;
        long dy = y[site] - atY;
        return dx * dx + dy * dy > (apart + 1) * (apart + 1);
    }

    /** Traffic that a site there would cover and nobody covers yet. */
    double gain(int atX, int atY, int ofKind) {
        return sum(atX, atY, ofKind, 0);
    }

    /** Traffic that only this site covers. */
    double loss(int site) {
        return sum(x[site], y[site], kind[site], 1);
    }

    private double sum(int atX, int atY, int ofKind, int wanted) {
        int[] rows = reach[ofKind];
        int radius = rows.length / 2;
        double sum = 0;
        int fromRow = Math.max(0, atY - radius);
        int toRow = Math.min(height - 1, atY + radius);
        for (int row = fromRow; row <= toRow; row++) {
            int half = rows[row - atY + radius];
            int from = row * width + Math.max(0, atX - half);
            int to = row * width + Math.min(width - 1, atX + half);
            for (int cell = from; cell <= to; cell++) {
                if (covers[cell] == wanted) {
                    sum += traffic[cell];
                }
            }
        }
        return sum;
    }

    /** @return the number of the new site */
    int add(int atX, int atY, int ofKind) {
        if (count == x.length) {
            x = Arrays.copyOf(x, count * 2);
            y = Arrays.copyOf(y, count * 2);
            kind = Arrays.copyOf(kind, count * 2);
        }
        x[count] = atX;
        y[count] = atY;
        kind[count] = ofKind;
        covered += paint(atX, atY, ofKind, 1);
        cost += costOf(ofKind);
        int bucket = bucket(atX, atY);
        buckets[bucket * BUCKET + bucketSize[bucket]++] = count;
        return count++;
    }

    /** The last site takes the number of the one that goes. */
    void remove(int site) {
        covered -= paint(x[site], y[site], kind[site], -1);
        cost -= costOf(kind[site]);
        replace(bucket(x[site], y[site]), site, -1);
        count--;
        if (site != count) {
            replace(bucket(x[count], y[count]), count, site);
            x[site] = x[count];
            y[site] = y[count];
            kind[site] = kind[count];
        }
    }

    private int bucket(int atX, int atY) {
        return (atY / side + 1) * columns + atX / side + 1;
    }

    private void replace(int bucket, int site, int by) {
        for (int i = 0; i < bucketSize[bucket]; i++) {
            if (buckets[bucket * BUCKET + i] == site) {
                buckets[bucket * BUCKET + i] = by >= 0 ? by : buckets[bucket * BUCKET + --bucketSize[bucket]];
                return;
            }
        }
    }

    private double paint(int atX, int atY, int ofKind, int change) {
        int[] rows = reach[ofKind];
        int radius = rows.length / 2;
        double sum = 0;
        int fromRow = Math.max(0, atY - radius);
        int toRow = Math.min(height - 1, atY + radius);
        // Newly covered is what had none before, newly uncovered what has none after.
        int edge = change > 0 ? 0 : 1;
        for (int row = fromRow; row <= toRow; row++) {
            int half = rows[row - atY + radius];
            int from = row * width + Math.max(0, atX - half);
            int to = row * width + Math.min(width - 1, atX + half);
            for (int cell = from; cell <= to; cell++) {
                if (covers[cell] == edge) {
                    sum += traffic[cell];
                }
                covers[cell] += (short) change;
            }
        }
        return sum;
    }

    void clear() {
        while (count > 0) {
            remove(count - 1);
        }
    }

    /**
     * What the last sites pay for traffic: the cost of a site for what a poor one of them covers alone.
     *
     * @param wanted
     *            traffic to cover
     */
    double marginalPrice(double wanted) {
        if (count == 0) {
            return costOf(0) / Math.max(wanted, 1e-9);
        }
        double[] worth = new double[count];
        for (int site = 0; site < count; site++) {
            worth[site] = loss(site) / costOf(kind[site]);
        }
        Arrays.sort(worth);
        return 1 / Math.max(worth[count / 20], 1e-9);
    }

    Plan plan() {
        List<Site> sites = new ArrayList<>(count);
        for (int site = 0; site < count; site++) {
            sites.add(new Site(x[site] + left, y[site] + bottom, kind[site]));
        }
        return new Plan(sites);
    }

    void load(Plan plan) {
        clear();
        plan.sites().forEach(site -> add(site.x() - left, site.y() - bottom, site.kind()));
    }
}
