package org.towercrier.planning.internal.colouring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.towercrier.planning.GraphColouring;
import org.towercrier.planning.GraphColouring.Colours;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.solver.Programme;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Kind;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;

/**
 * A clique gives the bound, quick colouring and tabu search the colours; what is open between the two is proven by going through all colourings, or by
 * showing with the solver library that one colour less does not do.
 */
public final class ColouringSearch {

    private static final int LARGEST_PROGRAMME = 2_000_000;

    private final Search<Colours> search;
    private final Graph whole;
    private Graph graph;
    private Reduction reduction;
    private int[] clique = new int[0];
    private int fewest;
    private int needed;

    public ColouringSearch(GraphColouring problem, Search<Colours> search) {
        this.search = search;
        whole = Graph.of(problem.vertices(), problem.edges());
        reduction = new Reduction(whole, 0);
        graph = reduction.reduce();
    }

    public void run() {
        if (whole.size == 0) {
            search.offer(new Colours(List.of()));
            search.bound(0);
            return;
        }
        search.method("clique");
        clique = new Cliques(whole, within(0.1)).largest();
        needed = Math.max(1, clique.length);
        reduction = new Reduction(whole, needed);
        graph = reduction.reduce();
        fewest = Integer.MAX_VALUE;
        search.method("saturation");
        offer(Dsatur.quick(graph));
        search.bound(needed);
        mycielski();
        quickProof();
        search.method("tabu search");
        tabu(within(0.15));
        if (!search.finished()) {
            clique = graph.size == 0 ? new int[0] : new Cliques(graph, within(0.05)).largest();
            prove(within(0.1));
        }
        while (!search.finished() && search.hasSolver() && programmeSize() <= LARGEST_PROGRAMME) {
            double before = search.elapsed();
            if (!askSolver(fewest - 1, Math.max(10, search.left() * 0.6))) {
                break;
            }
            search.method("constraint programming after " + Math.round(before) + " s");
        }
        tabu(search::finished);
    }

    /** Small graphs are done before the first search by chance would have given up. */
    private void quickProof() {
        if (!search.finished() && graph.size > 0) {
            clique = new Cliques(graph, within(0.02)).largest();
            prove(within(0.05));
        }
    }

    private BooleanSupplier within(double share) {
        double until = search.elapsed() + share * search.left();
        return () -> search.elapsed() > until || search.finished();
    }

    private void offer(int[] colours) {
        int[] all = reduction.expand(colours);
        int number = (int) search.offer(Colours.of(all));
        fewest = Math.min(fewest, number);
    }

    private void bound(int number) {
        needed = Math.max(needed, number);
        search.bound(needed);
    }

    /** Peels Mycielski's construction off as often as it was applied; the innermost graph is mostly trivial. */
    private void mycielski() {
        int layers = 0;
        Graph inner = graph;
        for (Optional<int[]> next = Mycielski.inner(inner); next.isPresent(); next = Mycielski.inner(inner)) {
            inner = inner.part(next.get());
            layers++;
        }
        if (layers > 0) {
            search.method("Mycielski's theorem");
            bound(layers + new Cliques(inner, within(0.1)).largest().length);
        }
    }

    private void tabu(BooleanSupplier stopped) {
        long stream = 100;
        while (!stopped.getAsBoolean() && !search.finished() && fewest > needed && graph.size > 0) {
            Optional<int[]> found = new Tabu(graph, fewest - 1, search.random(stream++), () -> stopped.getAsBoolean() || search.finished())
                    .search();
            found.ifPresent(this::offer);
        }
    }

    private void prove(BooleanSupplier stopped) {
        if (Dsatur.prove(graph, clique, fewest, stopped, this::offer)) {
            search.method("all colourings");
            bound(fewest);
        }
    }

    private long programmeSize() {
        long edges = Arrays.stream(graph.lists).mapToLong(list -> list.length).sum() / 2;
        return edges * (fewest - 1L);
    }

    /** @return whether the solver decided it */
    private boolean askSolver(int colours, double seconds) {
        Programme programme = new Programme();
        int[][] has = new int[graph.size][colours];
        for (int v = 0; v < graph.size; v++) {
            for (int c = 0; c < colours; c++) {
                has[v][c] = programme.binary();
            }
            programme.sum(has[v], 1, 1);
        }
        for (int i = 0; i < clique.length; i++) {
            programme.fix(has[clique[i]][i], 1);
        }
        for (int[] group : groups()) {
            for (int c = 0; c < colours; c++) {
                int colour = c;
                // As many neighbours of one another as there are colours use each of them.
                programme.sum(Arrays.stream(group).map(v -> has[v][colour]).toArray(), group.length == colours ? 1 : 0, 1);
            }
        }
        Answer answer = search.ask(programme, Kind.CONSTRAINTS, seconds);
        if (answer.outcome() == Outcome.INFEASIBLE) {
            bound(colours + 1);
            return true;
        }
        answer.values().ifPresent(values -> {
            int[] found = new int[graph.size];
            for (int v = 0; v < found.length; v++) {
                for (int c = 0; c < colours; c++) {
                    if (values[has[v][c]] > 0.5) {
                        found[v] = c;
                    }
                }
            }
            offer(found);
        });
        return answer.values().isPresent();
    }

    /** Cliques that cover all edges, large ones first: much stronger for the solver than single edges. */
    private List<int[]> groups() {
        List<int[]> groups = new ArrayList<>();
        BitSet[] open = new BitSet[graph.size];
        for (int v = 0; v < graph.size; v++) {
            open[v] = (BitSet) graph.neighbours[v].clone();
        }
        for (int v = 0; v < graph.size; v++) {
            while (!open[v].isEmpty()) {
                int u = open[v].nextSetBit(0);
                int[] group = { v, u };
                BitSet rest = (BitSet) graph.neighbours[v].clone();
                rest.and(graph.neighbours[u]);
                while (!rest.isEmpty()) {
                    int pick = mostOpen(rest, group, open);
                    group = Arrays.copyOf(group, group.length + 1);
                    group[group.length - 1] = pick;
                    rest.and(graph.neighbours[pick]);
                }
                for (int one : group) {
                    for (int other : group) {
                        open[one].clear(other);
                    }
                }
                groups.add(group);
            }
        }
        return groups;
    }

    private int mostOpen(BitSet rest, int[] group, BitSet[] open) {
        int pick = -1;
        int most = -1;
        for (int x = rest.nextSetBit(0); x >= 0; x = rest.nextSetBit(x + 1)) {
            int gain = 0;
            for (int member : group) {
                gain += open[x].get(member) ? 1 : 0;
            }
            if (gain * 10_000 + graph.degree(x) > most) {
                most = gain * 10_000 + graph.degree(x);
                pick = x;
            }
        }
        return pick;
    }
}
