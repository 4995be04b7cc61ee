package org.towercrier.planning;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Frequencies for radio links so that links that disturb one another are far enough apart.
 *
 * @param links
 *            with the frequencies each may use
 * @param separations
 *            between two links
 * @param goal
 *            what is to be small
 */
public record FrequencyAssignment(List<Link> links, List<Separation> separations, Goal goal) implements Problem<FrequencyAssignment.Plan> {

    public FrequencyAssignment {
        links = List.copyOf(links);
        separations = List.copyOf(separations);
        for (Separation separation : separations) {
            if (separation.a() == separation.b() || Math.min(separation.a(), separation.b()) < 0
                    || Math.max(separation.a(), separation.b()) >= links.size()) {
                throw new IllegalArgumentException("There are no such two links: " + separation.a() + ", " + separation.b());
            }
        }
    }

    /** What is to be small. */
    public enum Goal {
        /** Nothing: any assignment that keeps all separations will do. The objective is 0. */
        ANY,
        /** The number of different frequencies (minimum order). */
        FEWEST,
        /** The highest frequency (minimum span). */
        LOWEST_TOP,
        /** The costs of separations that are not kept and of links that are moved from their present frequency. */
        LEAST_COST
    }

    /**
     * A link.
     *
     * @param frequencies
     *            it may use, ascending
     * @param present
     *            frequency it has today
     * @param movingCost
     *            of another frequency than the present one; infinite when it must stay; 0 without a present one
     */
    public record Link(String id, int[] frequencies, OptionalInt present, double movingCost) {
        public Link {
            if (frequencies.length == 0) {
                throw new IllegalArgumentException("Link " + id + " has no frequency to use");
            }
        }
    }

    /**
     * How far two links must be apart.
     *
     * @param exact
     *            whether the difference must be {@code distance}; otherwise it must be more than {@code distance}
     * @param cost
     *            when it is not kept; infinite when it must be kept
     */
    public record Separation(int a, int b, boolean exact, int distance, double cost) {
        public boolean kept(int one, int other) {
            int difference = Math.abs(one - other);
            return exact ? difference == distance : difference > distance;
        }

        public boolean hard() {
            return Double.isInfinite(cost);
        }
    }

    /** A frequency for each link. */
    public record Plan(List<Integer> frequencies) {
        public Plan {
            frequencies = List.copyOf(frequencies);
        }
    }

    @Override
    public boolean minimises() {
        return true;
    }

    @Override
    public double objective(Plan plan) {
        double cost = 0;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            int frequency = plan.frequencies().get(i);
            if (Arrays.binarySearch(link.frequencies(), frequency) < 0) {
                throw new IllegalArgumentException("Link " + link.id() + " must not use " + frequency);
            }
            if (link.present().isPresent() && link.present().getAsInt() != frequency) {
                require(!Double.isInfinite(link.movingCost()), "Link " + link.id() + " must not be moved");
                cost += link.movingCost();
            }
        }
        for (Separation separation : separations) {
            if (!separation.kept(plan.frequencies().get(separation.a()), plan.frequencies().get(separation.b()))) {
                require(!separation.hard(), "Links " + links.get(separation.a()).id() + " and " + links.get(separation.b()).id()
                        + " are not separated");
                cost += separation.cost();
            }
        }
        return switch (goal) {
            case ANY -> 0;
            case FEWEST -> plan.frequencies().stream().distinct().count();
            case LOWEST_TOP -> plan.frequencies().stream().mapToInt(Integer::intValue).max().orElse(0);
            case LEAST_COST -> cost;
        };
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
