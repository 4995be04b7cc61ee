package org.towercrier.planning.internal.colouring;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Looks for a largest set of vertices that are all neighbours of one another: each needs a colour of its own. */
final class Cliques {

    private final Graph graph;
    private final BooleanSupplier stopped;
    private int[] best = new int[0];
    private long steps;
    private boolean cut;

    Cliques(Graph graph, BooleanSupplier stopped) {
        this.graph = graph;
        this.stopped = stopped;
    }

    /** The largest found; the largest of all unless stopped before. */
    int[] largest() {
        for (int v = 0; v < graph.size && !stopped.getAsBoolean(); v++) {
            grow(v);
        }
        int[] order = IntStream.range(0, graph.size).boxed().sorted(Comparator.comparingInt(graph::degree)).mapToInt(Integer::intValue)
                .toArray();
        BitSet candidates = new BitSet(graph.size);
        candidates.set(0, graph.size);
        // The vertices with few neighbours first: after their turn they are out of the way.
        for (int v : order) {
            if (cut) {
                break;
            }
            BitSet rest = (BitSet) candidates.clone();
            rest.and(graph.neighbours[v]);
            candidates.clear(v);
            if (rest.cardinality() >= best.length) {
                expand(rest, new int[]{ v });
            }
        }
        return best;
    }

    private void grow(int start) {
        BitSet rest = (BitSet) graph.neighbours[start].clone();
        int[] clique = { start };
        while (!rest.isEmpty()) {
            int pick = -1;
            int most = -1;
            for (int v = rest.nextSetBit(0); v >= 0; v = rest.nextSetBit(v + 1)) {
                if (graph.degree(v) > most) {
                    most = graph.degree(v);
                    pick = v;
                }
            }
            clique = Arrays.copyOf(clique, clique.length + 1);
            clique[clique.length - 1] = pick;
            rest.and(graph.neighbours[pick]);
        }
        if (clique.length > best.length) {
            best = clique;
        }
    }

    private void expand(BitSet rest, int[] clique) {
        if ((++steps & 255) == 0 && stopped.getAsBoolean()) {
            cut = true;
        }
        if (cut) {
            return;
        }
        if (rest.isEmpty()) {
            if (clique.length > best.length) {
                best = clique;
            }
            return;
        }
        // Colour classes bound what can be added: one vertex of each.
        int count = rest.cardinality();
        int[] order = new int[count];
        int[] bound = new int[count];
        BitSet uncoloured = (BitSet) rest.clone();
        int colour = 0;
        int filled = 0;
        while (!uncoloured.isEmpty()) {
            colour++;
            BitSet free = (BitSet) uncoloured.clone();
            for (int v = free.nextSetBit(0); v >= 0; v = free.nextSetBit(v + 1)) {
                order[filled] = v;
                bound[filled++] = colour;
                uncoloured.clear(v);
                free.andNot(graph.neighbours[v]);
            }
        }
        BitSet open = (BitSet) rest.clone();
        for (int i = count - 1; i >= 0 && !cut; i--) {
            if (clique.length + bound[i] <= best.length) {
                return;
            }
            BitSet next = (BitSet) open.clone();
            next.and(graph.neighbours[order[i]]);
            int[] longer = Arrays.copyOf(clique, clique.length + 1);
            longer[clique.length] = order[i];
            expand(next, longer);
            open.clear(order[i]);
        }
    }
}
