package org.towercrier.planning.internal.sites;

import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Plan;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.internal.sites.SitePieces.Pricing;
import org.towercrier.planning.solver.Threads;

/** Greedy, then annealing, and a bound from prices of weak points beside it, which also tells where annealing is worth while. */
public final class SiteSearch {

    private static final double ROUNDING = 2e-7;
    private static final double SLACK = 1e-3;
    private static final long FIRST_STEPS = 4_000_000;
    private static final double WARM = 0.12;
    private static final double COLD = 0.01;
    private static final int BOUND_ROUNDS = 100;

    private final SitePlanning problem;
    private final Search<Plan> search;
    /** The raster counts with fewer digits than the check does: a hair more is asked for. */
    private final double wanted;
    private final AtomicReference<Pricing> pricing = new AtomicReference<>();
    private final AtomicReference<SitePieces> pieces = new AtomicReference<>();

    public SiteSearch(SitePlanning problem, Search<Plan> search) {
        this.problem = problem;
        this.search = search;
        wanted = problem.share() * problem.traffic() * (1 + ROUNDING);
    }

    public void run() {
        SiteGrid grid = new SiteGrid(problem);
        search.method("greedy");
        SiteGreedy greedy = new SiteGreedy(grid);
        boolean enough = greedy.fill(Math.min(wanted, problem.traffic() * (1 - ROUNDING)), search::cancelled);
        if (greedy.most() > 0) {
            search.bound(rounded(leastTraffic() / greedy.most()));
        }
        if (!enough) {
            search.note("No plan was found that covers enough; the best one covers " + grid.covered() / problem.traffic() + ".");
            return;
        }
        offer(grid.plan());
        double trafficPrice = grid.marginalPrice(wanted);
        Thread bound = Thread.ofPlatform().daemon().start(() -> bound(grid, trafficPrice));
        search.method("annealing");
        anneal(grid);
        improve(grid, bound);
    }

    /** The whole raster until the bound tells how it falls apart, then patch by patch. */
    private void anneal(SiteGrid grid) {
        long steps = FIRST_STEPS;
        for (int round = 0; !search.finished() && pricing.get() == null; round++) {
            double begun = search.elapsed();
            search.best().ifPresent(grid::load);
            // The first round is short and comes to its end; the bound needs about as long.
            boolean first = round == 0;
            SiteThrift thrift = new SiteThrift(grid, wanted);
            new SiteAnnealing(grid, thrift, search.random(round)).cool(WARM, COLD, steps,
                    () -> search.finished() || !first && pricing.get() != null);
            offer(thrift.best());
            double took = Math.max(1e-3, search.elapsed() - begun);
            // Each round is longer than the one before, and the last one is as long as the time allows.
            double rate = steps / took;
            double next = search.left() < 3.5 * took ? search.left() * 0.97 : 2 * took;
            steps = Math.max(FIRST_STEPS / 8, (long) (rate * next));
        }
    }

    /** Patch by patch in two threads; where the bound has come to its end already, another one helps in its place. */
    private void improve(SiteGrid grid, Thread bound) {
        Pricing known = pricing.get();
        Thread helper = bound;
        if (known != null && !search.finished()) {
            search.best().ifPresent(plan -> pieces.set(new SitePieces(grid, wanted, known, plan)));
            if (!bound.isAlive()) {
                helper = Thread.ofPlatform().daemon().start(() -> improve(search.random(-2)));
            }
            improve(search.random(-1));
        }
        Threads.join(helper);
    }

    private void improve(RandomGenerator random) {
        SitePieces found = pieces.get();
        while (found != null && !search.finished()) {
            found.improve(random, search::finished).ifPresent(this::offer);
        }
    }

    private void offer(Plan plan) {
        if (problem.isEnough(problem.covered(plan))) {
            search.offer(plan);
        }
    }

    /** When the bound hardly gets better, its thread helps the search. */
    private void bound(SiteGrid grid, double trafficPrice) {
        search.method("primal-dual prices");
        new SiteBound(grid, leastTraffic(), trafficPrice, search::finished).run(BOUND_ROUNDS, value -> search.bound(rounded(value)),
                news -> {
                    pricing.set(news);
                    SitePieces known = pieces.get();
                    if (known != null) {
                        known.learn(news);
                    }
                });
        improve(search.random(-2));
    }

    /** A plan may lack a hair of the share, and the raster rounds: bounds ask for less, so that they hold for every plan that is allowed. */
    private double leastTraffic() {
        return problem.leastShare() * problem.traffic() * (1 - ROUNDING);
    }

    private double rounded(double bound) {
        boolean whole = problem.kinds().stream().mapToDouble(Kind::cost).allMatch(cost -> cost == Math.rint(cost));
        return whole ? Math.ceil(bound * (1 - ROUNDING) - SLACK) : bound * (1 - ROUNDING);
    }
}
