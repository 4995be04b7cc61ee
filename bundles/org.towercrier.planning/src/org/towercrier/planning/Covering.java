package org.towercrier.planning;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which sets to take so that enough elements are in at least one of them.
 *
 * @param costs
 *            of each set
 * @param covers
 *            elements in each set
 * @param weights
 *            of each element
 * @param goal
 *            least cost for enough weight, or most weight for a budget
 * @param conflicts
 *            pairs of sets that must not both be taken
 */
public record Covering(double[] costs, int[][] covers, double[] weights, Goal goal, List<Conflict> conflicts)
        implements
            Problem<BitSet> {

    private static final double TOLERANCE = 1e-9;

    public Covering {
        conflicts = List.copyOf(conflicts);
        if (costs.length != covers.length) {
            throw new IllegalArgumentException("Each set needs a cost");
        }
        for (int[] elements : covers) {
            for (int element : elements) {
                if (element < 0 || element >= weights.length) {
                    throw new IllegalArgumentException("There is no element " + element);
                }
            }
        }
    }

    /** What is asked for. */
    public sealed interface Goal {
    }

    /** Least cost such that at least this weight is covered. */
    public record AtLeast(double weight) implements Goal {
    }

    /** Most weight for at most this cost. */
    public record Within(double budget) implements Goal {
    }

    /** Two sets that exclude one another. */
    public record Conflict(int one, int other) {
    }

    /** Every element must be covered (set covering). */
    public static Covering all(double[] costs, int[][] covers, int elements) {
        double[] weights = new double[elements];
        Arrays.fill(weights, 1);
        return new Covering(costs, covers, weights, new AtLeast(elements), List.of());
    }

    @Override
    public boolean minimises() {
        return goal instanceof AtLeast;
    }

    /** Weight of the elements that these sets cover. */
    public double covered(BitSet sets) {
        BitSet elements = new BitSet(weights.length);
        sets.stream().forEach(set -> Arrays.stream(covers[set]).forEach(elements::set));
        return elements.stream().mapToDouble(element -> weights[element]).sum();
    }

    /** Cost of these sets. */
    public double cost(BitSet sets) {
        return sets.stream().mapToDouble(set -> costs[set]).sum();
    }

    @Override
    public double objective(BitSet sets) {
        for (Conflict conflict : conflicts) {
            if (sets.get(conflict.one()) && sets.get(conflict.other())) {
                throw new IllegalArgumentException("Sets " + conflict.one() + " and " + conflict.other() + " exclude one another");
            }
        }
        double covered = covered(sets);
        double cost = cost(sets);
        return switch (goal) {
            case AtLeast(double weight) -> {
                if (covered < weight - TOLERANCE * Math.max(1, weight)) {
                    throw new IllegalArgumentException("Only " + covered + " of " + weight + " is covered");
                }
                yield cost;
            }
            case Within(double budget) -> {
                if (cost > budget + TOLERANCE * Math.max(1, budget)) {
                    throw new IllegalArgumentException("The cost of " + cost + " is over the budget of " + budget);
                }
                yield covered;
            }
        };
    }
}
