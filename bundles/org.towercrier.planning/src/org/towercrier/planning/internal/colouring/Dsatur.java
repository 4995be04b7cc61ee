package org.towercrier.planning.internal.colouring;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Colours the vertex that has the most different colours around it next (Brélaz): once as a quick start, and with going back as a proof. */
final class Dsatur {

    private final Graph graph;
    private final int[] colours;
    /** How many neighbours of a vertex have a colour. */
    private final int[][] around;
    private final int[] saturation;
    private long steps;
    private boolean cut;

    private Dsatur(Graph graph, int most) {
        this.graph = graph;
        colours = new int[graph.size];
        Arrays.fill(colours, -1);
        around = new int[graph.size][most];
        saturation = new int[graph.size];
    }

    /** A colouring without going back. */
    static int[] quick(Graph graph) {
        int most = 1;
        for (int v = 0; v < graph.size; v++) {
            most = Math.max(most, graph.degree(v) + 1);
        }
        Dsatur dsatur = new Dsatur(graph, most);
        for (int i = 0; i < graph.size; i++) {
            int v = dsatur.next();
            int colour = 0;
            while (dsatur.around[v][colour] > 0) {
                colour++;
            }
            dsatur.colour(v, colour);
        }
        return dsatur.colours;
    }

    /**
     * Looks for a colouring with fewer colours, again and again.
     *
     * @param found
     *            hears of each better one
     * @return whether all was looked at, so that the last one found is proven to be the best
     */
    static boolean prove(Graph graph, int[] clique, int known, BooleanSupplier stopped, Consumer<int[]> found) {
        Dsatur dsatur = new Dsatur(graph, known);
        for (int i = 0; i < clique.length; i++) {
            dsatur.colour(clique[i], i);
        }
        dsatur.branch(clique.length, clique.length, new int[]{ known - 1 }, stopped, found);
        return !dsatur.cut;
    }

    /** @param allowed colours that may still be used; falls with each better colouring */
    private void branch(int done, int used, int[] allowed, BooleanSupplier stopped, Consumer<int[]> found) {
        if ((++steps & 1023) == 0 && stopped.getAsBoolean()) {
            cut = true;
        }
        if (cut || used > allowed[0]) {
            return;
        }
        if (done == graph.size) {
            found.accept(colours.clone());
            allowed[0] = used - 1;
            return;
        }
        int v = next();
        for (int colour = 0; colour <= Math.min(used, allowed[0] - 1) && !cut; colour++) {
            if (around[v][colour] == 0) {
                colour(v, colour);
                branch(done + 1, Math.max(used, colour + 1), allowed, stopped, found);
                uncolour(v);
            }
        }
    }

    private int next() {
        int best = -1;
        for (int v = 0; v < graph.size; v++) {
            if (colours[v] < 0 && (best < 0 || saturation[v] > saturation[best]
                    || saturation[v] == saturation[best] && graph.degree(v) > graph.degree(best))) {
                best = v;
            }
        }
        return best;
    }

    private void colour(int v, int colour) {
        colours[v] = colour;
        for (int other : graph.lists[v]) {
            if (around[other][colour]++ == 0) {
                saturation[other]++;
            }
        }
    }

    private void uncolour(int v) {
        int colour = colours[v];
        colours[v] = -1;
        for (int other : graph.lists[v]) {
            if (--around[other][colour] == 0) {
                saturation[other]--;
            }
        }
    }
}
