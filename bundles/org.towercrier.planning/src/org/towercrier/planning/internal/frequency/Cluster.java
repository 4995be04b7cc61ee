package org.towercrier.planning.internal.frequency;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * What the units of a part cost among themselves at least: branch and bound, whose bound is kept by {@link SoftCosts}. Dense parts of a dozen units with
 * dozens of choices each are found out in seconds.
 */
final class Cluster {

    private static final int CHECK = 0xff;
    private static final double TOLERANCE = 1e-6;
    private static final int FIRST_ROUNDS = 30;
    private static final int ROUNDS = 3;

    private final LinkModel model;
    private final double[][] ties;
    private SoftCosts[] states = {};
    private double best;
    private double margin;
    private long nodes;
    private boolean over;

    Cluster(LinkModel model) {
        this.model = model;
        ties = model.ties();
    }

    /**
     * The least cost, or a little less when prices are not whole; empty when it was not found out within so many steps.
     *
     * @param reached
     *            what some assignment costs
     * @param whole
     *            whether all prices are whole numbers
     */
    OptionalDouble least(double reached, boolean whole, long mostNodes, BooleanSupplier stopped) {
        // Sums are rounded: the larger, the more.
        double tolerance = TOLERANCE + 1e-9 * Math.abs(reached);
        best = reached;
        margin = whole ? 1 - tolerance : tolerance;
        nodes = mostNodes;
        over = false;
        SoftCosts.Prices prices = SoftCosts.Prices.of(model, 2 * Math.abs(reached) + 1);
        states = new SoftCosts[model.units() + 1];
        Arrays.setAll(states, depth -> new SoftCosts(prices, model.own));
        if (states[0].settle(FIRST_ROUNDS, best - margin)) {
            descend(0, stopped);
        }
        if (over) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(whole ? Math.rint(best) : best - tolerance);
    }

    private void descend(int depth, BooleanSupplier stopped) {
        SoftCosts state = states[depth];
        if (depth == model.units()) {
            best = Math.min(best, state.least());
            return;
        }
        int unit = next(state);
        for (int choice : state.choices(unit)) {
            if (state.least() + state.above(unit, choice) >= best - margin) {
                return;
            }
            if (--nodes < 0 || (nodes & CHECK) == 0 && stopped.getAsBoolean()) {
                over = true;
                return;
            }
            SoftCosts after = states[depth + 1];
            after.copy(state);
            after.fix(unit, choice);
            if (after.settle(ROUNDS, best - margin)) {
                descend(depth + 1, stopped);
            }
            if (over) {
                return;
            }
        }
    }

    private int next(SoftCosts state) {
        int next = -1;
        double rank = Double.POSITIVE_INFINITY;
        for (int u = 0; u < model.units(); u++) {
            if (!state.isFixed(u)) {
                double tie = TOLERANCE;
                for (int k = 0; k < ties[u].length; k++) {
                    tie += state.isFixed(model.neighbours[u][k]) ? 0 : ties[u][k] / 5;
                }
                double here = state.rank(u, tie);
                if (next < 0 || here < rank) {
                    next = u;
                    rank = here;
                }
            }
        }
        return next;
    }
}
