package org.towercrier.planning.internal.location;

import java.util.Arrays;
import java.util.function.Function;

import org.towercrier.planning.internal.Search;

/**
 * Branch and bound on a Lagrangian relaxation: each customer pays a price for being served, and with the prices set every facility decides on its own
 * whether it pays to open it. The best prices give the bound of the strong linear relaxation, which for problems of this kind is mostly the optimum
 * itself; the facilities that the prices choose, with exchanges, give the solutions.
 */
final class LocationSearch<S> {

    private static final int ROOT_ROUNDS = 1500;
    private static final int NODE_ROUNDS = 250;
    private static final int PATIENCE = 25;
    private static final double SMALLEST_STEP = 1e-3;
    private static final double TOLERANCE = 1e-7;
    private static final byte FREE = 0;
    private static final byte OPEN = 1;
    private static final byte CLOSED = 2;

    private final Places places;
    private final Search<S> search;
    private final Function<boolean[], S> form;
    private final byte[] state;
    private final double[] reduced;
    private final boolean[] chosen;
    private final double[] frequency;
    private double best = Double.POSITIVE_INFINITY;
    /** Least bound of what has been left unexplored because the time was over. */
    private double openBound = Double.POSITIVE_INFINITY;

    LocationSearch(Places places, Search<S> search, Function<boolean[], S> form) {
        this.places = places;
        this.search = search;
        this.form = form;
        state = new byte[places.facilities()];
        reduced = new double[places.facilities()];
        chosen = new boolean[places.facilities()];
        frequency = new double[places.facilities()];
    }

    void run() {
        search.method("exchanges");
        offer(new PlaceExchange(places, PlaceExchange.greedy(places)).improve(search::stopped));
        search.method("branch and bound on Lagrangian relaxation");
        node(startPrices(), 0, Double.NEGATIVE_INFINITY);
        search.bound(Math.min(best, openBound));
    }

    private boolean offer(boolean[] open) {
        double cost = places.cost(open);
        if (cost < best - TOLERANCE) {
            best = cost;
            search.offer(form.apply(open));
            return true;
        }
        return false;
    }

    /** What a solution must be below to be better. */
    private double cutoff() {
        return places.whole ? best - 1 + 1e-6 : best - TOLERANCE * Math.max(1, best);
    }

    private double[] startPrices() {
        double[] prices = new double[places.customers()];
        for (int customer = 0; customer < prices.length; customer++) {
            int[] nearest = places.nearest[customer];
            prices[customer] = places.cost[customer][nearest[Math.min(nearest.length - 1, Math.max(1, nearest.length / 20))]];
        }
        return prices;
    }

    private void node(double[] start, int depth, double above) {
        byte[] before = state.clone();
        double[] prices = start.clone();
        double value = ascend(prices, depth == 0 ? ROOT_ROUNDS : NODE_ROUNDS);
        value = Math.max(value, above);
        if (depth == 0) {
            search.bound(Math.min(places.whole ? Math.ceil(value - 1e-6) : value, best));
        }
        if (value > cutoff()) {
            restore(before);
            return;
        }
        if (search.stopped()) {
            openBound = Math.min(openBound, value);
            restore(before);
            return;
        }
        int branch = branch();
        if (branch < 0) {
            // All is decided: the only solution left was offered by the ascent.
            offer(decided());
            restore(before);
            return;
        }
        byte firstWay = frequency[branch] >= 0.5 ? OPEN : CLOSED;
        state[branch] = firstWay;
        node(prices, depth + 1, value);
        state[branch] = firstWay == OPEN ? CLOSED : OPEN;
        node(prices, depth + 1, value);
        restore(before);
    }

    private void restore(byte[] before) {
        System.arraycopy(before, 0, state, 0, state.length);
    }

    private boolean[] decided() {
        boolean[] open = new boolean[state.length];
        for (int facility = 0; facility < open.length; facility++) {
            open[facility] = state[facility] == OPEN;
        }
        return open;
    }

    private int branch() {
        int branch = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int facility = 0; facility < state.length; facility++) {
            double distance = Math.abs(frequency[facility] - 0.5);
            if (state[facility] == FREE && distance < least) {
                least = distance;
                branch = facility;
            }
        }
        return branch;
    }

    /** Looks for the best prices; leaves them in {@code prices} and returns their bound, infinite when nothing is possible any more. */
    private double ascend(double[] prices, int rounds) {
        double top = Double.NEGATIVE_INFINITY;
        double[] kept = prices.clone();
        double step = 1.5;
        int since = 0;
        int[] slope = new int[prices.length];
        Arrays.fill(frequency, 0);
        for (int round = 0; round < rounds && step > SMALLEST_STEP; round++) {
            double value = evaluate(prices);
            if (value == Double.POSITIVE_INFINITY) {
                return value;
            }
            for (int facility = 0; facility < frequency.length; facility++) {
                frequency[facility] += 0.05 * ((chosen[facility] ? 1 : 0) - frequency[facility]);
            }
            if (value > top + 1e-6 * Math.abs(top) || top == Double.NEGATIVE_INFINITY) {
                top = value;
                System.arraycopy(prices, 0, kept, 0, prices.length);
                since = 0;
                tryChosen(round);
            } else if (++since >= PATIENCE) {
                step /= 2;
                since = 0;
                tryChosen(0);
            }
            if (top > cutoff() || search.stopped()) {
                break;
            }
            if (round % 10 == 9) {
                fix(value);
            }
            if (!move(prices, slope, step * (1.01 * best - value))) {
                // Every customer is served exactly once: what the prices chose is optimal here.
                offer(chosen.clone());
                top = Math.max(top, value);
                break;
            }
        }
        System.arraycopy(kept, 0, prices, 0, prices.length);
        return top;
    }

    private void tryChosen(int round) {
        boolean any = false;
        for (boolean one : chosen) {
            any |= one;
        }
        if (any && places.cost(chosen) < 1.02 * best && round % 8 == 0) {
            offer(new PlaceExchange(places, chosen).improve(search::stopped));
        } else if (any) {
            offer(chosen.clone());
        }
    }

    /** Value of the relaxation: every facility's profit decides. */
    private double evaluate(double[] prices) {
        System.arraycopy(places.opening, 0, reduced, 0, reduced.length);
        double value = 0;
        for (int customer = 0; customer < prices.length; customer++) {
            double price = prices[customer];
            double[] cost = places.cost[customer];
            value += price;
            for (int facility : places.nearest[customer]) {
                if (cost[facility] >= price) {
                    break;
                }
                reduced[facility] += cost[facility] - price;
            }
        }
        Arrays.fill(chosen, false);
        int opened = 0;
        for (int facility = 0; facility < state.length; facility++) {
            if (state[facility] == OPEN) {
                chosen[facility] = true;
                value += reduced[facility];
                opened++;
            } else if (places.number < 0 && state[facility] == FREE && reduced[facility] < 0) {
                chosen[facility] = true;
                value += reduced[facility];
            }
        }
        return places.number < 0 ? value : value + chooseRest(places.number - opened);
    }

    private double lastIn;
    private double firstOut;

    private double chooseRest(int rest) {
        int[] free = new int[state.length];
        int count = 0;
        for (int facility = 0; facility < state.length; facility++) {
            if (state[facility] == FREE) {
                free[count++] = facility;
            }
        }
        if (rest < 0 || rest > count) {
            return Double.POSITIVE_INFINITY;
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = reduced[free[i]];
        }
        Arrays.sort(values);
        lastIn = rest > 0 ? values[rest - 1] : Double.NEGATIVE_INFINITY;
        firstOut = rest < count ? values[rest] : Double.POSITIVE_INFINITY;
        double value = 0;
        int equal = rest;
        for (int i = 0; i < rest; i++) {
            value += values[i];
            equal -= values[i] < lastIn ? 1 : 0;
        }
        for (int i = 0; i < count; i++) {
            double own = reduced[free[i]];
            if (rest > 0 && (own < lastIn || own == lastIn && equal-- > 0)) {
                chosen[free[i]] = true;
            }
        }
        return value;
    }

    /** Facilities whose other decision would cost more than the best solution are decided. */
    private void fix(double value) {
        double cutoff = cutoff();
        for (int facility = 0; facility < state.length; facility++) {
            if (state[facility] != FREE) {
                continue;
            }
            double other;
            if (places.number < 0) {
                other = value + Math.abs(reduced[facility]);
            } else if (chosen[facility]) {
                other = value - reduced[facility] + firstOut;
            } else {
                other = value + reduced[facility] - lastIn;
            }
            if (other > cutoff) {
                state[facility] = chosen[facility] ? OPEN : CLOSED;
            }
        }
    }

    private boolean move(double[] prices, int[] slope, double distance) {
        long norm = 0;
        for (int customer = 0; customer < prices.length; customer++) {
            int served = 0;
            double[] cost = places.cost[customer];
            for (int facility : places.nearest[customer]) {
                if (cost[facility] >= prices[customer]) {
                    break;
                }
                served += chosen[facility] ? 1 : 0;
            }
            slope[customer] = 1 - served;
            norm += (long) slope[customer] * slope[customer];
        }
        if (norm == 0) {
            return false;
        }
        for (int customer = 0; customer < prices.length; customer++) {
            prices[customer] += distance / norm * slope[customer];
        }
        return true;
    }
}
