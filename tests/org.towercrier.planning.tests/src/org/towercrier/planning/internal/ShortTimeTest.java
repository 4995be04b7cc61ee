package org.towercrier.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.planning.BudgetedChoice;
import org.towercrier.planning.Covering;
import org.towercrier.planning.FacilityLocation;
import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.FrequencyAssignment.Link;
import org.towercrier.planning.FrequencyAssignment.Separation;
import org.towercrier.planning.GraphColouring;
import org.towercrier.planning.PMedian;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.Problem;
import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Area;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Point;

@DisplayName("When the time is over before anything was found")
class ShortTimeTest {

    private static final int SIZE = 40;

    private final RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(17);

    private <S> void hasPlan(Problem<S> problem) {
        PlanningResult<S> result = new PlannerService(Optional.empty()).solve(problem, PlanningOptions.within(Duration.ofNanos(1)),
                PlanningMonitor.none());
        String kind = problem.getClass().getSimpleName();
        S plan = result.solution().orElseThrow(() -> new AssertionError(kind + " has no plan"));
        assertEquals(result.objective().orElseThrow(), problem.objective(plan), 1e-9, kind);
        result.bound().ifPresent(bound -> assertTrue(problem.minimises()
                ? bound <= result.objective().getAsDouble() + 1e-9
                : bound >= result.objective().getAsDouble() - 1e-9, kind));
    }

    private double[][] costs() {
        return IntStream.range(0, SIZE).mapToObj(i -> random.doubles(SIZE, 1, 100).toArray()).toArray(double[][]::new);
    }

    @Test
    @DisplayName("places to serve from are chosen nevertheless, with and without capacities")
    void places() {
        double[] opening = random.doubles(SIZE, 50, 200).toArray();
        double[] demand = random.doubles(SIZE, 1, 10).toArray();
        double[] capacity = random.doubles(SIZE, 20, 60).toArray();
        hasPlan(FacilityLocation.uncapacitated(opening, costs()));
        hasPlan(new FacilityLocation(opening, costs(), demand, Optional.of(capacity)));
        hasPlan(new PMedian(costs(), 5));
    }

    @Test
    @DisplayName("everything is covered nevertheless")
    void covers() {
        int[][] sets = IntStream.range(0, SIZE).mapToObj(set -> IntStream.range(0, SIZE).filter(e -> e == set || random.nextInt(6) == 0)
                .toArray()).toArray(int[][]::new);
        hasPlan(Covering.all(random.doubles(SIZE, 1, 9).toArray(), sets, SIZE));
        List<Point> points = IntStream.range(0, 400).mapToObj(i -> new Point(random.nextInt(200), random.nextInt(200), random.nextDouble()))
                .distinct().toList();
        hasPlan(new SitePlanning(points, List.of(), List.of(new Kind("macro", 30, 10), new Kind("micro", 10, 1)), 10, 0.9,
                new Area(0, 0, 200, 200)));
    }

    @Test
    @DisplayName("graphs are coloured and links have frequencies nevertheless, whatever is to be small")
    void frequencies() {
        List<GraphColouring.Edge> edges = new ArrayList<>();
        List<Separation> separations = new ArrayList<>();
        for (int a = 0; a < SIZE; a++) {
            for (int b = a + 1; b < SIZE; b++) {
                if (random.nextInt(4) == 0) {
                    edges.add(new GraphColouring.Edge(a, b));
                    separations.add(new Separation(a, b, false, 1, random.nextBoolean() ? 3 : Double.POSITIVE_INFINITY));
                }
            }
        }
        hasPlan(new GraphColouring(SIZE, edges));
        int[] usable = IntStream.rangeClosed(1, 60).toArray();
        List<Link> links = IntStream.range(0, SIZE).mapToObj(i -> new Link("L" + i, usable, OptionalInt.empty(), 0)).toList();
        for (Goal goal : Goal.values()) {
            hasPlan(new FrequencyAssignment(links, separations, goal));
        }
    }

    @Test
    @DisplayName("a budget is spent nevertheless, and there is a bound")
    void choice() {
        BudgetedChoice.Builder builder = new BudgetedChoice.Builder().budget("money", 300);
        for (int i = 0; i < SIZE; i++) {
            int need = builder.need("need " + i, 5 + random.nextInt(10), 1);
            builder.relief(builder.action("action " + i, 5 + random.nextInt(30)), need, 1 + random.nextInt(12));
        }
        BudgetedChoice problem = builder.build();
        hasPlan(problem);
        assertTrue(new PlannerService(Optional.empty()).solve(problem, PlanningOptions.within(Duration.ofNanos(1)), PlanningMonitor.none())
                .bound().isPresent());
    }
}
