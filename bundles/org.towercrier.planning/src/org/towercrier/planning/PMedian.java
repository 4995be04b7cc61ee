package org.towercrier.planning;

import java.util.HashSet;
import java.util.List;

/**
 * Which {@code p} places to choose so that the sum of every customer's cost with its nearest one is least.
 *
 * @param cost
 *            for each customer its cost with each candidate place; infinite when it cannot be served from there
 * @param p
 *            number of places
 */
public record PMedian(double[][] cost, int p) implements Problem<PMedian.Plan> {

    public PMedian {
        if (cost.length == 0 || cost[0].length == 0) {
            throw new IllegalArgumentException("Customers and candidates are needed");
        }
        if (p < 1 || p > cost[0].length) {
            throw new IllegalArgumentException("p must be between 1 and the number of candidates: " + p);
        }
    }

    /** The chosen places, and for each customer the one that serves it. */
    public record Plan(List<Integer> places, List<Integer> servedBy) {
        public Plan {
            places = List.copyOf(places);
            servedBy = List.copyOf(servedBy);
        }
    }

    @Override
    public boolean minimises() {
        return true;
    }

    @Override
    public double objective(Plan plan) {
        if (plan.places().size() != p || new HashSet<>(plan.places()).size() != p) {
            throw new IllegalArgumentException("There must be " + p + " different places");
        }
        HashSet<Integer> chosen = new HashSet<>(plan.places());
        double sum = 0;
        for (int customer = 0; customer < cost.length; customer++) {
            int place = plan.servedBy().get(customer);
            if (!chosen.contains(place)) {
                throw new IllegalArgumentException("Customer " + customer + " is served from a place that is not chosen");
            }
            sum += cost[customer][place];
        }
        return sum;
    }
}
