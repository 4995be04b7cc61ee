package org.towercrier.planning.internal.sites;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;

/**
 * A part of the raster that shares no weak point with the rest, at one price of traffic, as a linear programme: sites may be opened in part, a weak
 * point that is not covered costs its traffic's price, and a tile so small that it has room for one site only has no more than one. It is solved by the
 * primal-dual hybrid gradient method (Chambolle and Pock 2011, with their diagonal steps), begun anew from averages and with a weight between both
 * sides that follows the way they went (Applegate and others 2021). The prices of points are the dual solution: what they come to after they were made
 * feasible is a lower bound, however far the method has come.
 */
final class SitePatch {

    private static final float SMALLEST = 1e-6f;
    /** With more than this of a site in a tile the rule for tiles is taken along. */
    private static final double CROWDED = 1.02;

    /**
     * Where the patch is and what it has, by cells of its own raster.
     *
     * @param left
     *            column of the whole raster of the patch's first one; may be negative, as the patch has a margin
     * @param points
     *            runs of cells with weak points: first cell and length by turns
     * @param places
     *            for each kind runs of cells where a site may be worth its cost
     * @param tile
     *            side of a square that has room for one site only, in the whole raster
     */
    record Cut(int left, int bottom, int width, int height, float[] traffic, int[] points, int[][] places, int tile) {

        int cells() {
            return width * height;
        }
    }

    final Cut cut;
    private final int[][] reach;
    private final double[] cost;
    private final DiscSums discs;
    private final SiteTiles tiles;
    private final float[] crowd;
    private final float[] rentStep;
    private final float[] most;
    private final float[] covered;
    private final float[] ratio;
    private final float[] priceStep;
    private final float[][] openStep;
    private final float[][] ahead;
    private SiteStage now;
    private SiteStage sum;
    private final SiteStage before;
    private final SiteStage best;
    private boolean crowded;
    private double weight;
    private double value = Double.NEGATIVE_INFINITY;
    private double cheapest = Double.POSITIVE_INFINITY;
    private double traffic;
    private double priced;

    SitePatch(Cut cut, int[][] reach, double[] cost, double weight) {
        this.cut = cut;
        this.reach = reach;
        this.cost = cost;
        this.weight = weight;
        int cells = cut.cells();
        discs = new DiscSums(cut.width(), cut.height());
        tiles = new SiteTiles(cut);
        crowd = new float[tiles.number()];
        rentStep = new float[tiles.number()];
        most = new float[cells];
        covered = new float[cells];
        ratio = new float[cells];
        priceStep = new float[cells];
        openStep = perKind();
        ahead = perKind();
        now = new SiteStage(cells, perKind(), tiles.number());
        sum = new SiteStage(cells, perKind(), tiles.number());
        before = new SiteStage(cells, perKind(), tiles.number());
        best = new SiteStage(cells, new float[0][], tiles.number());
    }

    private float[][] perKind() {
        float[][] arrays = new float[reach.length][];
        Arrays.setAll(arrays, kind -> new float[cut.places()[kind].length > 0 ? cut.cells() : 0]);
        return arrays;
    }

    /** Begins anew if the price of traffic is another one, from where the patch is. */
    void price(double trafficPrice, double dearest) {
        if (trafficPrice == priced) {
            return;
        }
        priced = trafficPrice;
        for (int cell = 0; cell < most.length; cell++) {
            float old = most[cell];
            most[cell] = (float) Math.min(trafficPrice * cut.traffic()[cell], dearest);
            now.price[cell] = Math.min(old > 0 ? now.price[cell] * most[cell] / old : now.price[cell], most[cell]);
        }
        value = Double.NEGATIVE_INFINITY;
        cheapest = Double.POSITIVE_INFINITY;
        steps();
    }

    /** Diagonal steps: one over the sum of a site's rows, and the like for points; a point counts as much as it can cost. */
    private void steps() {
        float[] count = covered;
        for (int cell = 0; cell < most.length; cell++) {
            count[cell] = Math.min(most[cell], 1);
        }
        discs.load(count);
        Arrays.fill(rentStep, 0);
        for (int kind = 0; kind < reach.length; kind++) {
            int[] runs = cut.places()[kind];
            for (int run = 0; run < runs.length; run += 2) {
                float[] around = discs.around(reach[kind], runs[run], runs[run + 1]);
                for (int i = 0; i < runs[run + 1]; i++) {
                    int cell = runs[run] + i;
                    openStep[kind][cell] = 1 / Math.max(around[i] + (crowded ? 1 : 0), SMALLEST);
                    ahead[kind][cell] = 1;
                    rentStep[tiles.of(cell)]++;
                }
            }
        }
        cover(ahead);
        for (int cell = 0; cell < most.length; cell++) {
            priceStep[cell] = covered[cell] > 0 ? Math.min(most[cell], 1) / covered[cell] : 0;
        }
        for (int tile = 0; tile < rentStep.length; tile++) {
            rentStep[tile] = 1 / Math.max(1, rentStep[tile]);
        }
    }

    /** How much of a site covers each point. */
    private void cover(float[][] of) {
        Arrays.fill(covered, 0);
        int[] runs = cut.points();
        for (int kind = 0; kind < reach.length; kind++) {
            if (of[kind].length == 0) {
                continue;
            }
            discs.load(of[kind]);
            for (int run = 0; run < runs.length; run += 2) {
                float[] around = discs.around(reach[kind], runs[run], runs[run + 1]);
                for (int i = 0; i < runs[run + 1]; i++) {
                    covered[runs[run] + i] += around[i];
                }
            }
        }
    }

    /** So many steps, then on from where they ended or from their average, whichever is better. */
    void improve(int number) {
        before.copy(now);
        sum.clear();
        for (int i = 0; i < number; i++) {
            openMore();
            payMore();
        }
        sum.divide(number);
        double last = judge(now);
        if (judge(sum) < last) {
            SiteStage average = sum;
            sum = now;
            now = average;
        }
        weigh();
        if (!crowded && tiles.mostCrowded(now.open) > CROWDED) {
            crowded = true;
            steps();
        }
    }

    private void openMore() {
        discs.load(now.price);
        Arrays.fill(crowd, 0);
        float step = (float) (1 / weight);
        for (int kind = 0; kind < reach.length; kind++) {
            int[] runs = cut.places()[kind];
            for (int run = 0; run < runs.length; run += 2) {
                openMore(kind, runs[run], runs[run + 1], step);
            }
        }
        for (int tile = 0; crowded && tile < crowd.length; tile++) {
            now.rent[tile] = Math.max(0, now.rent[tile] + (float) weight * rentStep[tile] * (crowd[tile] - 1));
            sum.rent[tile] += now.rent[tile];
        }
    }

    private void openMore(int kind, int first, int length, float step) {
        float[] around = discs.around(reach[kind], first, length);
        float[] open = now.open[kind];
        float price = (float) cost[kind];
        if (crowded) {
            for (int i = 0; i < length; i++) {
                around[i] -= now.rent[tiles.of(first + i)];
            }
        }
        for (int i = 0; i < length; i++) {
            int cell = first + i;
            float old = open[cell];
            float next = Math.max(0, old - step * openStep[kind][cell] * (price - around[i]));
            open[cell] = next;
            sum.open[kind][cell] += next;
            ahead[kind][cell] = 2 * next - old;
        }
        for (int i = 0; crowded && i < length; i++) {
            crowd[tiles.of(first + i)] += ahead[kind][first + i];
        }
    }

    private void payMore() {
        cover(ahead);
        int[] runs = cut.points();
        float step = (float) weight;
        for (int run = 0; run < runs.length; run += 2) {
            for (int cell = runs[run]; cell < runs[run] + runs[run + 1]; cell++) {
                float next = now.price[cell] + step * priceStep[cell] * (1 - covered[cell]);
                now.price[cell] = Math.max(0, Math.min(most[cell], next));
                sum.price[cell] += now.price[cell];
            }
        }
    }

    /** @return how far the stage's two sides are from one another */
    private double judge(SiteStage stage) {
        // Less of each site, so that no tile has more than one, can be built.
        float fewer = 1 / tiles.mostCrowded(stage.open);
        double paid = 0;
        for (int kind = 0; kind < reach.length; kind++) {
            double sites = 0;
            for (float share : stage.open[kind]) {
                sites += share;
            }
            paid += cost[kind] * sites * fewer;
        }
        cover(stage.open);
        double within = 0;
        int[] runs = cut.points();
        for (int run = 0; run < runs.length; run += 2) {
            for (int cell = runs[run]; cell < runs[run] + runs[run + 1]; cell++) {
                double lacking = Math.max(0, 1 - covered[cell] * fewer);
                paid += lacking * most[cell];
                within += (1 - lacking) * cut.traffic()[cell];
            }
        }
        if (paid < cheapest) {
            cheapest = paid;
            traffic = within;
        }
        return paid - earned(stage);
    }

    /** What the prices come to when each is divided by the worst excess over the cost of a site that covers the point. */
    private double earned(SiteStage stage) {
        Arrays.fill(ratio, 1);
        discs.load(stage.price);
        for (int kind = 0; kind < reach.length; kind++) {
            int[] runs = cut.places()[kind];
            for (int run = 0; run < runs.length; run += 2) {
                float[] around = discs.around(reach[kind], runs[run], runs[run + 1]);
                for (int i = 0; i < runs[run + 1]; i++) {
                    float excess = (float) (around[i] / (cost[kind] + stage.rent[tiles.of(runs[run] + i)]));
                    if (excess > 1) {
                        raise(reach[kind], runs[run] + i, excess);
                    }
                }
            }
        }
        double sum = 0;
        for (int cell = 0; cell < ratio.length; cell++) {
            sum += stage.price[cell] / ratio[cell];
        }
        for (float rent : stage.rent) {
            sum -= rent;
        }
        if (sum > value) {
            value = sum;
            System.arraycopy(stage.rent, 0, best.rent, 0, best.rent.length);
            for (int cell = 0; cell < ratio.length; cell++) {
                best.price[cell] = stage.price[cell] / ratio[cell];
            }
        }
        return sum;
    }

    private void raise(int[] disc, int place, float excess) {
        int y = place / cut.width();
        int radius = disc.length / 2;
        for (int row = Math.max(0, y - radius); row <= Math.min(cut.height() - 1, y + radius); row++) {
            int middle = place + (row - y) * cut.width();
            int half = disc[row - y + radius];
            for (int cell = middle - half; cell <= middle + half; cell++) {
                ratio[cell] = Math.max(ratio[cell], excess);
            }
        }
    }

    private void weigh() {
        double opened = 0;
        for (int kind = 0; kind < reach.length; kind++) {
            opened += way(now.open[kind], before.open[kind], openStep[kind]);
        }
        double paid = way(now.price, before.price, priceStep) + way(now.rent, before.rent, rentStep);
        if (opened > 0 && paid > 0) {
            weight = Math.sqrt(weight * Math.sqrt(paid / opened));
        }
    }

    private static double way(float[] to, float[] from, float[] step) {
        double way = 0;
        for (int i = 0; i < to.length; i++) {
            double moved = to[i] - from[i];
            way += step[i] > 0 ? moved * moved / step[i] : 0;
        }
        return way;
    }

    /** What the best prices so far come to. */
    double value() {
        return value;
    }

    /** What the cheapest sites in part so far cost, with what they leave uncovered. */
    double cheapest() {
        return cheapest;
    }

    /** Whether both sides are so near to one another, as a share of what the sites cost. */
    boolean isSolved(double tolerance) {
        return Double.isFinite(cheapest) && cheapest - value <= tolerance * cheapest;
    }

    /** Traffic that the cheapest sites in part cover. */
    double traffic() {
        return traffic;
    }

    double weight() {
        return weight;
    }

    /** Feasible, the best so far. */
    float[] prices() {
        return best.price;
    }

    /** Where the way has come to. */
    float price(int cell) {
        return now.price[cell];
    }

    /** Where the way has come to. */
    float opened(int kind, int cell) {
        return now.open[kind][cell];
    }

    /** Sets out from elsewhere. */
    void begin(IntToDoubleFunction prices, ToDoubleBiFunction<Integer, Integer> opened) {
        eachOf(cut.points(), cell -> now.price[cell] = (float) prices.applyAsDouble(cell));
        for (int kind = 0; kind < reach.length; kind++) {
            int of = kind;
            eachOf(cut.places()[kind], cell -> now.open[of][cell] = (float) opened.applyAsDouble(of, cell));
        }
    }

    private static void eachOf(int[] runs, IntConsumer cell) {
        for (int run = 0; run < runs.length; run += 2) {
            for (int i = 0; i < runs[run + 1]; i++) {
                cell.accept(runs[run] + i);
            }
        }
    }

    /** Tells the rents that belong to the best prices. */
    void rents(SiteTiles.Rents to) {
        tiles.tell(best.rent, to);
    }
}
