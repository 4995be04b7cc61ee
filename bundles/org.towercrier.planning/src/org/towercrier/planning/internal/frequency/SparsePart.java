package org.towercrier.planning.internal.frequency;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.random.RandomGenerator;

/**
 * A part of a network whose units have so little to do with one another that they can be eliminated one after another with small tables: it may have most
 * of the units and all their choices, and its best rearrangement beside the others costs next to nothing (after the subgraphs of small tree width of
 * Selby, Efficient subgraph-based sampling of Ising-type models with frustration, 2014).
 */
final class SparsePart {

    private final BitSet[] near;
    private final int[] sizes;
    private final double largestTable;
    private final BitSet members = new BitSet();
    /** While units are eliminated: what they are tied to. */
    private final BitSet[] tied;

    /**
     * @param largestTable
     *            combinations of choices that a table may have
     */
    SparsePart(LinkModel model, double largestTable) {
        this.largestTable = largestTable;
        sizes = Arrays.stream(model.choices).mapToInt(choices -> Math.min(choices.length, Elimination.MOST_CHOICES)).toArray();
        near = new BitSet[sizes.length];
        tied = new BitSet[sizes.length];
        for (int u = 0; u < near.length; u++) {
            near[u] = new BitSet();
            Arrays.stream(model.neighbours[u]).forEach(near[u]::set);
            tied[u] = new BitSet();
        }
    }

    /** Begins anew: takes in each unit in turn with which the part stays sparse. @return the units taken */
    BitSet gather(int[] units) {
        members.clear();
        for (int u : units) {
            if (sizes[u] > 1) {
                members.set(u);
                if (!isSparse(u)) {
                    members.clear(u);
                }
            }
        }
        return members;
    }

    /** Whether the part is sparse; it was before a unit came in. */
    private boolean isSparse(int added) {
        BitSet around = (BitSet) near[added].clone();
        around.and(members);
        if (around.cardinality() < 2 && combinations(around) <= largestTable) {
            // It can go first and leaves nothing new.
            return true;
        }
        Deque<Integer> due = new ArrayDeque<>();
        BitSet waiting = (BitSet) members.clone();
        BitSet left = (BitSet) members.clone();
        for (int u = members.nextSetBit(0); u >= 0; u = members.nextSetBit(u + 1)) {
            tied[u].clear();
            tied[u].or(near[u]);
            tied[u].and(members);
            due.add(u);
        }
        while (!due.isEmpty()) {
            int u = due.poll();
            waiting.clear(u);
            if (combinations(tied[u]) > largestTable) {
                continue;
            }
            left.clear(u);
            for (int v = tied[u].nextSetBit(0); v >= 0; v = tied[u].nextSetBit(v + 1)) {
                tied[v].or(tied[u]);
                tied[v].clear(v);
                tied[v].clear(u);
                if (!waiting.get(v)) {
                    waiting.set(v);
                    due.add(v);
                }
            }
        }
        return left.isEmpty();
    }

    private double combinations(BitSet scope) {
        double product = 1;
        for (int v = scope.nextSetBit(0); v >= 0 && product <= largestTable; v = scope.nextSetBit(v + 1)) {
            product *= sizes[v];
        }
        return product;
    }

    /** In random order. */
    static int[] shuffled(int[] values, RandomGenerator random) {
        int[] result = values.clone();
        for (int i = result.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = result[i];
            result[i] = result[j];
            result[j] = value;
        }
        return result;
    }
}
