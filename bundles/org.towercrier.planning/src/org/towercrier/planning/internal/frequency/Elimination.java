package org.towercrier.planning.internal.frequency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The exact best of all combinations of a few choices for each unit: units are eliminated one after another, each leaving a table over those it still
 * has to do with (non-serial dynamic programming, Bertelè and Brioschi 1972). Its effort grows with the largest such table, which is known beforehand.
 */
final class Elimination {

    /** Choices that a unit may have at most: their numbers are kept in bytes. */
    static final int MOST_CHOICES = 127;

    private final LinkModel model;
    private final double penalty;
    private final int[][] domains;
    /** Units with more than one choice, in the order in which they are eliminated, and of each unit its place there or -1. */
    private int[] order = new int[0];
    private final int[] place;
    private double effort;

    /**
     * @param penalty
     *            for a pair of choices that exclude one another
     * @param domains
     *            the choices of each unit, at least one
     */
    Elimination(LinkModel model, double penalty, int[][] domains) {
        this.model = model;
        this.penalty = penalty;
        this.domains = domains;
        place = new int[domains.length];
    }

    /** Finds an order of elimination; whether its tables stay below the limit and all additions too. */
    boolean plan(double largestTable, double mostEffort) {
        int units = domains.length;
        BitSet[] near = new BitSet[units];
        BitSet open = new BitSet(units);
        double[] size = new double[units];
        for (int u = 0; u < units; u++) {
            if (domains[u].length > 1) {
                open.set(u);
            }
        }
        for (int u = open.nextSetBit(0); u >= 0; u = open.nextSetBit(u + 1)) {
            near[u] = new BitSet(units);
            for (int v : model.neighbours[u]) {
                if (open.get(v)) {
                    near[u].set(v);
                }
            }
            size[u] = table(near[u]);
        }
        order = new int[open.cardinality()];
        Arrays.fill(place, -1);
        effort = 0;
        for (int step = 0; step < order.length; step++) {
            int next = -1;
            for (int u = open.nextSetBit(0); u >= 0; u = open.nextSetBit(u + 1)) {
                if (next < 0 || size[u] < size[next]) {
                    next = u;
                }
            }
            effort += size[next] * domains[next].length * (1 + near[next].cardinality() / 2.0);
            if (size[next] > largestTable || effort > mostEffort) {
                return false;
            }
            order[step] = next;
            place[next] = step;
            open.clear(next);
            BitSet around = near[next];
            for (int v = around.nextSetBit(0); v >= 0; v = around.nextSetBit(v + 1)) {
                near[v].or(around);
                near[v].clear(v);
                near[v].clear(next);
            }
            for (int v = around.nextSetBit(0); v >= 0; v = around.nextSetBit(v + 1)) {
                size[v] = table(near[v]);
            }
        }
        return true;
    }

    private double table(BitSet scope) {
        double size = 1;
        for (int v = scope.nextSetBit(0); v >= 0; v = scope.nextSetBit(v + 1)) {
            size *= domains[v].length;
        }
        return size;
    }

    /** What a unit does best, whatever those eliminated after it do. */
    private record Reply(int unit, int[] scope, byte[] best) {
    }

    /** The best combination, one of the domains' choices for each unit. {@link #plan} has to have said yes. */
    int[] solve() {
        List<List<Factor>> buckets = new ArrayList<>(order.length);
        for (int i = 0; i < order.length; i++) {
            buckets.add(new ArrayList<>());
        }
        for (int u : order) {
            buckets.get(place[u]).add(new Factor(new int[]{ u }, alone(u)));
            for (int k = 0; k < model.neighbours[u].length; k++) {
                int v = model.neighbours[u][k];
                if (place[v] > place[u]) {
                    buckets.get(place[u]).add(new Factor(new int[]{ u, v }, pair(u, k, v)));
                }
            }
        }
        List<Reply> replies = new ArrayList<>();
        int[] sizes = Arrays.stream(domains).mapToInt(domain -> domain.length).toArray();
        for (int step = 0; step < order.length; step++) {
            int unit = order[step];
            List<Factor> bucket = buckets.get(step);
            int[] scope = bucket.stream().flatMapToInt(factor -> Arrays.stream(factor.scope())).filter(v -> v != unit).distinct().sorted()
                    .toArray();
            byte[] best = new byte[(int) size(scope)];
            double[] values = Factor.eliminate(unit, scope, bucket, sizes, best);
            buckets.set(step, List.of());
            replies.add(new Reply(unit, scope, best));
            Arrays.stream(scope).map(v -> place[v]).min().ifPresent(first -> buckets.get(first).add(new Factor(scope, values)));
        }
        int[] chosen = new int[domains.length];
        for (Reply reply : replies.reversed()) {
            int at = 0;
            for (int v : reply.scope()) {
                at = at * domains[v].length + chosen[v];
            }
            chosen[reply.unit()] = reply.best()[at];
        }
        for (int u = 0; u < chosen.length; u++) {
            chosen[u] = domains[u][chosen[u]];
        }
        return chosen;
    }

    private double size(int[] scope) {
        double size = 1;
        for (int v : scope) {
            size *= domains[v].length;
        }
        return size;
    }

    /** Own prices, and those with the units that have one choice only. */
    private double[] alone(int u) {
        double[] values = new double[domains[u].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = model.own[u][domains[u][i]];
        }
        for (int k = 0; k < model.neighbours[u].length; k++) {
            int v = model.neighbours[u][k];
            if (place[v] < 0) {
                for (int i = 0; i < values.length; i++) {
                    values[i] += price(u, k, domains[u][i], domains[v][0]);
                }
            }
        }
        return values;
    }

    private double[] pair(int u, int k, int v) {
        double[] values = new double[domains[u].length * domains[v].length];
        int at = 0;
        for (int i : domains[u]) {
            for (int j : domains[v]) {
                values[at++] = price(u, k, i, j);
            }
        }
        return values;
    }

    private double price(int u, int k, int i, int j) {
        return model.prices[u][k][i][j] + (model.excludes[u][k][i][j] ? penalty : 0);
    }

    /** The best combination if it can be had with this effort. */
    Optional<int[]> solve(double largestTable, double mostEffort) {
        return plan(largestTable, mostEffort) ? Optional.of(solve()) : Optional.empty();
    }
}
