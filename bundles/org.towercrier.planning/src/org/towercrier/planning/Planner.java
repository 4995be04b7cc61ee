package org.towercrier.planning;

import java.util.Optional;

/**
 * Solves planning problems: a service of the platform. Searches of our own find good solutions and bounds for every problem; a solver library
 * improves and proves them where one is there. Safe for use by several threads.
 */
public interface Planner {

    /**
     * Solves a problem. Returns when the solution is proven to be within {@link PlanningOptions#gap()} of the best one, when the time is over, or when
     * the monitor is cancelled; with the best solution so far in each case. Blocks: call it from a job.
     */
    <S> PlanningResult<S> solve(Problem<S> problem, PlanningOptions options, PlanningMonitor monitor);

    /** Name and version of the solver library, or empty when this platform has none (then the result carries a note that says so). */
    Optional<String> solver();
}
