package org.towercrier.planning.internal.colouring;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * Leaves out vertices that can be coloured afterwards without a further colour: those with fewer neighbours than colours are certainly needed, and those
 * whose neighbours are all neighbours of another vertex, whose colour they take.
 */
final class Reduction {

    private static final int MOST_FOR_DOMINATION = 3000;

    private final Graph graph;
    private final int needed;
    private final BitSet left = new BitSet();
    private final Deque<int[]> removed = new ArrayDeque<>();
    private int[] kept = new int[0];

    /** @param needed proven number of colours */
    Reduction(Graph graph, int needed) {
        this.graph = graph;
        this.needed = needed;
        left.set(0, graph.size);
    }

    Graph reduce() {
        boolean changed = true;
        while (changed) {
            changed = peel();
            changed |= graph.size <= MOST_FOR_DOMINATION && dominate();
        }
        kept = left.stream().toArray();
        return graph.part(kept);
    }

    private boolean peel() {
        boolean changed = false;
        for (int v = left.nextSetBit(0); v >= 0; v = left.nextSetBit(v + 1)) {
            if (rest(v).cardinality() < needed) {
                left.clear(v);
                removed.push(new int[]{ v, -1 });
                changed = true;
            }
        }
        return changed;
    }

    private BitSet rest(int vertex) {
        BitSet rest = (BitSet) graph.neighbours[vertex].clone();
        rest.and(left);
        return rest;
    }

    private boolean dominate() {
        boolean changed = false;
        for (int v = left.nextSetBit(0); v >= 0; v = left.nextSetBit(v + 1)) {
            BitSet own = rest(v);
            int any = own.nextSetBit(0);
            if (any < 0) {
                continue;
            }
            // Whoever dominates is a neighbour of each neighbour.
            BitSet candidates = rest(any);
            candidates.clear(v);
            for (int u = own.nextSetBit(any + 1); u >= 0 && !candidates.isEmpty(); u = own.nextSetBit(u + 1)) {
                candidates.and(graph.neighbours[u]);
            }
            candidates.andNot(graph.neighbours[v]);
            int master = candidates.nextSetBit(0);
            if (master >= 0) {
                left.clear(v);
                removed.push(new int[]{ v, master });
                changed = true;
            }
        }
        return changed;
    }

    /** Colours of the whole graph from those of what was left. */
    int[] expand(int[] colours) {
        int[] all = new int[graph.size];
        Arrays.fill(all, -1);
        for (int i = 0; i < kept.length; i++) {
            all[kept[i]] = colours[i];
        }
        for (int[] one : removed) {
            all[one[0]] = one[1] >= 0 ? all[one[1]] : graph.firstFree(one[0], all);
        }
        return all;
    }
}
