package org.towercrier.planning.internal.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Plan;
import org.towercrier.planning.SitePlanning.Point;
import org.towercrier.planning.SitePlanning.Position;
import org.towercrier.planning.internal.sites.SitePieces.Pricing;

@DisplayName("Siting patch by patch")
class SitePiecesTest {

    private static final double SHARE = 0.9;
    private static final double HAIR = 1e-6;

    private final RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(23);

    private SitePlanning clusters(int number, double distance) {
        List<Point> points = new ArrayList<>();
        for (int cluster = 0; cluster < number; cluster++) {
            int x = 30 + random.nextInt(340);
            int y = 30 + random.nextInt(340);
            for (int i = 0; i < 40; i++) {
                points.add(new Point(x + (int) (9 * random.nextGaussian()), y + (int) (9 * random.nextGaussian()),
                        Math.exp(1.5 * random.nextGaussian())));
            }
        }
        List<Position> existing = random.ints(30, 0, 400).mapToObj(x -> new Position(x, random.nextInt(400))).toList();
        return new SitePlanning(points.stream().filter(point -> point.x() >= 0 && point.y() >= 0).toList(), existing,
                List.of(new Kind("macro", 30, 10), new Kind("micro", 10, 1)), distance, SHARE, new Area(0, 0, 420, 420));
    }

    private static SiteGrid greedy(SitePlanning problem) {
        SiteGrid grid = new SiteGrid(problem);
        assertTrue(new SiteGreedy(grid).fill(wanted(problem), () -> false));
        return grid;
    }

    private static double wanted(SitePlanning problem) {
        return problem.share() * problem.traffic() * (1 + HAIR);
    }

    /** So many patches are annealed, and each plan that comes of it is checked. @return cost of the cheapest */
    private double improved(SiteGrid grid, Pricing pricing, int visits) {
        SitePieces pieces = new SitePieces(grid, wanted(grid.problem), pricing, grid.plan());
        assertTrue(pricing.cuts().number() > 2, "the raster falls apart");
        double best = Double.POSITIVE_INFINITY;
        for (int visit = 0; visit < visits; visit++) {
            Optional<Plan> plan = pieces.improve(random, () -> false);
            if (plan.isPresent()) {
                // Throws when a rule is broken or too little is covered.
                best = Math.min(best, grid.problem.objective(plan.get()));
            }
        }
        return best;
    }

    @Test
    @DisplayName("keeps all rules, is cheaper than greedy and near the bound")
    void cheaper() {
        SitePlanning problem = clusters(12, 10);
        SiteGrid grid = greedy(problem);
        double greedy = grid.cost();
        double[] bound = { 0 };
        AtomicReference<Pricing> pricing = new AtomicReference<>();
        new SiteBound(grid, problem.share() * problem.traffic() * (1 - HAIR), grid.marginalPrice(wanted(problem)), () -> false).run(40,
                value -> bound[0] = value, pricing::set);
        double best = improved(grid, pricing.get(), 16);
        assertTrue(best < greedy, "greedy costs " + greedy + ", this " + best);
        assertTrue(bound[0] <= best, "bound " + bound[0] + ", cost " + best);
        assertTrue(best <= 1.1 * bound[0], "bound " + bound[0] + ", cost " + best);
    }

    @Test
    @DisplayName("keeps sites of different patches apart also where the distance is longer than any reach")
    void apart() {
        int distance = 34;
        SiteGrid grid = new SiteGrid(clusters(8, distance));
        BitSet[] places = { new BitSet(), new BitSet() };
        new SiteCertificate(grid, 1, 1, () -> false).worthwhile(1 / 30.0, 10, 1, places[1]);
        SiteCuts cuts = new SiteCuts(grid, places);
        assertTrue(cuts.number() > 2, "the raster falls apart");
        int[] cells = places[1].stream().toArray();
        for (int i = 0; i < 3_000; i++) {
            int one = cells[random.nextInt(cells.length)];
            for (int other : cells) {
                double apart = Math.hypot(one % grid.width - other % grid.width, one / grid.width - other / grid.width);
                assertTrue(apart > distance || cuts.patch(one) == cuts.patch(other), () -> one + " and " + other);
            }
        }
    }

    @Test
    @DisplayName("goes the same way with the same seed")
    void repeatable() {
        SitePlanning problem = clusters(12, 10);
        List<List<Double>> ways = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            SiteGrid grid = greedy(problem);
            SiteThrift thrift = new SiteThrift(grid, wanted(problem));
            new SiteAnnealing(grid, thrift, RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(4)).cool(0.1, 0.01, 30_000, () -> false);
            ways.add(List.of(problem.objective(thrift.best()), problem.covered(thrift.best())));
        }
        assertEquals(ways.get(0), ways.get(1));
    }
}
