package org.towercrier.command.bench;

import java.util.Objects;

/**
 * What a case measures.
 *
 * @param id
 *            stable name, for example {@code detect-14m-seconds}
 * @param what
 *            one line for people
 * @param unit
 *            of the value: {@code s}, {@code ms}, {@code rows/s} …
 * @param goal
 *            what must be reached
 * @param fullOnly
 *            whether it is left out at small scale, because only the full size means something
 */
public record BenchInfo(String id, String what, String unit, Goal goal, boolean fullOnly) {

    public BenchInfo {
        Objects.requireNonNull(id);
        Objects.requireNonNull(what);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(goal);
    }

    /** A case that means something at every scale. */
    public static BenchInfo of(String id, String what, String unit, Goal goal) {
        return new BenchInfo(id, what, unit, goal, false);
    }

    /**
     * The value to reach.
     *
     * @param value
     *            in the unit of the case
     * @param atMost
     *            {@code true} for times, {@code false} for rates
     */
    public record Goal(double value, boolean atMost) {

        public static Goal atMost(double value) {
            return new Goal(value, true);
        }

        public static Goal atLeast(double value) {
            return new Goal(value, false);
        }

        public boolean reachedBy(double measured) {
            return atMost ? measured <= value : measured >= value;
        }
    }
}
