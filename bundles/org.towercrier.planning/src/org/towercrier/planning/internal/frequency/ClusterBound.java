package org.towercrier.planning.internal.frequency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A bound on the cost of all: the units are parted, and what each part costs among itself at least is added up. Parts grow around what costs most in the
 * best assignment known, by the units that are tied to them most, as long as their least cost is found out in a few seconds.
 */
final class ClusterBound {

    private static final long FIRST_NODES = 500;
    private static final long LONGER = 8;
    private static final long MOST_NODES = 1L << 50;
    /** Units that are tried in vain before a part is done. */
    private static final int PATIENCE = 1;
    private static final int FIRST_IDLE = 6;
    private static final double NEGLIGIBLE = 1e-6;
    /** For something to beat in a part, for each of its units. */
    private static final long STEPS = 5_000;
    private static final int ANNEALINGS = 3;

    private final LinkModel model;
    private final RandomGenerator random;
    private int[] known = {};
    private BooleanSupplier stopped = () -> false;
    private long nodes = FIRST_NODES;
    /** Units that are added without any gain before a part is done. */
    private int idle = FIRST_IDLE;
    private boolean anyRefused;
    private final boolean whole;
    private final double dearest;
    private final double[][] ties;
    /** What parts were found to cost at least, by their units. */
    private final Map<List<Integer>, Double> found = new HashMap<>();

    ClusterBound(LinkModel model, RandomGenerator random) {
        this.model = model;
        this.random = random;
        whole = IntStream.range(0, model.units()).allMatch(u -> Arrays.stream(model.own[u]).allMatch(ClusterBound::isWhole)
                && Arrays.stream(model.prices[u]).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).allMatch(ClusterBound::isWhole));
        ties = model.ties();
        dearest = IntStream.range(0, model.units()).mapToDouble(u -> Arrays.stream(model.prices[u]).flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream).max().orElse(0)).max().orElse(0);
    }

    private static boolean isWhole(double price) {
        return price == Math.rint(price);
    }

    /**
     * Better and better bounds, each after a longer search, until it is stopped or one is enough. Goes on where it was stopped.
     *
     * @param best
     *            the best assignment known
     */
    void run(int[] best, double enough, BooleanSupplier until, DoubleConsumer bound) {
        known = best;
        stopped = until;
        double sum = Double.NEGATIVE_INFINITY;
        while (!stopped.getAsBoolean() && sum < enough - NEGLIGIBLE && nodes < MOST_NODES && idle < 2 * model.units()) {
            anyRefused = false;
            sum = sum();
            bound.accept(sum);
            if (anyRefused && !stopped.getAsBoolean()) {
                nodes *= LONGER;
            } else if (!stopped.getAsBoolean()) {
                // More steps would change nothing, larger parts may.
                idle *= 2;
            }
        }
    }

    /** Parts all units. Those that are not in a part when it is stopped count with their own least price. */
    private double sum() {
        boolean[] free = new boolean[model.units()];
        Arrays.fill(free, true);
        double sum = 0;
        int[] dearest = IntStream.range(0, free.length).boxed().sorted(Comparator.comparingDouble(u -> -paid(u)))
                .mapToInt(Integer::intValue).toArray();
        for (int u : dearest) {
            if (free[u]) {
                sum += grow(u, free);
            }
        }
        return sum;
    }

    /** What the best assignment pays for a unit. */
    private double paid(int u) {
        double paid = model.own[u][known[u]];
        for (int k = 0; k < model.neighbours[u].length; k++) {
            paid += model.prices[u][k][known[u]][known[model.neighbours[u][k]]];
        }
        return paid;
    }

    /** A part around a unit, which is free no more. @return its least cost */
    private double grow(int seed, boolean[] free) {
        List<Integer> members = new ArrayList<>(List.of(seed));
        double singles = ownLeast(seed);
        double before = singles;
        double least = singles;
        double gain = 0;
        int worth = 1;
        Set<Integer> refused = new HashSet<>();
        while (!stopped.getAsBoolean() && refused.size() < PATIENCE && members.size() - worth < idle) {
            int next = mostTied(members, free, refused);
            if (next < 0) {
                break;
            }
            members.add(next);
            OptionalDouble value = least(members, before + ownLeast(next));
            if (value.isEmpty()) {
                refused.add(members.removeLast());
                anyRefused = true;
                continue;
            }
            before = value.getAsDouble();
            singles += ownLeast(next);
            if (before - singles > gain + NEGLIGIBLE) {
                gain = before - singles;
                least = before;
                worth = members.size();
            }
        }
        // What was added last without any gain may be of use elsewhere.
        members.subList(0, worth).forEach(u -> free[u] = false);
        return least;
    }

    private double ownLeast(int u) {
        return Arrays.stream(model.own[u]).min().orElse(0);
    }

    private int mostTied(List<Integer> members, boolean[] free, Set<Integer> refused) {
        double[] sums = new double[free.length];
        for (int u : members) {
            for (int k = 0; k < ties[u].length; k++) {
                sums[model.neighbours[u][k]] += ties[u][k];
            }
        }
        return IntStream.range(0, sums.length).filter(u -> free[u] && sums[u] > 0 && !members.contains(u) && !refused.contains(u)).boxed()
                .max(Comparator.comparingDouble(u -> sums[u])).orElse(-1);
    }

    /** @param certain what they cost at least as far as is known before */
    private OptionalDouble least(List<Integer> members, double certain) {
        int[] units = members.stream().mapToInt(Integer::intValue).sorted().toArray();
        List<Integer> key = Arrays.stream(units).boxed().toList();
        Double earlier = found.get(key);
        if (earlier != null) {
            return OptionalDouble.of(earlier);
        }
        double reached = reached(units);
        if (reached <= certain + NEGLIGIBLE) {
            return OptionalDouble.of(certain);
        }
        LinkModel part = model.part(units);
        reached = Math.min(reached, annealed(part, reached));
        OptionalDouble least = reached <= certain + NEGLIGIBLE
                ? OptionalDouble.of(certain)
                : new Cluster(part).least(reached, whole, nodes, stopped);
        least.ifPresent(value -> found.put(key, value));
        return least;
    }

    /** The best that annealing finds: the nearer to the least cost, the shorter the proof. */
    private double annealed(LinkModel part, double reached) {
        double best = reached;
        for (int round = 0; round < ANNEALINGS; round++) {
            Annealing annealing = new Annealing(part, 2 * reached + 1, Annealing.all(part), random);
            annealing.start(new int[0]);
            annealing.cool(2 * dearest + NEGLIGIBLE, dearest / 1e4 + NEGLIGIBLE, STEPS * part.units(), Double.NEGATIVE_INFINITY, stopped);
            best = Math.min(best, annealing.least());
        }
        return best;
    }

    /** What the best assignment pays among some units. */
    private double reached(int[] units) {
        double reached = 0;
        for (int u : units) {
            reached += model.own[u][known[u]];
            for (int k = 0; k < model.neighbours[u].length; k++) {
                int v = model.neighbours[u][k];
                reached += v > u && Arrays.binarySearch(units, v) >= 0 ? model.prices[u][k][known[u]][known[v]] : 0;
            }
        }
        return reached;
    }
}
