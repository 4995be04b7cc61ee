package org.towercrier.planning.internal.frequency;

import java.util.Arrays;

/**
 * Choices that need not be looked at because another choice of the same unit is never dearer, whatever the neighbours take (Koster, Frequency
 * assignment, 1999, chapter 5). Only for the least cost: of several assignments that cost the same, one remains.
 */
final class Dominance {

    private static final double NEVER = 1e300;
    /** Comparisons that one unit is worth at most. */
    private static final double MOST_EFFORT = 5e8;

    private final LinkModel model;
    private final boolean[][] alive;

    Dominance(LinkModel model) {
        this.model = model;
        alive = new boolean[model.units()][];
        for (int u = 0; u < alive.length; u++) {
            alive[u] = new boolean[model.choices[u].length];
            Arrays.fill(alive[u], true);
        }
    }

    /** Of each unit the choices that are needed. What goes in one unit can make choices of its neighbours dominated: as long as any goes. */
    boolean[][] undominated() {
        boolean[] due = new boolean[alive.length];
        Arrays.fill(due, true);
        for (boolean changed = true; changed;) {
            changed = false;
            for (int u = 0; u < alive.length; u++) {
                if (due[u]) {
                    due[u] = false;
                    if (thin(u)) {
                        changed = true;
                        Arrays.stream(model.neighbours[u]).forEach(v -> due[v] = true);
                    }
                }
            }
        }
        return alive;
    }

    private boolean thin(int u) {
        double effort = Arrays.stream(model.neighbours[u]).mapToDouble(v -> alive[v].length).sum() * alive[u].length * alive[u].length;
        if (effort > MOST_EFFORT) {
            return false;
        }
        boolean any = false;
        for (int i = 0; i < alive[u].length; i++) {
            for (int j = 0; j < alive[u].length && alive[u][i]; j++) {
                if (i != j && alive[u][j] && isDominated(u, i, j)) {
                    alive[u][i] = false;
                    any = true;
                }
            }
        }
        return any;
    }

    /** Whether taking {@code other} in place of a choice never costs anything. */
    private boolean isDominated(int u, int choice, int other) {
        double most = model.own[u][other] - model.own[u][choice];
        for (int k = 0; k < model.neighbours[u].length && most < NEVER; k++) {
            most += mostMore(u, k, choice, other);
        }
        return most <= 0;
    }

    private double mostMore(int u, int k, int choice, int other) {
        boolean[] theirs = alive[model.neighbours[u][k]];
        double[] prices = model.prices[u][k][choice];
        double[] otherPrices = model.prices[u][k][other];
        boolean[] excludes = model.excludes[u][k][choice];
        boolean[] otherExcludes = model.excludes[u][k][other];
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < theirs.length; j++) {
            // What the choice itself excludes is no reason to keep it.
            if (theirs[j] && !excludes[j]) {
                most = Math.max(most, otherExcludes[j] ? Double.POSITIVE_INFINITY : otherPrices[j] - prices[j]);
            }
        }
        return most;
    }
}
