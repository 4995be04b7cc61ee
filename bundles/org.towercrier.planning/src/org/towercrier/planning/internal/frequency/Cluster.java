package org.towercrier.planning.internal.frequency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What the units of a model have to cost at least: branch and bound along an order of elimination, with tables that are eliminated in parts small
 * enough to be kept as the bound on what is still open (mini-buckets, Kask and Dechter, A general scheme for automatic generation of search heuristics,
 * 2001).
 */
final class Cluster {

    private static final int CHECK = 0xfff;
    private static final double TOLERANCE = 1e-6;

    private final LinkModel model;
    private final int[] sizes;
    /** The units in the order of elimination; the search goes the other way round. */
    private final int[] order;
    /** By place in the order: what is known about the unit and those after it. */
    private final Factor[][] known;
    /** By place in the order: what its elimination left to those after it. */
    private final Factor[][] left;
    private final int[] chosen;
    private double root;
    private double best;
    private double margin;
    private long nodes;
    private boolean over;

    /**
     * @param largestTable
     *            combinations in a table
     */
    Cluster(LinkModel model, double largestTable) {
        this.model = model;
        sizes = Arrays.stream(model.choices).mapToInt(choices -> choices.length).toArray();
        chosen = new int[sizes.length];
        order = order();
        known = new Factor[order.length][];
        left = new Factor[order.length][];
        eliminate(largestTable);
    }

    private int[] order() {
        BitSet open = new BitSet();
        open.set(0, sizes.length);
        BitSet[] near = new BitSet[sizes.length];
        for (int u = 0; u < near.length; u++) {
            near[u] = new BitSet();
            Arrays.stream(model.neighbours[u]).forEach(near[u]::set);
        }
        int[] result = new int[sizes.length];
        for (int place = 0; place < result.length; place++) {
            int next = open.stream().boxed().min(Comparator.comparingDouble(u -> combinations(near[u]))).orElseThrow();
            result[place] = next;
            open.clear(next);
            near[next].stream().forEach(v -> {
                near[v].or(near[next]);
                near[v].clear(v);
                near[v].clear(next);
            });
        }
        return result;
    }

    private double combinations(BitSet scope) {
        return scope.stream().mapToDouble(v -> sizes[v]).reduce(1, (one, other) -> one * other);
    }

    private void eliminate(double largestTable) {
        int[] place = new int[sizes.length];
        IntStream.range(0, order.length).forEach(i -> place[order[i]] = i);
        List<List<Factor>> buckets = new ArrayList<>();
        for (int u : order) {
            List<Factor> bucket = new ArrayList<>();
            bucket.add(new Factor(new int[]{ u }, model.own[u]));
            for (int k = 0; k < model.neighbours[u].length; k++) {
                int v = model.neighbours[u][k];
                if (place[v] > place[u]) {
                    bucket.add(new Factor(new int[]{ u, v }, pair(u, k)));
                }
            }
            buckets.add(bucket);
        }
        for (int i = 0; i < order.length; i++) {
            int unit = order[i];
            List<Factor> messages = new ArrayList<>();
            for (Part part : parts(unit, buckets.get(i), largestTable)) {
                int[] scope = part.scope.stream().toArray();
                messages.add(new Factor(scope, Factor.eliminate(unit, scope, part.factors, sizes, new byte[0])));
            }
            for (Factor message : messages) {
                Arrays.stream(message.scope()).map(v -> place[v]).min().ifPresentOrElse(first -> buckets.get(first).add(message),
                        () -> root += message.values()[0]);
            }
            known[i] = buckets.get(i).toArray(Factor[]::new);
            left[i] = messages.toArray(Factor[]::new);
        }
    }

    private double[] pair(int u, int k) {
        double[] values = new double[sizes[u] * sizes[model.neighbours[u][k]]];
        int at = 0;
        for (int i = 0; i < sizes[u]; i++) {
            for (int j = 0; j < sizes[model.neighbours[u][k]]; j++) {
                values[at++] = model.excludes[u][k][i][j] ? Double.POSITIVE_INFINITY : model.prices[u][k][i][j];
            }
        }
        return values;
    }

    /** Factors that are eliminated together, and the other units they are over. */
    private static final class Part {
        private final BitSet scope = new BitSet();
        private final List<Factor> factors = new ArrayList<>();

        /** For each choice of a unit the least sum, whatever the others take. */
        private double[] leastOf(int unit, int[] sizes) {
            double[] least = new double[sizes[unit]];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Factor.sums(unit, scope.stream().toArray(), factors, sizes, (at, sums) -> {
                for (int i = 0; i < least.length; i++) {
                    least[i] = Math.min(least[i], sums[i]);
                }
            });
            return least;
        }
    }

    /** As few parts as the size of a table allows, the largest factors first. */
    private List<Part> parts(int unit, List<Factor> factors, double largestTable) {
        List<Part> parts = new ArrayList<>();
        List<Factor> largestFirst = factors.stream().sorted(Comparator.comparingInt(factor -> -factor.scope().length)).toList();
        for (Factor factor : largestFirst) {
            BitSet scope = new BitSet();
            Arrays.stream(factor.scope()).filter(v -> v != unit).forEach(scope::set);
            Part fitting = null;
            for (int i = 0; i < parts.size() && fitting == null; i++) {
                BitSet joint = (BitSet) parts.get(i).scope.clone();
                joint.or(scope);
                fitting = combinations(joint) <= largestTable || joint.equals(parts.get(i).scope) ? parts.get(i) : null;
            }
            if (fitting == null) {
                fitting = new Part();
                parts.add(fitting);
            }
            fitting.scope.or(scope);
            fitting.factors.add(factor);
        }
        if (parts.size() > 1) {
            balance(unit, parts);
        }
        return parts;
    }

    /**
     * Shifts prices of the unit's choices between the parts so that each part would choose alike: their least sums together come nearer to the least sum
     * of all (Ihler and others, Join-graph based cost-shifting schemes, 2012).
     */
    private void balance(int unit, List<Part> parts) {
        double[] mean = new double[sizes[unit]];
        double[][] least = new double[parts.size()][];
        for (int p = 0; p < least.length; p++) {
            Part part = parts.get(p);
            least[p] = part.leastOf(unit, sizes);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += least[p][i] / parts.size();
            }
        }
        for (int p = 0; p < least.length; p++) {
            double[] shift = new double[mean.length];
            for (int i = 0; i < shift.length; i++) {
                shift[i] = Double.isInfinite(mean[i]) ? 0 : mean[i] - least[p][i];
            }
            parts.get(p).factors.add(new Factor(new int[]{ unit }, shift));
        }
    }

    /** What is certain without any search. */
    double root() {
        return root;
    }

    /**
     * The least cost; empty when it was not found out within so many steps.
     *
     * @param reached
     *            what some assignment costs
     * @param whole
     *            whether all prices are whole numbers
     */
    OptionalDouble least(double reached, boolean whole, long mostNodes, BooleanSupplier stopped) {
        best = reached;
        margin = whole ? 1 - TOLERANCE : TOLERANCE;
        nodes = mostNodes;
        over = false;
        descend(order.length - 1, root, stopped);
        return over ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    private void descend(int at, double bound, BooleanSupplier stopped) {
        if (at < 0) {
            best = Math.min(best, bound);
            return;
        }
        int unit = order[at];
        double before = bound;
        for (Factor factor : left[at]) {
            before -= factor.at(chosen, sizes);
        }
        double[] after = new double[sizes[unit]];
        for (int choice = 0; choice < after.length; choice++) {
            chosen[unit] = choice;
            after[choice] = before;
            for (Factor factor : known[at]) {
                after[choice] += factor.at(chosen, sizes);
            }
        }
        for (int next = least(after); after[next] < best - margin && !over; next = least(after)) {
            if ((--nodes & CHECK) == 0 && stopped.getAsBoolean() || nodes <= 0) {
                over = true;
                return;
            }
            double reached = after[next];
            after[next] = Double.POSITIVE_INFINITY;
            chosen[unit] = next;
            descend(at - 1, reached, stopped);
        }
    }

    private static int least(double[] values) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        return least;
    }
}
