package org.towercrier.planning.internal.colouring;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.towercrier.planning.GraphColouring.Edge;

/** Neighbours as lists and as sets. */
final class Graph {

    final int size;
    final BitSet[] neighbours;
    final int[][] lists;

    Graph(BitSet[] neighbours) {
        size = neighbours.length;
        this.neighbours = neighbours;
        lists = new int[size][];
        for (int v = 0; v < size; v++) {
            lists[v] = neighbours[v].stream().toArray();
        }
    }

    static Graph of(int vertices, List<Edge> edges) {
        BitSet[] neighbours = new BitSet[vertices];
        for (int v = 0; v < vertices; v++) {
            neighbours[v] = new BitSet(vertices);
        }
        for (Edge edge : edges) {
            neighbours[edge.a()].set(edge.b());
            neighbours[edge.b()].set(edge.a());
        }
        return new Graph(neighbours);
    }

    int degree(int vertex) {
        return lists[vertex].length;
    }

    /** The part of the graph with these vertices, numbered anew in their order. */
    Graph part(int[] vertices) {
        int[] number = new int[size];
        Arrays.fill(number, -1);
        for (int i = 0; i < vertices.length; i++) {
            number[vertices[i]] = i;
        }
        BitSet[] part = new BitSet[vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            part[i] = new BitSet(vertices.length);
            for (int other : lists[vertices[i]]) {
                if (number[other] >= 0) {
                    part[i].set(number[other]);
                }
            }
        }
        return new Graph(part);
    }

    /** The first colour that no neighbour has. */
    int firstFree(int vertex, int[] colours) {
        BitSet taken = new BitSet();
        for (int other : lists[vertex]) {
            if (colours[other] >= 0) {
                taken.set(colours[other]);
            }
        }
        return taken.nextClearBit(0);
    }
}
