package org.towercrier.planning.internal.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.towercrier.fixture.SharedData;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Plan;
import org.towercrier.planning.SitePlanning.Point;
import org.towercrier.planning.SitePlanning.Position;
import org.towercrier.planning.SitePlanning.Site;
import org.towercrier.planning.internal.PlannerService;
import org.towercrier.planning.internal.instance.Coverage;

class SitePlanningTest {

    private final PlannerService planner = new PlannerService(Optional.empty());

    @Test
    void aPlanKeepsEveryRuleOfTheContestByAPlainCheck() throws Exception {
        Coverage coverage = new Coverage();
        try (Stream<Path> files = Files.list(SharedData.path("planning/mathorcup2022-site-planning"))) {
            for (Path file : files.sorted().toList()) {
                coverage.read(file);
            }
        }
        SitePlanning problem = coverage.contest();
        AtomicBoolean enough = new AtomicBoolean();
        PlanningResult<Plan> result = planner.solve(problem, PlanningOptions.within(Duration.ofHours(1)), new PlanningMonitor() {
            @Override
            public boolean cancelled() {
                return enough.get();
            }

            @Override
            public void progress(Progress progress) {
                // The first plan is enough here: what follows makes it cheaper.
                enough.set(true);
            }
        });
        List<Site> sites = result.solution().orElseThrow().sites();
        checkDistances(sites, problem.existing());
        double all = 0;
        double covered = 0;
        for (Point point : problem.points()) {
            all += point.traffic();
            for (Site site : sites) {
                long dx = site.x() - point.x();
                long dy = site.y() - point.y();
                int radius = site.kind() == 0 ? 30 : 10;
                if (dx * dx + dy * dy <= radius * radius) {
                    covered += point.traffic();
                    break;
                }
            }
        }
        assertTrue(covered >= 0.9 * all * (1 - 1e-9), covered / all + " is covered");
        int cost = sites.stream().mapToInt(site -> site.kind() == 0 ? 10 : 1).sum();
        assertEquals(cost, result.objective().orElseThrow());
        assertTrue(cost < 6452, "costs " + cost);
        assertTrue(result.bound().isEmpty() || result.bound().getAsDouble() <= cost);
    }

    private static void checkDistances(List<Site> sites, List<Position> existing) {
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            assertTrue(site.x() >= 0 && site.x() <= 2499 && site.y() >= 0 && site.y() <= 2499, site.toString());
            for (int j = 0; j < i; j++) {
                assertTrue(Math.hypot(site.x() - sites.get(j).x(), site.y() - sites.get(j).y()) > 10, site + " and " + sites.get(j));
            }
            for (Position old : existing) {
                assertTrue(Math.hypot(site.x() - old.x(), site.y() - old.y()) > 10, site + " and " + old);
            }
        }
    }

    @Test
    void whatBreaksARuleIsRefused() {
        SitePlanning problem = new SitePlanning(List.of(new Point(10, 10, 1)), List.of(new Position(30, 30)),
                List.of(new Kind("micro", 10, 1)), 10, 0.9,
                new Area(0, 0, 50, 50));
        assertEquals(1, problem.objective(new Plan(List.of(new Site(10, 10, 0)))));
        assertThrows(IllegalArgumentException.class, () -> problem.objective(new Plan(List.of(new Site(20, 30, 0), new Site(10, 10, 0)))));
        assertThrows(IllegalArgumentException.class, () -> problem.objective(new Plan(List.of(new Site(10, 10, 0), new Site(10, 20, 0)))));
        assertThrows(IllegalArgumentException.class, () -> problem.objective(new Plan(List.of(new Site(10, 21, 0)))));
        assertThrows(IllegalArgumentException.class, () -> problem.objective(new Plan(List.of(new Site(10, 10, 0), new Site(10, 51, 0)))));
    }

    @Test
    void theBoundIsNeverAboveAPlanThatIsKnown() {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(3);
        for (int round = 0; round < 5; round++) {
            List<Point> points = new ArrayList<>();
            // One site at each of these places covers all points, so that many sites are enough.
            int places = 3 + round;
            for (int place = 0; place < places; place++) {
                for (int i = 0; i < 40; i++) {
                    points.add(new Point(20 + 25 * place + random.nextInt(9) - 4, 40 + random.nextInt(9) - 4, random.nextDouble()));
                }
            }
            SitePlanning problem = new SitePlanning(points, List.of(), List.of(new Kind("macro", 30, 10), new Kind("micro", 10, 1)), 10, 1,
                    new Area(0, 0, 250, 80));
            AtomicBoolean enough = new AtomicBoolean();
            PlanningResult<Plan> result = planner.solve(problem, PlanningOptions.within(Duration.ofHours(1)), new PlanningMonitor() {
                @Override
                public boolean cancelled() {
                    return enough.get();
                }

                @Override
                public void progress(Progress progress) {
                    enough.set(enough.get() || progress.objective() <= places && progress.bound().isPresent());
                }
            });
            assertTrue(result.objective().orElseThrow() <= places, "found " + result.objective() + " where " + places + " do");
            assertTrue(result.bound().orElse(0) <= places, "bound " + result.bound() + " where " + places + " do");
        }
    }
}
