package org.towercrier.planning.internal.frequency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the units of a part have to cost at least when some are fixed: prices of pairs are moved to single choices, and what all choices of a unit have in
 * common to the bound (soft arc consistency; Larrosa and Schiex, Solving weighted CSP by maintaining arc consistency, 2004). Whatever is moved, each
 * assignment of the choices still open costs the same in sum.
 */
final class SoftCosts {

    private static final double NEGLIGIBLE = 1e-9;

    private final Prices prices;
    private double least;
    /** By unit and choice: what the choice costs above the bound, as far as it was moved there. */
    private final double[][] alone;
    /** By pair, side and choice: what was moved from the pair's prices to the choice. */
    private final double[][][] moved;
    /** By unit: the choices still open come first, in no order. */
    private final int[][] open;
    private final int[] count;
    private final boolean[] fixed;
    private final double[] shares;

    /** The prices of pairs, as they were in the beginning; shared. */
    record Prices(int[] sizes, int[][] pairOf, int[][] pairs, double[][] forward, double[][] backward) {

        /**
         * @param excluded
         *            price of what excludes one another: more than any assignment may cost
         */
        static Prices of(LinkModel model, double excluded) {
            int[] sizes = Arrays.stream(model.choices).mapToInt(choices -> choices.length).toArray();
            int[][] pairOf = new int[sizes.length][sizes.length];
            Arrays.stream(pairOf).forEach(row -> Arrays.fill(row, -1));
            List<int[]> pairs = new ArrayList<>();
            List<double[]> forward = new ArrayList<>();
            List<double[]> backward = new ArrayList<>();
            for (int u = 0; u < sizes.length; u++) {
                for (int k = 0; k < model.neighbours[u].length; k++) {
                    int v = model.neighbours[u][k];
                    if (v > u) {
                        pairOf[u][v] = pairs.size();
                        pairOf[v][u] = pairs.size();
                        pairs.add(new int[]{ u, v });
                        double[] there = new double[sizes[u] * sizes[v]];
                        double[] back = new double[there.length];
                        for (int at = 0; at < there.length; at++) {
                            int i = at / sizes[v];
                            int j = at % sizes[v];
                            there[at] = model.excludes[u][k][i][j] ? excluded : model.prices[u][k][i][j];
                            back[j * sizes[u] + i] = there[at];
                        }
                        forward.add(there);
                        backward.add(back);
                    }
                }
            }
            return new Prices(sizes, pairOf, pairs.toArray(int[][]::new), forward.toArray(double[][]::new),
                    backward.toArray(double[][]::new));
        }

        /** Over the choices of one unit of a pair, and of the other one, which run fastest. */
        private double[] table(int pair, int unit) {
            return pairs[pair][0] == unit ? forward[pair] : backward[pair];
        }

        private int side(int pair, int unit) {
            return pairs[pair][0] == unit ? 0 : 1;
        }
    }

    /** Nothing is fixed and nothing is moved. */
    SoftCosts(Prices prices, double[][] own) {
        this.prices = prices;
        int units = prices.sizes.length;
        alone = Arrays.stream(own).map(double[]::clone).toArray(double[][]::new);
        moved = Arrays.stream(prices.pairs)
                .map(pair -> new double[][]{ new double[prices.sizes[pair[0]]], new double[prices.sizes[pair[1]]] })
                .toArray(double[][][]::new);
        open = Arrays.stream(prices.sizes).mapToObj(size -> IntStream.range(0, size).toArray()).toArray(int[][]::new);
        count = prices.sizes.clone();
        fixed = new boolean[units];
        shares = new double[Arrays.stream(prices.sizes).max().orElse(0)];
    }

    /** Becomes like another one of the same prices. */
    void copy(SoftCosts other) {
        least = other.least;
        for (int u = 0; u < fixed.length; u++) {
            fixed[u] = other.fixed[u];
            if (!fixed[u]) {
                count[u] = other.count[u];
                System.arraycopy(other.open[u], 0, open[u], 0, count[u]);
                System.arraycopy(other.alone[u], 0, alone[u], 0, alone[u].length);
            }
        }
        for (int pair = 0; pair < moved.length; pair++) {
            if (!fixed[prices.pairs[pair][0]] && !fixed[prices.pairs[pair][1]]) {
                for (int side = 0; side < 2; side++) {
                    System.arraycopy(other.moved[pair][side], 0, moved[pair][side], 0, moved[pair][side].length);
                }
            }
        }
    }

    double least() {
        return least;
    }

    boolean isFixed(int unit) {
        return fixed[unit];
    }

    /** The choices still open, cheapest first. */
    int[] choices(int unit) {
        double[] costs = alone[unit];
        return Arrays.stream(open[unit], 0, count[unit]).boxed().sorted((one, other) -> Double.compare(costs[one], costs[other]))
                .mapToInt(Integer::intValue).toArray();
    }

    /** What a choice costs above the bound at least. */
    double above(int unit, int choice) {
        return alone[unit][choice];
    }

    /** How soon a unit should be fixed: few choices are open and they cost much; the least is the first. */
    double rank(int unit, double tie) {
        double sum = 0;
        for (int at = 0; at < count[unit]; at++) {
            sum += alone[unit][open[unit][at]];
        }
        return count[unit] == 1 ? 0 : count[unit] / (sum / count[unit] + tie);
    }

    /** Fixes a unit: its prices with the others are theirs alone. */
    void fix(int unit, int choice) {
        fixed[unit] = true;
        least += alone[unit][choice];
        for (int v = 0; v < fixed.length; v++) {
            int pair = prices.pairOf[unit][v];
            if (pair >= 0 && !fixed[v]) {
                int side = prices.side(pair, unit);
                double mine = moved[pair][side][choice];
                double[] theirs = moved[pair][1 - side];
                double[] table = prices.table(pair, unit);
                for (int at = 0; at < count[v]; at++) {
                    int j = open[v][at];
                    alone[v][j] += table[choice * prices.sizes[v] + j] - mine - theirs[j];
                }
            }
        }
    }

    /**
     * Moves prices for some rounds, as long as the bound grows, and closes choices that would cost too much.
     *
     * @param limit
     *            what costs as much is of no use
     * @return whether anything below the limit may be left
     */
    boolean settle(int rounds, double limit) {
        int[] units = IntStream.range(0, fixed.length).filter(u -> !fixed[u]).toArray();
        if (least >= limit || !allLifted(units, limit)) {
            return false;
        }
        for (int round = 0; round < rounds; round++) {
            double before = least;
            if (!pass(units, limit) || !allLifted(units, limit)) {
                return false;
            }
            if (round > 0 && least - before < 1e-6 * Math.max(1, limit)) {
                break;
            }
            // The other way round next, so that each unit gets and gives.
            for (int i = 0, j = units.length - 1; i < j; i++, j--) {
                int unit = units[i];
                units[i] = units[j];
                units[j] = unit;
            }
        }
        return true;
    }

    private boolean pass(int[] units, double limit) {
        for (int from = 0; from < units.length; from++) {
            if (!lift(units[from], limit)) {
                return false;
            }
            for (int to = from + 1; to < units.length; to++) {
                if (prices.pairOf[units[from]][units[to]] >= 0) {
                    send(units[from], units[to]);
                }
            }
        }
        return true;
    }

    private boolean allLifted(int[] units, double limit) {
        for (int u : units) {
            if (!lift(u, limit)) {
                return false;
            }
        }
        return true;
    }

    /** Moves what all open choices of a unit have in common to the bound. */
    private boolean lift(int unit, double limit) {
        double[] costs = alone[unit];
        int[] choices = open[unit];
        double common = Double.POSITIVE_INFINITY;
        for (int at = 0; at < count[unit]; at++) {
            common = Math.min(common, costs[choices[at]]);
        }
        if (least + common >= limit) {
            return false;
        }
        least += common;
        int kept = 0;
        for (int at = 0; at < count[unit]; at++) {
            int i = choices[at];
            costs[i] -= common;
            if (least + costs[i] < limit) {
                choices[kept++] = i;
            }
        }
        count[unit] = kept;
        return kept > 0;
    }

    /** Each choice of the receiver gets what the pair and the giver's choices cost beside it at least; the giver gives no more than that takes. */
    private void send(int giver, int receiver) {
        int pair = prices.pairOf[giver][receiver];
        double[] table = prices.table(pair, receiver);
        double[] given = moved[pair][prices.side(pair, giver)];
        double[] got = moved[pair][prices.side(pair, receiver)];
        double[] costs = alone[giver];
        int width = prices.sizes[giver];
        boolean any = false;
        for (int at = 0; at < count[receiver]; at++) {
            int i = open[receiver][at];
            double share = Double.POSITIVE_INFINITY;
            for (int other = 0; other < count[giver]; other++) {
                int j = open[giver][other];
                share = Math.min(share, table[i * width + j] - given[j] + costs[j]);
            }
            shares[at] = share - got[i] < NEGLIGIBLE ? 0 : share - got[i];
            any |= shares[at] > 0;
        }
        if (!any) {
            return;
        }
        for (int other = 0; other < count[giver]; other++) {
            int j = open[giver][other];
            double need = 0;
            for (int at = 0; at < count[receiver] && costs[j] > 0; at++) {
                int i = open[receiver][at];
                need = Math.max(need, shares[at] - (table[i * width + j] - given[j] - got[i]));
            }
            need = Math.min(need, costs[j]);
            costs[j] -= need;
            given[j] -= need;
        }
        for (int at = 0; at < count[receiver]; at++) {
            int i = open[receiver][at];
            got[i] += shares[at];
            alone[receiver][i] += shares[at];
        }
    }
}
