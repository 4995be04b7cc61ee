package org.towercrier.planning;

import java.time.Duration;
import java.util.Objects;

/**
 * How far to go.
 *
 * @param timeLimit
 *            wall-clock time after which the best solution so far is returned; what is longer than ten years counts as ten years
 * @param gap
 *            relative distance between solution and bound that is good enough, 0 for a proven optimum
 * @param workers
 *            search strategies that run side by side; more than there are processors is fine and usually better
 * @param seed
 *            of the random choices
 */
public record PlanningOptions(Duration timeLimit, double gap, int workers, long seed) {

    private static final int WORKERS = 8;
    private static final int MOST_WORKERS = 256;
    /** For ever, and yet in nanoseconds a number. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    public PlanningOptions {
        Objects.requireNonNull(timeLimit);
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("The time limit must be more than nothing");
        }
        if (timeLimit.compareTo(LONGEST) > 0) {
            timeLimit = LONGEST;
        }
        if (!(gap >= 0)) {
            throw new IllegalArgumentException("A gap is not negative");
        }
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("From 1 to " + MOST_WORKERS + " workers search side by side");
        }
    }

    /** To the proven optimum, if that is reached in time. */
    public static PlanningOptions within(Duration timeLimit) {
        return new PlanningOptions(timeLimit, 0, WORKERS, 1);
    }

    public PlanningOptions withGap(double relative) {
        return new PlanningOptions(timeLimit, relative, workers, seed);
    }

    public PlanningOptions withWorkers(int number) {
        return new PlanningOptions(timeLimit, gap, number, seed);
    }

    public PlanningOptions withSeed(long number) {
        return new PlanningOptions(timeLimit, gap, workers, number);
    }
}
