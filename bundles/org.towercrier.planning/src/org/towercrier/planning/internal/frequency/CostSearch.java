package org.towercrier.planning.internal.frequency;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.towercrier.planning.FrequencyAssignment.Plan;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Kind;
import org.towercrier.planning.solver.ProgrammeSolver.Listener;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;

/** Least cost of interference: slower and slower annealing, side by side on all processors, and the solver library for a bound. */
final class CostSearch {

    private static final long FIRST_STEPS = 8_000_000;
    private static final long MOST_PROGRAMME = 3_000_000;

    private final LinkModel model;
    private final Search<Plan> search;
    private double penalty;
    private double hottest;
    private double coldest;
    private int[] best = new int[0];

    CostSearch(LinkModel model, Search<Plan> search) {
        this.model = model;
        this.search = search;
        double[] prices = IntStream.range(0, model.units()).boxed()
                .flatMapToDouble(u -> DoubleStream.concat(Arrays.stream(model.own[u]),
                        Arrays.stream(model.prices[u]).flatMapToDouble(table -> Arrays.stream(table).flatMapToDouble(Arrays::stream))))
                .filter(price -> price > 0).toArray();
        hottest = Arrays.stream(prices).max().orElse(1) * 0.4;
        coldest = Arrays.stream(prices).min().orElse(1) * 0.12;
        penalty = Arrays.stream(prices).max().orElse(1) * 10;
    }

    void run() {
        search.bound(IntStream.range(0, model.units()).mapToDouble(u -> Arrays.stream(model.own[u]).min().orElse(0)).sum());
        search.method("annealing");
        double share = search.hasSolver() ? 0.5 : 1;
        double until = search.elapsed() + share * search.left();
        anneal(() -> search.elapsed() > until || search.finished());
        if (!search.finished() && search.hasSolver() && size() < MOST_PROGRAMME) {
            askSolver();
        }
        anneal(search::finished);
    }

    private long size() {
        return IntStream.range(0, model.units())
                .mapToLong(u -> Arrays.stream(model.neighbours[u])
                        .mapToLong(v -> (long) model.choices[u].length * model.choices[v].length / 8).sum())
                .sum();
    }

    private void anneal(BooleanSupplier stopped) {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, search.options().workers());
        IntStream.range(0, threads).parallel().forEach(thread -> {
            long steps = FIRST_STEPS;
            for (long round = 0; !stopped.getAsBoolean(); round++) {
                Annealing annealing = new Annealing(model, penalty, Annealing.all(model), search.random(1 + thread + threads * round));
                annealing.start(new int[0]);
                annealing.cool(hottest, coldest, steps, Double.NEGATIVE_INFINITY, stopped);
                offer(annealing);
                steps += steps / 2;
            }
        });
    }

    private synchronized void offer(Annealing annealing) {
        int[] choices = annealing.best();
        if (annealing.least() < search.objective() - 1e-7 && isAllowed(choices)) {
            search.offer(model.plan(choices));
            best = choices;
        }
    }

    private boolean isAllowed(int[] choices) {
        for (int u = 0; u < choices.length; u++) {
            for (int k = 0; k < model.neighbours[u].length; k++) {
                if (model.excludes[u][k][choices[u]][choices[model.neighbours[u][k]]]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void askSolver() {
        LinkProgramme programme = new LinkProgramme(model, Integer.MAX_VALUE, best);
        if (!programme.programme().isWhole()) {
            return;
        }
        search.method("constraint programming");
        Answer answer = search.ask(programme.programme(), Kind.CONSTRAINTS, search.left() * 0.9, search.options().gap(), new Listener() {
            @Override
            public BooleanSupplier cancelled() {
                return search::finished;
            }

            @Override
            public void solution(double[] values, double objective) {
                search.offer(model.plan(programme.choices(values)));
            }

            @Override
            public void bound(double bound) {
                search.bound(bound);
            }
        });
        if (answer.outcome() == Outcome.INFEASIBLE) {
            search.infeasible();
        }
        answer.bound().ifPresent(search::bound);
    }
}
