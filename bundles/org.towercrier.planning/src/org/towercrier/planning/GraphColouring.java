package org.towercrier.planning;

import java.util.Arrays;
import java.util.List;

/**
 * The fewest colours so that neighbours differ.
 *
 * @param vertices
 *            their number
 * @param edges
 *            pairs of different vertices from 0; each pair once
 */
public record GraphColouring(int vertices, List<Edge> edges) implements Problem<GraphColouring.Colours> {

    public GraphColouring {
        edges = edges.stream().distinct().toList();
        for (Edge edge : edges) {
            if (edge.a() < 0 || edge.b() >= vertices) {
                throw new IllegalArgumentException("There is no such vertex: " + edge);
            }
        }
    }

    /** Two neighbours, the smaller number first. */
    public record Edge(int a, int b) {
        public Edge {
            if (a >= b) {
                throw new IllegalArgumentException("The smaller number comes first: " + a + ", " + b);
            }
        }

        public static Edge of(int one, int other) {
            return new Edge(Math.min(one, other), Math.max(one, other));
        }
    }

    /** A colour from 0 for each vertex. */
    public record Colours(List<Integer> of) {
        public Colours {
            of = List.copyOf(of);
        }

        public static Colours of(int... colours) {
            return new Colours(Arrays.stream(colours).boxed().toList());
        }
    }

    @Override
    public boolean minimises() {
        return true;
    }

    @Override
    public double objective(Colours colours) {
        if (colours.of().size() != vertices) {
            throw new IllegalArgumentException("Each vertex needs a colour");
        }
        for (Edge edge : edges) {
            if (colours.of().get(edge.a()).equals(colours.of().get(edge.b()))) {
                throw new IllegalArgumentException("Neighbours " + edge.a() + " and " + edge.b() + " have the same colour");
            }
        }
        return colours.of().stream().distinct().count();
    }
}
