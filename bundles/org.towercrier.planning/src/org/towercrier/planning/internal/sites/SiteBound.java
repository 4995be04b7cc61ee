package org.towercrier.planning.internal.sites;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

import org.towercrier.planning.internal.sites.SitePieces.Pricing;

/**
 * A bound on the cost by linear relaxation. With a price for traffic instead of the share to cover, the raster falls apart into patches that have
 * nothing to do with one another; each is solved as a linear programme, and the price of traffic is sought at which just enough is covered. Kinds of
 * site that cost more than the cheapest are taken along only where prices say that they could be worth it.
 */
final class SiteBound {

    private static final int STEPS = 50;
    private static final int FIRST_EPOCHS = 6;
    private static final int EPOCHS = 8;
    private static final double HEADROOM = 1.1;
    private static final double FIRST_TOLERANCE = 4e-3;
    private static final double LAST_TOLERANCE = 2e-4;
    /** Of all traffic: as near to what is wanted as makes no difference. */
    private static final double NEAR = 1e-3;
    /** As near as makes prices worth telling. */
    private static final double TOLD = 1e-2;
    private static final int PATIENCE = 8;
    /** How much more of all traffic is covered for a change of the logarithm of its price, to begin with. */
    private static final double GROWTH = 0.13;
    /** A change of the price, as its logarithm, that is large enough to learn from. */
    private static final double LEARNT = 0.03;
    private static final double TELLING = 0.015;
    private static final double MOST_DOWN = 0.4;
    private static final double MOST_UP = 0.7;
    private static final double FIRST_WEIGHT = 1;

    private final SiteGrid grid;
    private final double wanted;
    private final double[] cost;
    private final double all;
    private final int tile;
    private final BooleanSupplier stopped;
    private final SiteCertificate certificate;
    private final BitSet[] places;
    private final float[][] opened;
    private final float[] prices;
    private Optional<SiteCuts> lastCuts = Optional.empty();
    private List<SitePatch> patches = new ArrayList<>();
    private BitSet inside = new BitSet();
    private double trafficPrice;
    private double lastPrice;
    private double lastLack;
    private double slope = GROWTH;
    private boolean tightened;

    SiteBound(SiteGrid grid, double wanted, double trafficPrice, BooleanSupplier stopped) {
        this.grid = grid;
        this.wanted = wanted;
        this.trafficPrice = trafficPrice;
        this.stopped = stopped;
        cost = new double[grid.reach.length];
        Arrays.setAll(cost, grid::costOf);
        double sum = 0;
        for (float traffic : grid.traffic) {
            sum += traffic;
        }
        all = sum;
        // The diagonal of a tile is not longer than the distance that two sites have to exceed.
        tile = (int) Math.floor(grid.problem.distance() / Math.sqrt(2)) + 1;
        certificate = new SiteCertificate(grid, wanted, tile, stopped);
        places = new BitSet[cost.length];
        Arrays.setAll(places, kind -> new BitSet());
        opened = new float[cost.length][0];
        prices = new float[grid.traffic.length];
    }

    /** Improves prices for so many rounds or until they hardly get better; tells each better bound. */
    void run(int rounds, DoubleConsumer bound, Consumer<Pricing> pricing) {
        double best = Double.NEGATIVE_INFINITY;
        double thoughtOf = 0;
        int size = -1;
        for (int round = 0; round < rounds && !stopped.getAsBoolean(); round++) {
            if (trafficPrice > thoughtOf) {
                thoughtOf = trafficPrice * HEADROOM;
                certificate.worthwhile(thoughtOf, dearest(), cheapestKind(), places[cheapestKind()]);
            }
            if (size != size()) {
                size = size();
                cut();
            }
            solve(round == 0 ? FIRST_EPOCHS : EPOCHS, Math.max(LAST_TOLERANCE, FIRST_TOLERANCE / (1 << Math.min(round, 20))));
            if (stopped.getAsBoolean()) {
                return;
            }
            double value = prove();
            boolean better = value > best + LAST_TOLERANCE * Math.abs(value);
            if (value > best) {
                best = value;
                bound.accept(value);
            }
            double lack = (wanted - traffic()) / all;
            // While both sides are far apart neither says what would be covered at this price.
            boolean telling = patches.stream().mapToDouble(patch -> patch.cheapest() - patch.value()).sum() <= TELLING * Math.abs(value);
            boolean held = Math.abs(lack) < NEAR && trafficPrice <= thoughtOf && size == size();
            if (held && !better && tightened) {
                return;
            }
            tightened = held;
            if (telling && size == size() && (Math.abs(lack) < TOLD || round >= PATIENCE)) {
                publish(pricing);
            }
            if (!held && (telling || !better)) {
                move(lack);
            }
        }
    }

    private void publish(Consumer<Pricing> pricing) {
        lastCuts.ifPresent(
                cuts -> pricing.accept(new Pricing(cuts, trafficPrice, patches.stream().mapToDouble(SitePatch::value).toArray())));
    }

    private double dearest() {
        return Arrays.stream(cost).max().orElse(0);
    }

    private int cheapestKind() {
        int cheapest = 0;
        for (int kind = 1; kind < cost.length; kind++) {
            cheapest = cost[kind] < cost[cheapest] ? kind : cheapest;
        }
        return cheapest;
    }

    private int size() {
        return Arrays.stream(places).mapToInt(BitSet::cardinality).sum();
    }

    /** Cuts anew; where the patches before have come to is where the new ones begin. */
    private void cut() {
        double weight = patches.stream().mapToDouble(SitePatch::weight).sorted().skip(patches.size() / 2).findFirst().orElse(FIRST_WEIGHT);
        SiteCuts cuts = new SiteCuts(grid, places);
        patches = new ArrayList<>();
        lastCuts = Optional.of(cuts);
        for (int number = 0; number < cuts.number() && !stopped.getAsBoolean(); number++) {
            SitePatch.Cut cut = cuts.cut(number, tile);
            SitePatch patch = new SitePatch(cut, grid.reach, cost, weight);
            patch.begin(local -> prices[global(cut, local)],
                    (kind, local) -> opened[kind].length == 0 ? 0 : opened[kind][global(cut, local)]);
            patches.add(patch);
        }
        inside = new BitSet();
        for (int cell = 0; cell < grid.traffic.length; cell++) {
            inside.set(cell, cuts.isInside(cell));
        }
    }

    private int global(SitePatch.Cut cut, int local) {
        return (cut.bottom() + local / cut.width()) * grid.width + cut.left() + local % cut.width();
    }

    private void solve(int epochs, double tolerance) {
        for (SitePatch patch : patches) {
            patch.price(trafficPrice, dearest());
            for (int epoch = 0; epoch < epochs && !patch.isSolved(tolerance) && !stopped.getAsBoolean(); epoch++) {
                patch.improve(STEPS);
            }
        }
    }

    private double traffic() {
        return patches.stream().mapToDouble(SitePatch::traffic).sum();
    }

    private double prove() {
        // Outside the patches no site is worth its cost, so each point may have its whole price.
        for (int cell = 0; cell < prices.length; cell++) {
            certificate.price[cell] = inside.get(cell) ? 0 : (float) (trafficPrice * grid.traffic[cell]);
        }
        Arrays.fill(certificate.rent, 0);
        for (SitePatch patch : patches) {
            collect(patch);
        }
        return certificate.prove(trafficPrice, places);
    }

    private void collect(SitePatch patch) {
        SitePatch.Cut cut = patch.cut;
        int[] points = cut.points();
        for (int run = 0; run < points.length; run += 2) {
            for (int local = points[run]; local < points[run] + points[run + 1]; local++) {
                certificate.price[global(cut, local)] = patch.prices()[local];
                prices[global(cut, local)] = patch.price(local);
            }
        }
        for (int kind = 0; kind < cost.length; kind++) {
            int[] runs = cut.places()[kind];
            if (runs.length > 0 && opened[kind].length == 0) {
                opened[kind] = new float[grid.traffic.length];
            }
            for (int run = 0; run < runs.length; run += 2) {
                for (int local = runs[run]; local < runs[run] + runs[run + 1]; local++) {
                    opened[kind][global(cut, local)] = patch.opened(kind, local);
                }
            }
        }
        patch.rents((column, row, rent) -> certificate.rent[row * ((grid.width + tile - 1) / tile) + column] += rent);
    }

    /** The price of traffic goes where just enough is covered, by what the last change did. */
    private void move(double lack) {
        double way = lastPrice > 0 ? Math.log(trafficPrice / lastPrice) : 0;
        if (Math.abs(way) > LEARNT) {
            slope = Math.clamp((lastLack - lack) / way, GROWTH / 8, GROWTH * 3);
        }
        lastPrice = trafficPrice;
        lastLack = lack;
        trafficPrice *= Math.exp(Math.clamp(lack / slope, -MOST_DOWN, MOST_UP));
    }
}
