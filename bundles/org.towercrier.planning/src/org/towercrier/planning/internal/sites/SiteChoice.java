package org.towercrier.planning.internal.sites;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.towercrier.planning.SitePlanning.Site;

/**
 * What is known of each patch: ways to build it, none of which costs more and covers less than another. One way for each patch is chosen so that all
 * together cover enough at low cost: by a price of traffic first, then by single changes and by changes of two patches at once.
 */
final class SiteChoice {

    private static final int HALVINGS = 60;
    private static final double NEGLIGIBLE = 1e-9;

    private final double wanted;
    private final List<List<Way>> ways = new ArrayList<>();

    /** A way to build a patch. */
    record Way(double cost, double covered, List<Site> sites) {
    }

    private record Change(int patch, Way to, double cost, double covered) {
    }

    /**
     * @param wanted
     *            traffic that all patches together have to cover
     */
    SiteChoice(int patches, double wanted) {
        this.wanted = wanted;
        for (int patch = 0; patch < patches; patch++) {
            ways.add(new ArrayList<>(List.of(new Way(0, 0, List.of()))));
        }
    }

    /** Adds a way unless there is one that is as good. @return whether it is new */
    boolean add(int patch, Way way) {
        List<Way> known = ways.get(patch);
        if (known.stream().anyMatch(other -> other.cost() <= way.cost() + NEGLIGIBLE && other.covered() >= way.covered())) {
            return false;
        }
        known.removeIf(other -> other.cost() >= way.cost() - NEGLIGIBLE && other.covered() <= way.covered());
        known.add(way);
        return true;
    }

    /** The best way at a price of traffic. */
    Way best(int patch, double trafficPrice) {
        return ways.get(patch).stream().min(Comparator.comparingDouble(way -> way.cost() - trafficPrice * way.covered())).orElseThrow();
    }

    /** The chosen ways, one for each patch; empty when even the best ones do not cover enough. */
    List<Way> choose(double trafficPrice) {
        double low = 0;
        double high = trafficPrice;
        for (int i = 0; i < HALVINGS && covered(at(high)) < wanted; i++) {
            low = high;
            high *= 2;
        }
        Way[] chosen = at(high);
        if (covered(chosen) < wanted) {
            return List.of();
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            Way[] other = at(middle);
            if (covered(other) >= wanted) {
                high = middle;
                chosen = other;
            } else {
                low = middle;
            }
        }
        while (improve(chosen)) {
            // Each change makes the choice cheaper.
        }
        return List.of(chosen);
    }

    private Way[] at(double trafficPrice) {
        Way[] chosen = new Way[ways.size()];
        Arrays.setAll(chosen, patch -> best(patch, trafficPrice));
        return chosen;
    }

    private static double covered(Way[] chosen) {
        return Arrays.stream(chosen).mapToDouble(Way::covered).sum();
    }

    /** The cheapest change of one patch or of two that leaves enough covered. */
    private boolean improve(Way[] chosen) {
        double spare = covered(chosen) - wanted;
        List<Change> saving = new ArrayList<>();
        List<Change> adding = new ArrayList<>();
        for (int patch = 0; patch < chosen.length; patch++) {
            for (Way way : ways.get(patch)) {
                Change change = new Change(patch, way, way.cost() - chosen[patch].cost(), way.covered() - chosen[patch].covered());
                if (change.cost() < -NEGLIGIBLE) {
                    saving.add(change);
                } else if (change.covered() > 0) {
                    adding.add(change);
                }
            }
        }
        Change first = null;
        Change second = null;
        double best = -NEGLIGIBLE;
        for (Change one : saving) {
            if (one.cost() < best && spare + one.covered() >= 0) {
                best = one.cost();
                first = one;
                second = null;
            }
            for (Change other : adding) {
                double cost = one.cost() + other.cost();
                if (cost < best && one.patch() != other.patch() && spare + one.covered() + other.covered() >= 0) {
                    best = cost;
                    first = one;
                    second = other;
                }
            }
        }
        if (first == null) {
            return false;
        }
        chosen[first.patch()] = first.to();
        if (second != null) {
            chosen[second.patch()] = second.to();
        }
        return true;
    }
}
