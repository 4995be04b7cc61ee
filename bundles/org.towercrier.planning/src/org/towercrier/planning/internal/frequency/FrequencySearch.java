package org.towercrier.planning.internal.frequency;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.towercrier.planning.FrequencyAssignment;
import org.towercrier.planning.FrequencyAssignment.Goal;
import org.towercrier.planning.FrequencyAssignment.Plan;
import org.towercrier.planning.GraphColouring.Edge;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.internal.colouring.DifferentColours;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Kind;
import org.towercrier.planning.solver.ProgrammeSolver.Listener;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;

/** Annealing finds assignments; the solver library proves, and finds where separations are tight. */
public final class FrequencySearch {

    private static final long STEPS = 4_000_000;
    private static final long DROP_STEPS = 100_000;

    private final FrequencyAssignment problem;
    private final Search<Plan> search;
    private final LinkModel model;
    private int[] best = new int[0];
    private long stream = 1000;

    public FrequencySearch(FrequencyAssignment problem, Search<Plan> search) {
        this.problem = problem;
        this.search = search;
        model = new LinkModel(problem);
    }

    public void run() {
        if (model.tooLarge) {
            search.note("A group of links with exact distances has too many combinations to search.");
            return;
        }
        search.method("arc consistency");
        if (model.contradiction) {
            search.infeasible();
            return;
        }
        switch (problem.goal()) {
            case ANY -> any();
            case FEWEST -> fewest();
            case LOWEST_TOP -> lowestTop();
            case LEAST_COST -> new CostSearch(model, search).run();
        }
    }

    private BooleanSupplier within(double share) {
        double until = search.elapsed() + share * search.left();
        return () -> search.elapsed() > until || search.finished();
    }

    private void any() {
        search.bound(0);
        if (feasible(frequency -> true, within(0.1)) || !search.hasSolver()) {
            if (best.length == 0) {
                feasible(frequency -> true, search::stopped);
            }
            return;
        }
        decide(Integer.MAX_VALUE, search.left());
    }

    /** Annealing on the exclusions alone, with some frequencies only, longer and longer. */
    private boolean feasible(IntPredicate usable, BooleanSupplier stopped) {
        int[][] allowed = allowed(usable);
        long steps = STEPS;
        // Before there is any plan, one round is gone through however short the time.
        for (boolean first = best.length == 0; first || !stopped.getAsBoolean(); first = false) {
            if (annealed(allowed, steps, first ? search::cancelled : stopped)) {
                return true;
            }
            steps *= 2;
        }
        return false;
    }

    /** Of each unit the choices that use some frequencies only. */
    private int[][] allowed(IntPredicate usable) {
        int[][] allowed = new int[model.units()][];
        for (int u = 0; u < allowed.length; u++) {
            int[][] choices = model.choices[u];
            allowed[u] = IntStream.range(0, choices.length).filter(i -> Arrays.stream(choices[i]).allMatch(usable)).toArray();
        }
        return allowed;
    }

    private boolean annealed(int[][] allowed, long steps, BooleanSupplier stopped) {
        if (Arrays.stream(allowed).anyMatch(choices -> choices.length == 0)) {
            return false;
        }
        search.method("annealing");
        Annealing annealing = new Annealing(model, 1, allowed, search.random(stream++));
        annealing.start(best);
        annealing.cool(0.6, 0.08, steps, 0.5, stopped);
        if (annealing.least() < 0.5) {
            offer(annealing.best());
            return true;
        }
        return false;
    }

    private void offer(int[] choices) {
        double before = search.objective();
        if (search.offer(model.plan(choices)) < before) {
            best = choices;
        }
    }

    private Outcome decide(int highest, double seconds) {
        LinkProgramme programme = new LinkProgramme(model, highest, best);
        search.method("constraint programming");
        Answer answer = search.ask(programme.programme(), Kind.CONSTRAINTS, seconds, 0, new Listener() {
            @Override
            public BooleanSupplier cancelled() {
                return search::finished;
            }

            @Override
            public void solution(double[] values, double objective) {
                offer(programme.choices(values));
            }

            @Override
            public void bound(double bound) {
                if (problem.goal() == Goal.FEWEST) {
                    search.bound(Math.ceil(bound - 1e-6));
                }
            }
        });
        answer.values().ifPresent(values -> offer(programme.choices(values)));
        if (answer.outcome() == Outcome.INFEASIBLE && highest == Integer.MAX_VALUE) {
            search.infeasible();
        }
        if (problem.goal() == Goal.FEWEST && answer.outcome() == Outcome.OPTIMAL) {
            answer.objective().ifPresent(search::bound);
        }
        return answer.outcome();
    }

    private TreeSet<Integer> used() {
        TreeSet<Integer> used = new TreeSet<>();
        for (int u = 0; u < best.length; u++) {
            Arrays.stream(model.choices[u][best[u]]).forEach(used::add);
        }
        return used;
    }

    private void fewest() {
        search.bound(fewestByDomains());
        search.method("clique");
        search.bound(DifferentColours.atLeast(problem.links().size(), problem.separations().stream()
                .filter(separation -> !separation.kept(0, 0)).map(separation -> Edge.of(separation.a(), separation.b())).toList(),
                within(0.05)));
        feasible(frequency -> true, within(0.1));
        drop(within(0.15));
        if (search.hasSolver()) {
            decide(Integer.MAX_VALUE, search.left());
        }
        if (best.length > 0 && !search.finished()) {
            drop(search::finished);
        }
    }

    /** A link alone uses one frequency, a unit as many as its best choice has. */
    private double fewestByDomains() {
        return IntStream.range(0, model.units())
                .map(u -> Arrays.stream(model.choices[u]).mapToInt(choice -> (int) Arrays.stream(choice).distinct().count()).min()
                        .orElse(0))
                .max().orElse(0);
    }

    /** Does without one frequency after another, those that are used least first; when none can go, all are tried again for longer. */
    private void drop(BooleanSupplier stopped) {
        long steps = DROP_STEPS;
        while (best.length > 0 && !stopped.getAsBoolean()) {
            TreeSet<Integer> used = used();
            boolean dropped = false;
            for (int frequency : byUse(used)) {
                if (stopped.getAsBoolean()) {
                    return;
                }
                dropped = annealed(allowed(one -> one != frequency && used.contains(one)), steps, stopped);
                if (dropped) {
                    break;
                }
            }
            steps = dropped ? steps : 2 * steps;
        }
    }

    private int[] byUse(TreeSet<Integer> used) {
        return used.stream().sorted((one, other) -> Long.compare(use(one), use(other))).mapToInt(Integer::intValue).toArray();
    }

    private long use(int frequency) {
        return IntStream.range(0, best.length).filter(u -> Arrays.stream(model.choices[u][best[u]]).anyMatch(one -> one == frequency))
                .count();
    }

    private void lowestTop() {
        int[] tops = IntStream.range(0, model.units()).flatMap(u -> Arrays.stream(model.choices[u]).flatMapToInt(Arrays::stream)).distinct()
                .sorted().toArray();
        int least = IntStream.range(0, model.units())
                .map(u -> Arrays.stream(model.choices[u]).mapToInt(choice -> Arrays.stream(choice).max().orElse(0)).min().orElse(0)).max()
                .orElse(0);
        search.bound(least);
        feasible(frequency -> true, within(0.2));
        while (!search.finished()) {
            int top = best.length == 0 ? Integer.MAX_VALUE : (int) search.objective();
            int below = Arrays.stream(tops).filter(one -> one < top).max().orElse(-1);
            if (below < 0) {
                return;
            }
            if (feasible(frequency -> frequency <= below, within(0.1))) {
                continue;
            }
            Outcome outcome = search.hasSolver() ? decide(below, search.left() * 0.7) : Outcome.UNKNOWN;
            if (outcome == Outcome.INFEASIBLE) {
                search.bound(top);
                return;
            }
            if (outcome == Outcome.UNKNOWN && !search.hasSolver()) {
                feasible(frequency -> frequency <= below, search::finished);
                return;
            }
        }
    }
}
