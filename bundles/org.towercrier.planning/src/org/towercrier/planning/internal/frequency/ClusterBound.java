package org.towercrier.planning.internal.frequency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * A bound on the cost of all: the units are parted, and what each part costs among itself at least is added up. Parts grow around what costs most in the
 * best assignment known, by the units that are tied to them most, as long as their least cost is found out in a few seconds.
 */
final class ClusterBound {

    /** Larger ones take longer than the nodes that they save. */
    private static final double LARGEST_TABLE = 1 << 12;
    private static final long FIRST_NODES = 4_000;
    private static final long MOST_NODES = 1L << 40;
    /** Units that are tried in vain before a part is done. */
    private static final int PATIENCE = 3;
    /** Units that are added without any gain before a part is done. */
    private static final int IDLE = 6;
    private static final double NEGLIGIBLE = 1e-6;

    private final LinkModel model;
    private final int[] known;
    private final BooleanSupplier stopped;
    private final boolean whole;
    /** Mean price of each pair, beside {@link LinkModel#neighbours}: how much the two are in one another's way. */
    private final double[][] ties;

    /**
     * @param known
     *            the best assignment
     */
    ClusterBound(LinkModel model, int[] known, BooleanSupplier stopped) {
        this.model = model;
        this.known = known;
        this.stopped = stopped;
        whole = IntStream.range(0, model.units()).allMatch(u -> Arrays.stream(model.own[u]).allMatch(ClusterBound::isWhole)
                && Arrays.stream(model.prices[u]).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).allMatch(ClusterBound::isWhole));
        ties = new double[model.units()][];
        for (int u = 0; u < ties.length; u++) {
            ties[u] = Arrays.stream(model.prices[u])
                    .mapToDouble(table -> Arrays.stream(table).flatMapToDouble(Arrays::stream).average().orElse(0)).toArray();
        }
    }

    private static boolean isWhole(double price) {
        return price == Math.rint(price);
    }

    /** Better and better bounds, each after a longer search, until it is stopped or one is enough. */
    void run(double enough, DoubleConsumer bound) {
        double last = Double.NEGATIVE_INFINITY;
        for (long nodes = FIRST_NODES; !stopped.getAsBoolean(); nodes *= 4) {
            double sum = sum(nodes);
            if (!stopped.getAsBoolean() || sum > last) {
                bound.accept(sum);
            }
            if (sum >= enough - NEGLIGIBLE || nodes > MOST_NODES) {
                return;
            }
            last = Math.max(last, sum);
        }
    }

    /** Parts all units. Those that are not in a part when it is stopped count with their own least price. */
    private double sum(long nodes) {
        boolean[] free = new boolean[model.units()];
        Arrays.fill(free, true);
        double sum = 0;
        int[] dearest = IntStream.range(0, free.length).boxed().sorted(Comparator.comparingDouble(u -> -paid(u)))
                .mapToInt(Integer::intValue).toArray();
        for (int u : dearest) {
            if (free[u]) {
                sum += grow(u, free, nodes);
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
    private double grow(int seed, boolean[] free, long nodes) {
        List<Integer> members = new ArrayList<>(List.of(seed));
        double singles = ownLeast(seed);
        double least = singles;
        double gain = 0;
        int worth = 1;
        Set<Integer> refused = new HashSet<>();
        while (!stopped.getAsBoolean() && refused.size() < PATIENCE && members.size() - worth < IDLE) {
            int next = mostTied(members, free, refused);
            if (next < 0) {
                break;
            }
            members.add(next);
            OptionalDouble value = least(members, nodes);
            if (value.isEmpty()) {
                refused.add(members.removeLast());
                continue;
            }
            singles += ownLeast(next);
            if (value.getAsDouble() - singles > gain + NEGLIGIBLE) {
                gain = value.getAsDouble() - singles;
                least = value.getAsDouble();
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

    private OptionalDouble least(List<Integer> members, long nodes) {
        int[] units = members.stream().mapToInt(Integer::intValue).sorted().toArray();
        double reached = reached(units);
        LinkModel part = model.part(units);
        OptionalDouble least = new Cluster(part, LARGEST_TABLE).least(reached, whole, nodes, stopped);
        return least.isPresent() && whole ? OptionalDouble.of(Math.rint(least.getAsDouble())) : least;
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
