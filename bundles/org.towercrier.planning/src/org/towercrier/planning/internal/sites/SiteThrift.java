package org.towercrier.planning.internal.sites;

import java.util.List;

import org.towercrier.planning.SitePlanning.Plan;

/** The cheapest plan that covers enough: the price of traffic follows what is covered, so that the search stays where just enough is. */
final class SiteThrift implements SiteAnnealing.Aim {

    private static final double MOST = 0.02;
    private static final double EAGER = 200;

    private final SiteGrid grid;
    private final double wanted;
    private double least = Double.POSITIVE_INFINITY;
    private Plan best = new Plan(List.of());

    /**
     * @param wanted
     *            traffic to cover
     */
    SiteThrift(SiteGrid grid, double wanted) {
        this.grid = grid;
        this.wanted = wanted;
    }

    @Override
    public double price(double before) {
        if (before <= 0) {
            return grid.marginalPrice(wanted);
        }
        // Too little covered makes traffic dearer, more than enough makes it cheaper.
        return before * (1 + Math.clamp(EAGER * (wanted - grid.covered()) / wanted, -1, 1) * MOST);
    }

    @Override
    public void seen() {
        if (grid.covered() >= wanted && grid.cost() < least) {
            least = grid.cost();
            best = grid.plan();
        }
    }

    /** Of all that was seen. */
    Plan best() {
        return best;
    }
}
