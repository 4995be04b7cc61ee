package org.towercrier.planning.internal.location;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Opens, closes and exchanges facilities as long as that saves something. What an exchange saves is computed for all facilities that could go at once,
 * from each customer's nearest and second nearest open facility (the fast interchange of Whitaker).
 */
final class PlaceExchange {

    /** Of the cost: what is saved by less is rounding, and would be exchanged to and fro. */
    private static final double NEGLIGIBLE = 1e-12;

    private final Places places;
    private final boolean[] open;
    private final int[] first;
    private final int[] second;
    private int opened;

    PlaceExchange(Places places, boolean[] start) {
        this.places = places;
        open = start.clone();
        first = new int[places.customers()];
        second = new int[places.customers()];
    }

    /** A start: facilities are opened one after another, each time the one that saves most. */
    static boolean[] greedy(Places places) {
        boolean[] open = new boolean[places.facilities()];
        double[] served = new double[places.customers()];
        Arrays.fill(served, Double.POSITIVE_INFINITY);
        for (int round = 0; places.number < 0 || round < places.number; round++) {
            int best = -1;
            double bestSaving = round == 0 || places.number >= 0 ? Double.NEGATIVE_INFINITY : 0;
            for (int facility = 0; facility < open.length; facility++) {
                if (open[facility]) {
                    continue;
                }
                double saving = -places.opening[facility];
                for (int customer = 0; customer < served.length; customer++) {
                    double cost = places.cost[customer][facility];
                    if (cost < served[customer]) {
                        saving += round == 0 ? -cost : served[customer] - cost;
                    }
                }
                if (saving > bestSaving || best < 0 && places.number >= 0) {
                    bestSaving = saving;
                    best = facility;
                }
            }
            if (best < 0) {
                break;
            }
            open[best] = true;
            for (int customer = 0; customer < served.length; customer++) {
                served[customer] = Math.min(served[customer], places.cost[customer][best]);
            }
        }
        return open;
    }

    boolean[] improve(BooleanSupplier stopped) {
        update();
        while (!stopped.getAsBoolean() && step()) {
            update();
        }
        return open;
    }

    private void update() {
        opened = 0;
        for (boolean one : open) {
            opened += one ? 1 : 0;
        }
        for (int customer = 0; customer < first.length; customer++) {
            first[customer] = -1;
            second[customer] = -1;
            for (int facility : places.nearest[customer]) {
                if (open[facility]) {
                    if (first[customer] < 0) {
                        first[customer] = facility;
                    } else {
                        second[customer] = facility;
                        break;
                    }
                }
            }
        }
    }

    private boolean step() {
        boolean free = places.number < 0;
        double best = NEGLIGIBLE * Math.max(1, size());
        int in = -1;
        int out = -1;
        double[] base = new double[open.length];
        for (int customer = 0; customer < first.length; customer++) {
            base[first[customer]] += loss(customer);
        }
        double[] loss = new double[open.length];
        for (int facility = 0; facility < open.length; facility++) {
            if (open[facility]) {
                double saving = places.opening[facility] - base[facility];
                if (free && opened > 1 && saving > best) {
                    best = saving;
                    in = -1;
                    out = facility;
                }
                continue;
            }
            double gain = gain(facility, base, loss);
            if (free && gain > best) {
                best = gain;
                in = facility;
                out = -1;
            }
            if (opened == 1) {
                double saving = instead(facility);
                if (saving > best) {
                    best = saving;
                    in = facility;
                    out = first[0];
                }
                continue;
            }
            for (int other = 0; other < open.length; other++) {
                if (open[other] && gain + places.opening[other] - loss[other] > best) {
                    best = gain + places.opening[other] - loss[other];
                    in = facility;
                    out = other;
                }
            }
        }
        if (in >= 0) {
            open[in] = true;
        }
        if (out >= 0) {
            open[out] = false;
        }
        return in >= 0 || out >= 0;
    }

    /** How large the costs are that are added up. */
    private double size() {
        double size = 0;
        for (int facility = 0; facility < open.length; facility++) {
            size += open[facility] ? Math.abs(places.opening[facility]) : 0;
        }
        for (int customer = 0; customer < first.length; customer++) {
            size += Math.abs(places.cost[customer][first[customer]]);
        }
        return size;
    }

    /** What it saves to open a facility in place of the only one that is open. */
    private double instead(int facility) {
        int only = first[0];
        double saving = places.opening[only] - places.opening[facility];
        for (double[] cost : places.cost) {
            saving += cost[only] - cost[facility];
        }
        return saving;
    }

    /** What a customer costs more when its facility closes; with one open there is no other, and nobody asks. */
    private double loss(int customer) {
        double now = places.cost[customer][first[customer]];
        return second[customer] < 0 ? 0 : places.cost[customer][second[customer]] - now;
    }

    /** What opening a facility saves; {@code loss} becomes what closing each open one would cost then. */
    private double gain(int facility, double[] base, double[] loss) {
        System.arraycopy(base, 0, loss, 0, base.length);
        double gain = -places.opening[facility];
        for (int customer = 0; customer < first.length; customer++) {
            double now = places.cost[customer][first[customer]];
            double then = places.cost[customer][facility];
            if (then < now) {
                gain += now - then;
                loss[first[customer]] -= loss(customer);
            } else {
                double without = loss(customer);
                if (then - now < without) {
                    loss[first[customer]] += then - now - without;
                }
            }
        }
        return gain;
    }
}
