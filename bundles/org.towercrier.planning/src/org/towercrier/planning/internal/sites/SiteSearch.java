package org.towercrier.planning.internal.sites;

import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Plan;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.solver.Threads;

/** Greedy, then annealing for most of the time, and a bound from prices of weak points beside it. */
public final class SiteSearch {

    private static final double ROUNDING = 2e-7;
    private static final long FIRST_STEPS = 4_000_000;
    private static final double WARM = 0.12;
    private static final double COLD = 0.01;
    private static final int BOUND_ROUNDS = 100;

    private final SitePlanning problem;
    private final Search<Plan> search;

    public SiteSearch(SitePlanning problem, Search<Plan> search) {
        this.problem = problem;
        this.search = search;
    }

    public void run() {
        SiteGrid grid = new SiteGrid(problem);
        // The raster counts with fewer digits than the check does: a hair more is asked for.
        double wanted = problem.share() * problem.traffic() * (1 + ROUNDING);
        search.method("greedy");
        if (!new SiteGreedy(grid).fill(Math.min(wanted, problem.traffic() * (1 - ROUNDING)), search::cancelled)) {
            search.note("No plan was found that covers enough; the best one covers " + grid.covered() / problem.traffic() + ".");
            return;
        }
        Plan greedy = grid.plan();
        offer(greedy);
        double trafficPrice = grid.marginalPrice(wanted);
        Thread bound = Thread.ofPlatform().daemon().start(() -> bound(trafficPrice));
        search.method("annealing");
        anneal(grid);
        Threads.join(bound);
    }

    private void anneal(SiteGrid grid) {
        double wanted = problem.share() * problem.traffic() * (1 + ROUNDING);
        long steps = FIRST_STEPS;
        for (int round = 0; !search.finished(); round++) {
            double begun = search.elapsed();
            search.best().ifPresent(grid::load);
            SiteAnnealing annealing = new SiteAnnealing(grid, wanted, search.random(round));
            offer(annealing.cool(WARM, COLD, steps, search::finished));
            double took = Math.max(1e-3, search.elapsed() - begun);
            // Each round is longer than the one before, and the last one is as long as the time allows.
            double rate = steps / took;
            double next = search.left() < 3.5 * took ? search.left() * 0.97 : 2 * took;
            steps = Math.max(FIRST_STEPS / 8, (long) (rate * next));
        }
    }

    private void offer(Plan plan) {
        if (problem.isEnough(problem.covered(plan))) {
            search.offer(plan);
        }
    }

    private void bound(double trafficPrice) {
        SiteGrid own = new SiteGrid(problem);
        // A plan may lack a hair of the share, and the raster rounds: less is asked for, so that the bound holds for every plan that is allowed.
        double wanted = problem.leastShare() * problem.traffic() * (1 - ROUNDING);
        boolean whole = problem.kinds().stream().mapToDouble(Kind::cost).allMatch(cost -> cost == Math.rint(cost));
        search.method("primal-dual prices");
        new SiteBound(own, wanted, trafficPrice).run(BOUND_ROUNDS, search::finished,
                value -> search.bound(whole ? Math.ceil(value - 1e-3) : value));
    }
}
