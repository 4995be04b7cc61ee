package org.towercrier.planning;

import java.time.Duration;
import java.util.OptionalDouble;

/** Listens to a search and may stop it. Called from any thread. */
public interface PlanningMonitor {

    /** Whether to stop; asked often. */
    boolean cancelled();

    /** The search found a better solution or a better bound. */
    default void progress(Progress progress) {
    }

    /**
     * How the search stands.
     *
     * @param solution
     *            the best solution so far, of the problem's solution type
     * @param objective
     *            of that solution
     * @param bound
     *            what no solution can be better than, if something is proven
     * @param elapsed
     *            since the search began
     */
    record Progress(Object solution, double objective, OptionalDouble bound, Duration elapsed) {
    }

    /** Never stops anything. */
    static PlanningMonitor none() {
        return () -> false;
    }
}
