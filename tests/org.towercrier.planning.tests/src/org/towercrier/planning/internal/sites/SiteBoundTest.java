package org.towercrier.planning.internal.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Point;
import org.towercrier.planning.SitePlanning.Position;
import org.towercrier.planning.SitePlanning.Site;

@DisplayName("What siting must cost at least")
class SiteBoundTest {

    private static final int ROUNDS = 30;

    private final RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(11);

    /** Bound after a fixed number of rounds, whatever the price of traffic is to begin with. */
    private static double bound(SitePlanning problem, double firstPrice) {
        double[] best = { Double.NEGATIVE_INFINITY };
        double wanted = problem.share() * problem.traffic();
        new SiteBound(new SiteGrid(problem), wanted, firstPrice / wanted, () -> false).run(ROUNDS, value -> {
            assertTrue(value > best[0], "what is told is better than before");
            best[0] = value;
        }, pricing -> {
            assertTrue(pricing.floors().length > 0);
        });
        return best[0];
    }

    /** The least cost, by trying all sets of sites that are not dearer than the best so far. */
    private static final class Exact {
        private final SitePlanning problem;
        private final List<Site> places;
        private final long[] covers;
        private double best = Double.POSITIVE_INFINITY;

        Exact(SitePlanning problem) {
            this.problem = problem;
            Area area = problem.area();
            places = IntStream.rangeClosed(area.left(), area.right()).boxed()
                    .flatMap(x -> IntStream.rangeClosed(area.bottom(), area.top()).boxed().flatMap(
                            y -> IntStream.range(0, problem.kinds().size()).mapToObj(kind -> new Site(x, y, kind))))
                    .filter(site -> covered(site) != 0 && problem.existing().stream().noneMatch(old -> near(old.x(), old.y(), site)))
                    .toList();
            covers = places.stream().mapToLong(this::covered).toArray();
        }

        private boolean near(int x, int y, Site site) {
            return Math.hypot(x - site.x(), y - site.y()) <= problem.distance();
        }

        private long covered(Site site) {
            long bits = 0;
            for (int i = 0; i < problem.points().size(); i++) {
                Point point = problem.points().get(i);
                if (Math.hypot(point.x() - site.x(), point.y() - site.y()) <= problem.kinds().get(site.kind()).radius()) {
                    bits |= 1L << i;
                }
            }
            return bits;
        }

        private double cost(int place) {
            return problem.kinds().get(places.get(place).kind()).cost();
        }

        double least() {
            search(0, 0, 0, new ArrayList<>());
            return best;
        }

        private void search(int from, long bits, double cost, List<Site> taken) {
            double traffic = IntStream.range(0, problem.points().size()).filter(i -> (bits >> i & 1) != 0)
                    .mapToDouble(i -> problem.points().get(i).traffic()).sum();
            if (problem.isEnough(traffic / problem.traffic())) {
                best = Math.min(best, cost);
                return;
            }
            for (int place = from; place < covers.length; place++) {
                Site site = places.get(place);
                if (cost + cost(place) < best - 1e-9 && (covers[place] & ~bits) != 0
                        && taken.stream().noneMatch(other -> near(other.x(), other.y(), site))) {
                    taken.add(site);
                    search(place + 1, bits | covers[place], cost + cost(place), taken);
                    taken.removeLast();
                }
            }
        }
    }

    private SitePlanning small(int side, double share, double distance, Kind... kinds) {
        List<Point> points = Stream
                .generate(() -> new Point(random.nextInt(side), random.nextInt(side), Math.exp(2 * random.nextGaussian())))
                .limit(9).toList();
        List<Position> existing = List.of(new Position(random.nextInt(side), random.nextInt(side)));
        return new SitePlanning(points, existing, List.of(kinds), distance, share, new Area(0, 0, side - 1, side - 1));
    }

    @Test
    @DisplayName("is never more than the least cost of small instances, which all plans were tried for, and near to it")
    void small() {
        double bounds = 0;
        double optima = 0;
        for (int round = 0; round < 40; round++) {
            double share = 0.6 + 0.4 * random.nextDouble();
            double distance = random.nextInt(5);
            SitePlanning problem = random.nextBoolean()
                    ? small(9, share, distance, new Kind("large", 3, 2.5), new Kind("small", 1.5, 1))
                    : small(8, share, distance, new Kind("small", 2, 1), new Kind("middle", 2.3, 1.2));
            double least = new Exact(problem).least();
            if (Double.isInfinite(least)) {
                continue;
            }
            double bound = bound(problem, 5 * random.nextDouble());
            assertTrue(bound <= least * (1 + 1e-9), "bound " + bound + " where " + least + " is enough: " + problem);
            bounds += bound;
            optima += least;
        }
        assertTrue(optima > 50, "most instances have a plan");
        assertTrue(bounds > 0.75 * optima, "bounds " + bounds + " for " + optima);
    }

    @Test
    @DisplayName("is exact where one site is needed for each group of points")
    void groups() {
        List<Point> points = new ArrayList<>();
        for (int group = 0; group < 6; group++) {
            for (int i = 0; i < 20; i++) {
                points.add(new Point(20 + 30 * group + random.nextInt(7), 20 + random.nextInt(7), 1));
            }
        }
        SitePlanning problem = new SitePlanning(points, List.of(), List.of(new Kind("macro", 30, 10), new Kind("micro", 10, 1)), 10, 1,
                new Area(0, 0, 200, 50));
        assertEquals(6, bound(problem, 3), 0.01);
    }

    @Test
    @DisplayName("knows that sites which are too near to one another cannot both stand")
    void distance() {
        // Two points that no small site covers together; the sites for them would be too near, so one large site is needed.
        SitePlanning near = new SitePlanning(List.of(new Point(10, 10, 1), new Point(14, 10, 1)), List.of(),
                List.of(new Kind("large", 6, 5), new Kind("small", 1, 1)), 12, 1, new Area(0, 0, 20, 20));
        SitePlanning free = new SitePlanning(near.points(), List.of(), near.kinds(), 0, 1, near.area());
        assertEquals(2, bound(free, 1), 0.02);
        assertEquals(5, new Exact(near).least());
        // Half of a large site and half of the small ones: what tiles know, where it would be 2 without them.
        assertEquals(3.5, bound(near, 1), 0.02);
    }

    @Test
    @DisplayName("takes dear sites along where they pay")
    void dear() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            points.add(new Point(30 + (int) Math.round(20 * Math.cos(i * Math.PI / 6)),
                    30 + (int) Math.round(20 * Math.sin(i * Math.PI / 6)), 1));
        }
        SitePlanning problem = new SitePlanning(points, List.of(), List.of(new Kind("macro", 22, 5), new Kind("micro", 3, 1)), 5, 1,
                new Area(0, 0, 60, 60));
        // Twelve small sites or one large one.
        assertEquals(5, bound(problem, 12), 0.02);
    }
}
