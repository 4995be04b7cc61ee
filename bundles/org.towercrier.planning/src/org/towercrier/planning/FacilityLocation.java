package org.towercrier.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which facilities to open so that opening them and serving all customers from them costs least. With capacities a customer may be served by several
 * facilities, as in the benchmark files of the OR-Library.
 *
 * @param opening
 *            cost of each facility
 * @param service
 *            for each customer its cost with each facility, for all of its demand
 * @param demand
 *            of each customer; only used with capacities
 * @param capacity
 *            of each facility, or empty when unlimited
 */
public record FacilityLocation(double[] opening, double[][] service, double[] demand, Optional<double[]> capacity)
        implements
            Problem<FacilityLocation.Plan> {

    private static final double TOLERANCE = 1e-6;

    public FacilityLocation {
        if (opening.length == 0 || service.length == 0) {
            throw new IllegalArgumentException("Facilities and customers are needed");
        }
        for (double[] costs : service) {
            if (costs.length != opening.length) {
                throw new IllegalArgumentException("Each customer needs a cost with each facility");
            }
        }
        if (demand.length != service.length) {
            throw new IllegalArgumentException("Each customer needs a demand");
        }
    }

    /** Without capacities. */
    public static FacilityLocation uncapacitated(double[] opening, double[][] service) {
        double[] demand = new double[service.length];
        Arrays.fill(demand, 1);
        return new FacilityLocation(opening, service, demand, Optional.empty());
    }

    /**
     * Part of a customer's demand that a facility serves.
     *
     * @param share
     *            more than 0, at most 1
     */
    public record Share(int customer, int facility, double share) {
    }

    /** The facilities that are open, and who serves whom. */
    public record Plan(List<Integer> open, List<Share> shares) {
        public Plan {
            open = List.copyOf(open);
            shares = List.copyOf(shares);
        }
    }

    @Override
    public boolean minimises() {
        return true;
    }

    @Override
    public double objective(Plan plan) {
        boolean[] open = new boolean[opening.length];
        double cost = 0;
        for (int facility : plan.open()) {
            if (open[facility]) {
                throw new IllegalArgumentException("Facility " + facility + " is opened twice");
            }
            open[facility] = true;
            cost += opening[facility];
        }
        double[] served = new double[service.length];
        double[] load = new double[opening.length];
        for (Share share : plan.shares()) {
            if (!open[share.facility()]) {
                throw new IllegalArgumentException("Facility " + share.facility() + " serves and is not open");
            }
            served[share.customer()] += share.share();
            load[share.facility()] += share.share() * demand[share.customer()];
            cost += share.share() * service[share.customer()][share.facility()];
        }
        for (int customer = 0; customer < served.length; customer++) {
            if (Math.abs(served[customer] - 1) > TOLERANCE) {
                throw new IllegalArgumentException("Customer " + customer + " is served " + served[customer] + " times");
            }
        }
        capacity.ifPresent(limits -> {
            for (int facility = 0; facility < limits.length; facility++) {
                if (load[facility] > limits[facility] * (1 + TOLERANCE) + TOLERANCE) {
                    throw new IllegalArgumentException("Facility " + facility + " serves more than its capacity");
                }
            }
        });
        return cost;
    }
}
