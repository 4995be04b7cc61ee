package org.towercrier.planning.internal.colouring;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Recognises graphs made by Mycielski's construction. It adds to a graph with vertices v a twin u of each v, whose neighbours are those of v, and one vertex
 * w that is a neighbour of all twins; the result needs exactly one colour more (J. Mycielski, Sur le coloriage des graphes, 1955). So what is proven for
 * the inner graph is proven for the outer one.
 */
final class Mycielski {

    private Mycielski() {
    }

    /** The vertices of the inner graph, when the graph is made so. */
    static Optional<int[]> inner(Graph graph) {
        if (graph.size < 5 || graph.size % 2 == 0) {
            return Optional.empty();
        }
        int half = graph.size / 2;
        for (int w = 0; w < graph.size; w++) {
            if (graph.degree(w) == half) {
                Optional<int[]> found = innerOf(graph, w);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<int[]> innerOf(Graph graph, int w) {
        BitSet twins = graph.neighbours[w];
        BitSet rest = new BitSet(graph.size);
        rest.set(0, graph.size);
        rest.andNot(twins);
        rest.clear(w);
        Map<BitSet, Deque<Integer>> byNeighbours = new HashMap<>();
        for (int v = rest.nextSetBit(0); v >= 0; v = rest.nextSetBit(v + 1)) {
            BitSet own = (BitSet) graph.neighbours[v].clone();
            own.and(rest);
            byNeighbours.computeIfAbsent(own, key -> new ArrayDeque<>()).add(v);
        }
        for (int u = twins.nextSetBit(0); u >= 0; u = twins.nextSetBit(u + 1)) {
            BitSet own = (BitSet) graph.neighbours[u].clone();
            own.clear(w);
            Deque<Integer> originals = byNeighbours.get(own);
            if (own.intersects(twins) || originals == null || originals.poll() == null) {
                return Optional.empty();
            }
        }
        int[] inner = IntStream.range(0, graph.size).filter(rest::get).toArray();
        return Optional.of(inner);
    }
}
