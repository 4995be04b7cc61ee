package org.towercrier.planning.internal.frequency;

import java.util.Arrays;
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

    private final LinkModel model;
    private final double penalty;
    private final double[][][][] pairs;
    private final RandomGenerator random;

    Recombination(LinkModel model, double penalty, RandomGenerator random) {
        this.model = model;
        this.penalty = penalty;
        pairs = model.pairs(penalty);
        this.random = random;
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
        return within(base, u -> IntStream.concat(IntStream.of(base[u]), Arrays.stream(others).mapToInt(other -> other[u])).distinct()
                .sorted().toArray());
    }

    /** The best when units around one place may take any of their most promising choices. @param most of each unit */
    int[] rearrange(int[] base, int most) {
        return within(base, u -> promising(base, u, most));
    }

    private int[] promising(int[] base, int u, int most) {
        int choices = model.choices[u].length;
        if (choices <= most) {
            return IntStream.range(0, choices).toArray();
        }
        double[] cost = model.own[u].clone();
        for (int k = 0; k < model.neighbours[u].length; k++) {
            int theirs = base[model.neighbours[u][k]];
            for (int i = 0; i < choices; i++) {
                cost[i] += pairs[u][k][i][theirs];
            }
        }
        double scale = Math.max(1, cost[base[u]]);
        for (int i = 0; i < choices; i++) {
            // Some by chance, so that ties and near misses get their turn.
            cost[i] += scale * random.nextDouble();
        }
        cost[base[u]] = Double.NEGATIVE_INFINITY;
        return IntStream.range(0, choices).boxed().sorted((one, other) -> Double.compare(cost[one], cost[other])).limit(most)
                .mapToInt(Integer::intValue).sorted().toArray();
    }

    private interface Choices {
        int[] of(int unit);
    }

    private int[] within(int[] base, Choices choices) {
        int[] near = outwards(random.nextInt(base.length));
        int[][] wide = new int[base.length][];
        for (int u = 0; u < wide.length; u++) {
            int[] all = choices.of(u);
            wide[u] = all.length > Elimination.MOST_CHOICES ? Arrays.copyOf(all, Elimination.MOST_CHOICES) : all;
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
