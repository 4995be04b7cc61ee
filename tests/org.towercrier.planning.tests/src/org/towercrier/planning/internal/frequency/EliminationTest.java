package org.towercrier.planning.internal.frequency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.FrequencyAssignment.Link;
import org.towercrier.planning.FrequencyAssignment.Plan;
import org.towercrier.planning.FrequencyAssignment.Separation;
import org.towercrier.planning.PlanningMonitor;
import org.towercrier.planning.PlanningOptions;
import org.towercrier.planning.PlanningResult;
import org.towercrier.planning.internal.PlannerService;

@DisplayName("Least cost of interference")
class EliminationTest {

    private static final int[] FREQUENCIES = { 10, 14, 19, 25 };
    private static final double PENALTY = 1e6;

    private static FrequencyAssignment network(RandomGenerator random, int links) {
        List<Link> all = new ArrayList<>();
        for (int i = 0; i < links; i++) {
            boolean placed = random.nextInt(3) == 0;
            OptionalInt present = placed ? OptionalInt.of(FREQUENCIES[random.nextInt(4)]) : OptionalInt.empty();
            all.add(new Link("L" + i, FREQUENCIES, present, placed ? 1 + random.nextInt(5) : 0));
        }
        List<Separation> separations = new ArrayList<>();
        for (int a = 0; a < links; a++) {
            for (int b = a + 1; b < links; b++) {
                if (random.nextInt(2) == 0) {
                    separations.add(new Separation(a, b, false, 3 + random.nextInt(8), 1 + random.nextInt(20)));
                }
            }
        }
        // One pair has to be exactly 5 apart, as the two directions of a link are.
        separations.add(new Separation(0, 1, true, 5, Double.POSITIVE_INFINITY));
        return new FrequencyAssignment(all, separations, Goal.LEAST_COST);
    }

    private static double enumerate(FrequencyAssignment network) {
        int links = network.links().size();
        double best = Double.POSITIVE_INFINITY;
        for (int code = 0; code < 1 << 2 * links; code++) {
            int digits = code;
            List<Integer> frequencies = IntStream.range(0, links).mapToObj(i -> FREQUENCIES[digits >> 2 * i & 3]).toList();
            if (Math.abs(frequencies.get(0) - frequencies.get(1)) == 5) {
                boolean allowed = network.separations().stream().filter(one -> one.cost() == Double.POSITIVE_INFINITY)
                        .allMatch(one -> one.kept(frequencies.get(one.a()), frequencies.get(one.b())));
                best = allowed ? Math.min(best, network.objective(new Plan(frequencies))) : best;
            }
        }
        return best;
    }

    @Test
    @DisplayName("Eliminating units over all their choices comes to the least cost that enumeration finds, and the whole search does, too")
    void exact() {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(5);
        for (int round = 0; round < 8; round++) {
            FrequencyAssignment network = network(random, 7);
            double least = enumerate(network);
            LinkModel model = new LinkModel(network);
            int[][] all = Annealing.all(model);
            int[] choices = new Elimination(model, PENALTY, all).solve(1e6, 1e8).orElseThrow();
            assertEquals(least, network.objective(model.plan(choices)), 1e-9, "round " + round);
            assertEquals(least, new Recombination(model, PENALTY, random).cost(choices), 1e-9);
            // So small a network is proven and ends by itself, whatever the limit.
            PlanningResult<Plan> result = new PlannerService(Optional.empty()).solve(network, PlanningOptions.within(Duration.ofHours(1)),
                    PlanningMonitor.none());
            assertEquals(least, result.objective().orElseThrow(), 1e-9);
            assertEquals(least, result.bound().orElseThrow(), 1e-9);
            assertTrue(result.optimal());
        }
    }

    @Test
    @DisplayName("The least cost of a part is what enumeration finds, and the bounds by parts never say more than the least cost of the whole")
    void parts() {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(8);
        boolean anySaysMore = false;
        for (int round = 0; round < 12; round++) {
            // Half of them with whole prices, half with others; most with what excludes one another.
            FrequencyAssignment network = round % 2 == 0 ? network(random, 8) : uneven(network(random, 8), random);
            double least = enumerate(network);
            LinkModel model = new LinkModel(network);
            int[] all = IntStream.range(0, model.units()).toArray();
            Cluster cluster = new Cluster(model.part(all));
            OptionalDouble proven = cluster.least(least + 50, round % 2 == 0, Long.MAX_VALUE, () -> false);
            assertEquals(least, proven.orElseThrow(), 1e-5, "round " + round);
            assertTrue(proven.getAsDouble() <= least + 1e-9, "rounded down, not up");
            assertEquals(least - 3, new Cluster(model.part(all)).least(least - 3, false, Long.MAX_VALUE, () -> false).orElseThrow(), 1e-5,
                    "nothing below what was reached");
            assertTrue(new Cluster(model.part(all)).least(least + 50, true, 1, () -> false).isEmpty(), "not within one step");
            assertTrue(new Cluster(model.part(all)).least(least + 50, true, 257, () -> true).isEmpty(), "stopped at the first step");
            List<Double> bounds = new ArrayList<>();
            int[] known = new Recombination(model, PENALTY, random).cheapest();
            new ClusterBound(model, random).run(known, Double.POSITIVE_INFINITY, () -> bounds.size() == 3, bounds::add);
            assertTrue(bounds.size() > 1, "once more, with larger parts");
            assertTrue(bounds.stream().allMatch(bound -> bound >= 0 && bound <= least + 1e-9), bounds + " for " + least);
            anySaysMore |= bounds.getLast() > trivial(model) + 1;
        }
        assertTrue(anySaysMore, "more than each unit's own least price");
    }

    private static double trivial(LinkModel model) {
        return Arrays.stream(model.own).mapToDouble(own -> Arrays.stream(own).min().orElse(0)).sum();
    }

    /** Prices that are not whole, and some separations that have to be kept. */
    private static FrequencyAssignment uneven(FrequencyAssignment network, RandomGenerator random) {
        List<Separation> separations = network.separations().stream().map(one -> one.exact() ? one
                : new Separation(one.a(), one.b(), false, one.distance(),
                        one.distance() == 3 ? Double.POSITIVE_INFINITY : one.cost() + random.nextDouble()))
                .toList();
        return new FrequencyAssignment(network.links(), separations, Goal.LEAST_COST);
    }

    @Test
    @DisplayName("A mixture takes nothing that no parent has and is not dearer than any of them; a table too large is not begun")
    void mixture() {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(6);
        LinkModel model = new LinkModel(network(random, 9));
        Recombination recombination = new Recombination(model, PENALTY, random);
        int[] one = Arrays.stream(model.choices).mapToInt(choices -> random.nextInt(choices.length)).toArray();
        int[] other = Arrays.stream(model.choices).mapToInt(choices -> random.nextInt(choices.length)).toArray();
        int[] child = recombination.mix(one, other);
        for (int u = 0; u < child.length; u++) {
            assertTrue(child[u] == one[u] || child[u] == other[u]);
        }
        assertTrue(recombination.cost(child) <= Math.min(recombination.cost(one), recombination.cost(other)) + 1e-9);
        assertFalse(new Elimination(model, PENALTY, Annealing.all(model)).plan(1, 1e8));
    }
}
