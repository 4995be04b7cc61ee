package org.towercrier.planning.internal.sites;

import org.towercrier.planning.SitePlanning;
import org.towercrier.planning.SitePlanning.Kind;
import org.towercrier.planning.SitePlanning.Plan;
import org.towercrier.planning.internal.Search;
import org.towercrier.planning.solver.Threads;

/** Greedy, then annealing for most of the time, and a bound from prices of weak points beside it. */
public final class SiteSearch {

    private static final double ROUNDING = 2e-7;
    private static final double SLACK = 1e-3;
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

    private void bound(SiteGrid grid, double trafficPrice) {
        search.method("primal-dual prices");
        new SiteBound(grid, leastTraffic(), trafficPrice, search::finished).run(BOUND_ROUNDS, value -> search.bound(rounded(value)));
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
