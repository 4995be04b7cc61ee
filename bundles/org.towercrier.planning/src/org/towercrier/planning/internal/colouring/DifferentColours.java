package org.towercrier.planning.internal.colouring;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.towercrier.planning.GraphColouring.Edge;

/** How many different colours are needed at least, for searches that are about something else as well. */
public final class DifferentColours {

    private DifferentColours() {
    }

    /** Vertices that are all neighbours of one another need a colour each: the size of the largest such set that is found in time. */
    public static int atLeast(int vertices, List<Edge> edges, BooleanSupplier stopped) {
        return new Cliques(Graph.of(vertices, edges.stream().distinct().toList()), stopped).largest().length;
    }
}
