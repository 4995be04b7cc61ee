package org.towercrier.planning.internal.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.towercrier.planning.FacilityLocation;
import org.towercrier.planning.PMedian;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.Problem;
import org.towercrier.planning.internal.PlannerService;

class LocationTest {

    private final RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(5);

    private <S> PlanningResult<S> solve(Problem<S> problem) {
        return new PlannerService(Optional.empty()).solve(problem, PlanningOptions.within(Duration.ofHours(1)), PlanningMonitor.none());
    }

    private double[][] costs(int customers, int facilities, double from, double to) {
        return IntStream.range(0, customers).mapToObj(i -> random.doubles(facilities, from, to).toArray()).toArray(double[][]::new);
    }

    private static double with(double[][] cost, int facility) {
        return Arrays.stream(cost).mapToDouble(row -> row[facility]).sum();
    }

    @Test
    void theOneBestPlaceIsFoundAndProven() {
        for (int round = 0; round < 20; round++) {
            double[][] cost = costs(90, 40, 0, 100);
            PlanningResult<PMedian.Plan> result = solve(new PMedian(cost, 1));
            double least = IntStream.range(0, 40).mapToDouble(facility -> with(cost, facility)).min().orElseThrow();
            assertEquals(least, result.objective().orElseThrow(), 1e-9);
            assertTrue(result.optimal());
        }
    }

    @Test
    void whereOpeningIsDearOneWarehouseIsFoundAndProven() {
        for (int round = 0; round < 20; round++) {
            double[][] cost = costs(90, 15, 1000, 2000);
            double[] opening = random.doubles(15, 1e6, 1.1e6).toArray();
            PlanningResult<FacilityLocation.Plan> result = solve(FacilityLocation.uncapacitated(opening, cost));
            double least = IntStream.range(0, 15).mapToDouble(facility -> opening[facility] + with(cost, facility)).min().orElseThrow();
            assertEquals(least, result.objective().orElseThrow(), 1e-6);
            assertTrue(result.optimal());
        }
    }

    @Test
    void exchangesOfEqualCostAreNotMadeToAndFro() {
        // Costs whose sums round differently in each order.
        double[][] cost = new double[200][30];
        for (double[] row : cost) {
            double[] values = random.doubles(3, 1e6, 1e7).toArray();
            for (int facility = 0; facility < row.length; facility++) {
                row[facility] = values[facility % values.length];
            }
        }
        Places places = new Places(new double[30], cost, 2);
        boolean[] open = new PlaceExchange(places, PlaceExchange.greedy(places)).improve(() -> false);
        double least = Double.POSITIVE_INFINITY;
        for (int one = 0; one < 3; one++) {
            for (int other = 0; other < one; other++) {
                double sum = 0;
                for (double[] row : cost) {
                    sum += Math.min(row[one], row[other]);
                }
                least = Math.min(least, sum);
            }
        }
        assertEquals(least, places.cost(open), 1e-3);
    }
}
