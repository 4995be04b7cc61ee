package org.towercrier.planning;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a search came to.
 *
 * @param status
 *            what is known
 * @param solution
 *            the best solution found, checked against the problem's rules; empty when none was found or none exists
 * @param objective
 *            of that solution
 * @param bound
 *            proven: no solution is better than this; empty when nothing is proven
 * @param time
 *            the search took
 * @param method
 *            what found and what proved it, for people
 * @param notes
 *            what the user should know, for example that no solver library is there
 */
public record PlanningResult<S>(Status status, Optional<S> solution, OptionalDouble objective, OptionalDouble bound, Duration time,
        String method, List<String> notes) {

    /** A note: there is no solver library on this platform. */
    public static final String NO_LIBRARY = "There is no solver library on this platform: own searches only.";
    /** A note: the user stopped the search. */
    public static final String STOPPED = "Stopped by the user.";

    private static final double NEGLIGIBLE = 1e-9;

    public PlanningResult {
        Objects.requireNonNull(status);
        Objects.requireNonNull(time);
        Objects.requireNonNull(method);
        notes = List.copyOf(notes);
        if (solution.isPresent() != objective.isPresent()) {
            throw new IllegalArgumentException("A solution has an objective");
        }
    }

    /** What is known about the solution. */
    public enum Status {
        /** Proven: nothing is better (or better by more than rounding). */
        OPTIMAL,
        /** A solution that keeps all rules; it may be the best one or not. */
        FEASIBLE,
        /** Proven: nothing keeps all rules. */
        INFEASIBLE,
        /** Nothing found and nothing proven in the time that was given. */
        UNKNOWN
    }

    /** Whether the solution is proven to be the best. */
    public boolean optimal() {
        return status == Status.OPTIMAL;
    }

    /**
     * Relative distance between objective and bound, |objective − bound| / |objective|; empty when nothing is proven.
     */
    public OptionalDouble gap() {
        if (objective.isEmpty() || bound.isEmpty()) {
            return OptionalDouble.empty();
        }
        double difference = Math.abs(objective.getAsDouble() - bound.getAsDouble());
        if (difference < NEGLIGIBLE) {
            return OptionalDouble.of(0);
        }
        double size = Math.abs(objective.getAsDouble());
        return size < NEGLIGIBLE ? OptionalDouble.empty() : OptionalDouble.of(difference / size);
    }

    /** The same result told about another form of the solution. */
    public <T> PlanningResult<T> map(Function<S, T> form) {
        return new PlanningResult<>(status, solution.map(form), objective, bound, time, method, notes);
    }
}
