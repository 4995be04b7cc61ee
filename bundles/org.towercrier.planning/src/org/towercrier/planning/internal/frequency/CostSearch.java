package org.towercrier.planning.internal.frequency;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.towercrier.planning.FrequencyAssignment.Plan;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.solver.ProgrammeSolver.Answer;
import org.towercrier.planning.solver.ProgrammeSolver.Kind;
import org.towercrier.planning.solver.ProgrammeSolver.Listener;
import org.towercrier.planning.solver.ProgrammeSolver.Outcome;

/** Least cost of interference: assignments are annealed, then bred, side by side on all processors; parts of the network, solved exactly, give a bound. */
final class CostSearch {

    /** For each unit and each time that the temperature falls to 1/e. */
    private static final double STEPS = 1500;
    /** Of the dearest price: so hot that units with many neighbours, whose prices add up, still move. */
    private static final double HOT = 2.5;
    /** Of the cheapest price: parts are rearranged exactly afterwards, colder steps are not worth their time. */
    private static final double COLD = 0.5;
    private static final int FIRST_MEMBERS = 10;
    private static final int MEMBERS = 40;
    /** Rearrangements in a row that help nothing. */
    private static final int TRIALS = 5;
    /** Children in a row that are not taken, for each member of the pool, after which it begins anew. */
    private static final double PATIENCE = 3;
    private static final long MOST_PROGRAMME = 50_000;
    /** What is affordable before anything else is tried: about a second. */
    private static final double LARGEST_TABLE = 1 << 20;
    private static final double MOST_EFFORT = 3e8;
    private static final double NEGLIGIBLE = 1e-7;

    private final LinkModel model;
    private final Search<Plan> search;
    private final Pool pool = new Pool(FIRST_MEMBERS, MEMBERS);
    private final ClusterBound parts;
    private final AtomicBoolean begun = new AtomicBoolean();
    /** Cost that no assignment can avoid, whatever the units do to one another; as a bound of 0 it is not worth telling. */
    private double trivial;
    private double penalty;
    private double hottest;
    private double coldest;
    private long steps;
    private int[] best = new int[0];

    CostSearch(LinkModel model, Search<Plan> search) {
        this.model = model;
        this.search = search;
        parts = new ClusterBound(model, search.random(-1));
        double[] prices = IntStream.range(0, model.units()).boxed()
                .flatMapToDouble(u -> DoubleStream.concat(Arrays.stream(model.own[u]),
                        Arrays.stream(model.prices[u]).flatMapToDouble(table -> Arrays.stream(table).flatMapToDouble(Arrays::stream))))
                .filter(price -> price > 0).toArray();
        hottest = Arrays.stream(prices).max().orElse(1) * HOT;
        coldest = Arrays.stream(prices).min().orElse(1) * COLD;
        penalty = Arrays.stream(prices).max().orElse(1) * 10;
        steps = (long) (STEPS * model.units() * Math.max(2, Math.log(hottest / coldest)));
    }

    void run() {
        trivial = IntStream.range(0, model.units()).mapToDouble(u -> Arrays.stream(model.own[u]).min().orElse(0)).sum();
        if (trivial > 0) {
            search.bound(trivial);
        }
        first();
        if (exact() || search.finished()) {
            return;
        }
        search.method("annealing, exact recombination");
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, search.options().workers());
        IntStream.range(0, threads).parallel().forEach(thread -> {
            Breeder breeder = new Breeder(search.random(1 + thread));
            if (thread == 0) {
                breedAndBound(breeder);
            } else {
                breeder.run(search::finished);
            }
        });
    }

    private BooleanSupplier within(double share) {
        double until = search.elapsed() + share * search.left();
        return () -> search.elapsed() > until || search.finished();
    }

    /** Mostly breeding too; what is proven soon ends soon, and the last third of the time is for the bound. */
    private void breedAndBound(Breeder breeder) {
        breeder.run(within(0.08));
        bound(within(0.12));
        if (!search.finished() && search.hasSolver() && size() < MOST_PROGRAMME) {
            askSolver();
        }
        breeder.run(within(0.6));
        bound(search::finished);
    }

    private void bound(BooleanSupplier stopped) {
        int[] known = best();
        if (known.length == 0 || stopped.getAsBoolean()) {
            return;
        }
        search.method("bound by parts");
        parts.run(known, search.objective(), stopped, value -> {
            if (value > trivial) {
                search.bound(value);
            }
        });
    }

    private synchronized int[] best() {
        return best;
    }

    /** A plan whatever the time: each unit's cheapest choice beside those before it; where units exclude one another, annealed. */
    private void first() {
        search.method("greedy");
        int[] choices = new Recombination(model, penalty, search.random(0)).cheapest();
        offer(choices);
        if (!isAllowed(choices)) {
            Annealing annealing = new Annealing(model, penalty, Annealing.all(model), search.random(0));
            annealing.start(choices);
            annealing.cool(hottest, coldest, steps, penalty / 2, search::cancelled);
            offer(annealing.best());
        }
    }

    /** Small or sparse networks are solved outright; whether this is one of them. */
    private boolean exact() {
        Elimination elimination = new Elimination(model, Double.POSITIVE_INFINITY, Annealing.all(model));
        if (Arrays.stream(model.choices).anyMatch(choices -> choices.length > Elimination.MOST_CHOICES)
                || !elimination.plan(LARGEST_TABLE, MOST_EFFORT)) {
            return false;
        }
        search.method("elimination");
        int[] choices = elimination.solve();
        if (isAllowed(choices)) {
            offer(choices);
            search.optimal();
        } else {
            search.infeasible();
        }
        return true;
    }

    private long size() {
        return IntStream.range(0, model.units())
                .mapToLong(u -> Arrays.stream(model.neighbours[u])
                        .mapToLong(v -> (long) model.choices[u].length * model.choices[v].length / 8).sum())
                .sum();
    }

    /** One thread of the search: new assignments by annealing until the pool is full, then mixtures of them. */
    private final class Breeder {

        private final RandomGenerator random;
        private final Recombination recombination;

        Breeder(RandomGenerator random) {
            this.random = random;
            this.recombination = new Recombination(model, penalty, random);
        }

        /** Until then, and until what is under way then is done: half an annealing is worth nothing. */
        void run(BooleanSupplier until) {
            if (best().length > 0 && !begun.getAndSet(true)) {
                // Something decent soon, for whoever has little time.
                add(best(), List.of());
            }
            while (!until.getAsBoolean()) {
                if (pool.full()) {
                    breed();
                } else {
                    add(annealed(new int[0], hottest, steps), List.of());
                }
                if (pool.idle() > PATIENCE) {
                    pool.renew();
                }
            }
        }

        private void breed() {
            int kind = random.nextInt(20);
            List<Pool.Member> parents = pool.draw(kind < 2 ? 3 : 2, random);
            int[] base = parents.getFirst().choices();
            int[][] others = parents.stream().skip(1).map(Pool.Member::choices).toArray(int[][]::new);
            if (kind == 2) {
                double from = coldest * Math.pow(hottest / coldest, 0.3 + 0.5 * random.nextDouble());
                others = new int[][]{ annealed(base, from, steps / 2) };
            } else if (kind == 3) {
                // New blood would be too dear for the pool: it comes in by its children.
                others = new int[][]{ annealed(new int[0], hottest, steps) };
            }
            add(recombination.mix(base, others), parents);
        }

        private int[] annealed(int[] start, double from, long most) {
            Annealing annealing = new Annealing(model, penalty, Annealing.all(model), random);
            annealing.start(start);
            annealing.cool(from, coldest, most, Double.NEGATIVE_INFINITY, search::finished);
            offer(annealing.best());
            return annealing.best();
        }

        private void add(int[] choices, List<Pool.Member> parents) {
            int[] polished = polished(choices);
            pool.add(new Pool.Member(polished, recombination.cost(polished)), parents);
        }

        /** Rearranges parts as long as that helps. */
        private int[] polished(int[] choices) {
            int[] now = choices;
            double cost = recombination.cost(now);
            offer(now);
            for (int failures = 0; failures < TRIALS && !search.finished();) {
                int[] next = recombination.rearrange(now);
                double after = recombination.cost(next);
                failures = after < cost - NEGLIGIBLE ? 0 : failures + 1;
                if (after <= cost) {
                    now = next;
                    cost = after;
                }
            }
            offer(now);
            return now;
        }
    }

    private synchronized void offer(int[] choices) {
        if (isAllowed(choices)) {
            double before = search.objective();
            double cost = search.offer(model.plan(choices));
            if (cost < before) {
                best = choices.clone();
            }
            if (cost <= trivial) {
                search.bound(trivial);
            }
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
        LinkProgramme programme = new LinkProgramme(model, Integer.MAX_VALUE, best());
        if (!programme.programme().isWhole()) {
            return;
        }
        search.method("constraint programming");
        Answer answer = search.ask(programme.programme(), Kind.CONSTRAINTS, search.left() * 0.2, search.options().gap(), new Listener() {
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
