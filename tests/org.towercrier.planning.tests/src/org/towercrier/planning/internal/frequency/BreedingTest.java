package org.towercrier.planning.internal.frequency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.FrequencyAssignment.Link;
import org.towercrier.planning.FrequencyAssignment.Separation;

@DisplayName("Breeding assignments of least interference")
class BreedingTest {

    private static final double PENALTY = 1e6;

    private final RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(11);

    private static Pool.Member member(double cost) {
        return new Pool.Member(new int[]{ (int) cost }, cost);
    }

    /** All that the pool has. */
    private Set<Double> costs(Pool pool) {
        return pool.draw(Integer.MAX_VALUE, random).stream().map(Pool.Member::cost).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("No two members of a pool cost the same, and a child takes the place of its dearer parent, not of the dearest of all")
    void families() {
        Pool pool = new Pool(3, 3);
        List<Pool.Member> members = List.of(member(30), member(20), member(10));
        for (Pool.Member member : members) {
            assertTrue(pool.add(member, List.of()));
        }
        assertTrue(pool.full());
        assertFalse(pool.add(member(20), List.of()), "a member costs as much");
        assertFalse(pool.add(member(25), members.subList(1, 3)), "dearer than both parents");
        assertEquals(2 / 3.0, pool.idle(), 1e-9);
        assertTrue(pool.add(member(15), members.subList(1, 3)));
        assertEquals(Set.of(30.0, 15.0, 10.0), costs(pool));
        assertEquals(0, pool.idle());
        assertTrue(pool.add(member(25), List.of()), "without parents, in the place of the dearest");
        assertEquals(Set.of(25.0, 15.0, 10.0), costs(pool));
    }

    @Test
    @DisplayName("A pool that is renewed begins anew and larger; the next renewal lets the best of before join")
    void renewal() {
        Pool pool = new Pool(3, 5);
        IntStream.of(30, 20, 10).forEach(cost -> pool.add(member(cost), List.of()));
        pool.renew();
        assertEquals(0, pool.size());
        IntStream.of(60, 50, 40, 35).forEach(cost -> pool.add(member(cost), List.of()));
        assertFalse(pool.full(), "there is room for more than before");
        pool.add(member(33), List.of());
        assertTrue(pool.full());
        pool.renew();
        assertEquals(Set.of(10.0, 33.0, 35.0, 40.0, 50.0), costs(pool), "the dearest made room");
        pool.renew();
        assertEquals(0, pool.size());
    }

    /** A ring of units, each tied to the next two, some of them with chords. */
    private LinkModel ring(int units, int frequencies) {
        int[] usable = IntStream.range(0, frequencies).map(i -> 10 + 7 * i).toArray();
        List<Link> links = IntStream.range(0, units).mapToObj(i -> new Link("L" + i, usable, OptionalInt.empty(), 0)).toList();
        List<Separation> separations = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            for (int step : i % 3 == 0 ? new int[]{ 1, 2, 7 } : new int[]{ 1, 2 }) {
                separations.add(new Separation(i, (i + step) % units, false, 5 + random.nextInt(40), 1 + random.nextInt(90)));
            }
        }
        return new LinkModel(new FrequencyAssignment(links, separations, Goal.LEAST_COST));
    }

    @Test
    @DisplayName("A part has most of the units, and small tables eliminate it")
    void sparse() {
        LinkModel model = ring(24, 6);
        int most = Arrays.stream(model.choices).mapToInt(choices -> choices.length).max().orElseThrow();
        int table = most * most;
        int[] all = IntStream.range(0, model.units()).toArray();
        for (int round = 0; round < 10; round++) {
            BitSet part = (BitSet) new SparsePart(model, table).gather(SparsePart.shuffled(all, random)).clone();
            assertTrue(eliminates(model, part, table));
            assertTrue(part.cardinality() > model.units() / 2, "most units: " + part);
            assertTrue(part.cardinality() < model.units(), "but not all, since the ring has chords");
        }
        assertEquals(model.units(), new SparsePart(model, 1e9).gather(all).cardinality());
        assertTrue(new SparsePart(model, 1).gather(all).stream().noneMatch(u -> Arrays.stream(model.neighbours[u])
                .anyMatch(v -> new SparsePart(model, 1).gather(all).get(v))), "with tables of one entry no two neighbours come in");
    }

    private static boolean eliminates(LinkModel model, BitSet part, double table) {
        int[][] domains = Annealing.all(model);
        IntStream.range(0, domains.length).filter(u -> !part.get(u)).forEach(u -> domains[u] = new int[]{ 0 });
        return new Elimination(model, PENALTY, domains).plan(table, 1e12);
    }

    @Test
    @DisplayName("Rearranging a sparse part never costs more, helps a bad assignment, and moves among equals")
    void rearrangement() {
        LinkModel model = ring(30, 8);
        Recombination recombination = new Recombination(model, PENALTY, random);
        int[] now = new int[model.units()];
        double before = recombination.cost(now);
        double cost = before;
        for (int round = 0; round < 20; round++) {
            now = recombination.rearrange(now);
            double after = recombination.cost(now);
            assertTrue(after <= cost + 1e-9);
            cost = after;
        }
        assertTrue(cost < before / 2, before + " came to " + cost);
        int[] settled = now;
        assertNotEquals(1, IntStream.range(0, 20).mapToObj(round -> Arrays.toString(recombination.rearrange(settled))).distinct().count());
    }
}
