package org.towercrier.planning.internal.frequency;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Better assignments from known ones: the exact best of all combinations of some of their choices (after the optimised crossover of Kolen, A genetic
 * algorithm for frequency assignment, 1999), and of all choices in a part of the network.
 */
final class Recombination {

    private static final double LARGEST_TABLE = 1 << 18;
    private static final double MOST_EFFORT = 3e7;
    /** Of sparse parts, in tables: two neighbours' choices at a time, if that is not too many. Wider ones take more time than they save. */
    private static final int LEAST_PART_TABLE = 1 << 11;
    private static final int MOST_PART_TABLE = 1 << 13;
    private static final double MOST_PART_EFFORT = 1e9;
    /** Units that a sparse part is gathered from. */
    private static final int MOST_TRIED = 300;

    private final LinkModel model;
    private final double penalty;
    private final double[][][][] pairs;
    private final RandomGenerator random;
    private final SparsePart sparse;

    Recombination(LinkModel model, double penalty, RandomGenerator random) {
        this.model = model;
        this.penalty = penalty;
        pairs = model.pairs(penalty);
        this.random = random;
        int most = Arrays.stream(model.choices).mapToInt(choices -> choices.length).max().orElse(1);
        sparse = new SparsePart(model, Math.clamp((long) most * most, LEAST_PART_TABLE, MOST_PART_TABLE));
    }

    /** The cost of choices, penalties included. */
    double cost(int[] choices) {
        double cost = 0;
        for (int u = 0; u < choices.length; u++) {
            cost += model.own[u][choices[u]];
            for (int k = 0; k < model.neighbours[u].length; k++) {
                int v = model.neighbours[u][k];
                if (v > u) {
                    cost += pairs[u][k][choices[u]][choices[v]];
                }
            }
        }
        return cost;
    }

    /** Each unit takes the choice that is cheapest beside the units before it; those with the most neighbours come first. */
    int[] cheapest() {
        int[] chosen = new int[model.units()];
        Arrays.fill(chosen, -1);
        int[] order = IntStream.range(0, chosen.length).boxed().sorted(Comparator.comparingInt(u -> -model.neighbours[u].length))
                .mapToInt(Integer::intValue).toArray();
        for (int u : order) {
            double[] cost = model.own[u].clone();
            for (int k = 0; k < model.neighbours[u].length; k++) {
                int theirs = chosen[model.neighbours[u][k]];
                for (int i = 0; i < cost.length && theirs >= 0; i++) {
                    cost[i] += pairs[u][k][i][theirs];
                }
            }
            chosen[u] = IntStream.range(0, cost.length).boxed().min(Comparator.comparingDouble(i -> cost[i])).orElseThrow();
        }
        return chosen;
    }

    /** The best mixture of the first with the others; as many units as can be mixed at once, those around one place. */
    int[] mix(int[] base, int[]... others) {
        int[] near = outwards(random.nextInt(base.length));
        int[][] wide = new int[base.length][];
        for (int u = 0; u < wide.length; u++) {
            int unit = u;
            wide[u] = IntStream.concat(IntStream.of(base[u]), Arrays.stream(others).mapToInt(other -> other[unit])).distinct().toArray();
        }
        int low = 0;
        int high = near.length;
        Optional<Elimination> fitting = Optional.empty();
        // The more units, the dearer: as many as can be had.
        for (int trial = near.length; low < high; trial = (low + high + 1) / 2) {
            Elimination elimination = new Elimination(model, penalty, narrowed(base, wide, near, trial));
            if (elimination.plan(LARGEST_TABLE, MOST_EFFORT)) {
                fitting = Optional.of(elimination);
                low = trial;
            } else {
                high = trial - 1;
            }
        }
        return fitting.map(Elimination::solve).orElse(base);
    }

    /**
     * The best when all units of a sparse part, gathered by chance, may take any choice. Among equals it is by chance which is taken, so that units that do
     * not matter keep moving.
     */
    int[] rearrange(int[] base) {
        int[] near = outwards(random.nextInt(base.length));
        int[] tried = SparsePart.shuffled(Arrays.copyOf(near, Math.min(near.length, MOST_TRIED)), random);
        BitSet part = sparse.gather(tried);
        int[][] domains = new int[base.length][];
        for (int u = 0; u < domains.length; u++) {
            domains[u] = part.get(u) ? someChoices(u, base[u]) : new int[]{ base[u] };
        }
        Elimination elimination = new Elimination(model, penalty, domains);
        return elimination.plan(LARGEST_TABLE, MOST_PART_EFFORT) ? elimination.solve() : base;
    }

    private int[] someChoices(int u, int now) {
        int[] all = SparsePart.shuffled(IntStream.range(0, model.choices[u].length).toArray(), random);
        if (all.length <= Elimination.MOST_CHOICES) {
            return all;
        }
        int[] some = Arrays.copyOf(all, Elimination.MOST_CHOICES);
        if (Arrays.stream(some).noneMatch(choice -> choice == now)) {
            some[0] = now;
        }
        return some;
    }

    private static int[][] narrowed(int[] base, int[][] wide, int[] near, int count) {
        int[][] domains = new int[base.length][];
        for (int place = 0; place < near.length; place++) {
            int u = near[place];
            domains[u] = place < count ? wide[u] : new int[]{ base[u] };
        }
        return domains;
    }

    /** All units, those nearest to one first; ties by chance. */
    private int[] outwards(int start) {
        int units = model.units();
        boolean[] seen = new boolean[units];
        int[] order = new int[units];
        int filled = 0;
        int next = 0;
        IntUnaryOperator shuffled = random::nextInt;
        while (filled < units) {
            int seed = filled == 0 ? start : unseen(seen, shuffled.applyAsInt(units));
            seen[seed] = true;
            order[filled++] = seed;
            while (next < filled) {
                int[] around = Arrays.stream(model.neighbours[order[next++]]).filter(v -> !seen[v]).toArray();
                for (int i = around.length - 1; i >= 0; i--) {
                    int j = random.nextInt(i + 1);
                    int v = around[j];
                    around[j] = around[i];
                    seen[v] = true;
                    order[filled++] = v;
                }
            }
        }
        return order;
    }

    private static int unseen(boolean[] seen, int from) {
        int at = from;
        while (seen[at]) {
            at = (at + 1) % seen.length;
        }
        return at;
    }
}
