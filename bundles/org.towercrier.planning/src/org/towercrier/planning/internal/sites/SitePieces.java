package org.towercrier.planning.internal.sites;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Plan;
import org.towercrier.planning.SitePlanning.Site;
import org.towercrier.planning.internal.sites.SiteChoice.Way;

/**
 * Annealing patch by patch at the price of traffic that the bound has found: first where the plan is farthest from what the patch must cost at least.
 * All good ways to build a patch are kept, and the plan is put together from them. Safe for use by several threads.
 */
final class SitePieces {

    private static final double WARM = 0.15;
    private static final double COLD = 0.005;
    private static final long STEPS = 6_000;
    private static final int LONGEST = 5;
    /** Ways that are dearer or cheaper by more than this than the best one at the price of traffic are of no use. */
    private static final double USEFUL = 6;

    private final SiteGrid whole;
    private final SiteCuts cuts;
    private Pricing pricing;
    private final SiteChoice choice;
    private final int[] visits;
    private final double[] most;

    /**
     * What the bound knows.
     *
     * @param floors
     *            for each patch: what its sites and its uncovered traffic cost together at least
     */
    record Pricing(SiteCuts cuts, double trafficPrice, double[] floors) {
    }

    SitePieces(SiteGrid whole, double wanted, Pricing pricing, Plan plan) {
        this.whole = whole;
        this.pricing = pricing;
        cuts = pricing.cuts();
        int number = cuts.number();
        choice = new SiteChoice(number, wanted);
        visits = new int[number];
        most = new double[number];
        for (int cell = 0; cell < whole.traffic.length; cell++) {
            if (cuts.patch(cell) >= 0) {
                most[cuts.patch(cell)] += whole.traffic[cell];
            }
        }
        split(plan);
    }

    /** The bound knows more; of no use when it has cut the raster anew. */
    synchronized void learn(Pricing news) {
        if (news.cuts() == pricing.cuts()) {
            pricing = news;
        }
    }

    private void split(Plan plan) {
        Area area = whole.problem.area();
        Map<Integer, List<Site>> sites = new HashMap<>();
        for (Site site : plan.sites()) {
            int patch = cuts.patch((site.y() - area.bottom()) * whole.width + site.x() - area.left());
            if (patch >= 0) {
                sites.computeIfAbsent(patch, one -> new ArrayList<>()).add(site);
            }
        }
        sites.forEach((patch, own) -> {
            SiteGrid grid = cuts.grid(patch);
            List<Site> allowed = own.stream().filter(site -> grid.isFree(site, -1)).toList();
            grid.load(new Plan(allowed));
            choice.add(patch, new Way(grid.cost(), grid.covered(), allowed));
        });
    }

    /** How much cheaper a patch could be at most. */
    private double gap(int patch) {
        Way best = choice.best(patch, pricing.trafficPrice());
        return best.cost() + pricing.trafficPrice() * (most[patch] - best.covered()) - pricing.floors()[patch];
    }

    private synchronized int next() {
        int next = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int patch = 0; patch < visits.length; patch++) {
            double hope = gap(patch) / (1 + visits[patch]) / (1 + visits[patch]);
            if (hope > highest) {
                highest = hope;
                next = patch;
            }
        }
        visits[next]++;
        return next;
    }

    /**
     * Anneals one patch.
     *
     * @return a plan when one could be put together from what is known now
     */
    Optional<Plan> improve(RandomGenerator random, BooleanSupplier stopped) {
        int patch = next();
        Way start;
        int visit;
        double trafficPrice;
        synchronized (this) {
            trafficPrice = pricing.trafficPrice();
            start = choice.best(patch, trafficPrice);
            visit = visits[patch];
        }
        SiteGrid grid = cuts.grid(patch);
        grid.load(new Plan(start.sites()));
        Record record = new Record(grid, start, trafficPrice);
        new SiteAnnealing(grid, record, random).cool(WARM, COLD, STEPS * (2 + start.sites().size()) << Math.min(visit, LONGEST) - 1,
                stopped);
        synchronized (this) {
            boolean found = false;
            for (Way way : record.best.values()) {
                found |= choice.add(patch, way);
            }
            return found ? plan() : Optional.empty();
        }
    }

    private Optional<Plan> plan() {
        List<Way> chosen = choice.choose(pricing.trafficPrice());
        return chosen.isEmpty() ? Optional.empty() : Optional.of(new Plan(chosen.stream().flatMap(way -> way.sites().stream()).toList()));
    }

    /** Keeps the widest cover for each cost. */
    private static final class Record implements SiteAnnealing.Aim {

        private final SiteGrid grid;
        private final double cost;
        private final double trafficPrice;
        private final Map<Double, Way> best = new HashMap<>();

        Record(SiteGrid grid, Way start, double trafficPrice) {
            this.grid = grid;
            this.trafficPrice = trafficPrice;
            cost = start.cost();
        }

        @Override
        public double price(double before) {
            return trafficPrice;
        }

        @Override
        public void seen() {
            if (Math.abs(grid.cost() - cost) > USEFUL) {
                return;
            }
            Way known = best.get(grid.cost());
            if (known == null || grid.covered() > known.covered() * (1 + 1e-9)) {
                best.put(grid.cost(), new Way(grid.cost(), grid.covered(), grid.plan().sites()));
            }
        }
    }
}
