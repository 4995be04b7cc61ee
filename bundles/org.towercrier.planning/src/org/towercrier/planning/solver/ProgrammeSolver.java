package org.towercrier.planning.solver;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** A solver library: an optional service. Safe for use by several threads. */
public interface ProgrammeSolver {

    /** Name and version, for people. */
    String name();

    /**
     * Solves a programme as far as the limits allow.
     *
     * @throws SolverUnavailableException
     *             when the library cannot be used on this platform
     */
    Answer solve(Programme programme, Limits limits, Listener listener) throws SolverUnavailableException;

    /** Which kind of search. */
    enum Kind {
        /** Constraint programming with clause learning; whole numbers only. */
        CONSTRAINTS,
        /** Branch and cut on linear relaxations. */
        BRANCH_AND_CUT,
        /** The linear relaxation alone: integers are taken as real numbers, the bound is proven for the programme. */
        RELAXATION
    }

    /**
     * How far to go.
     *
     * @param gap
     *            relative distance between solution and bound that is good enough
     * @param workers
     *            strategies side by side
     */
    record Limits(Kind kind, Duration time, double gap, int workers, long seed) {
        public static Limits of(Kind kind, Duration time) {
            return new Limits(kind, time, 0, 8, 1);
        }

        public Limits withWorkers(int number) {
            return new Limits(kind, time, gap, number, seed);
        }

        public Limits withGap(double relative) {
            return new Limits(kind, time, relative, workers, seed);
        }
    }

    /** Hears of better solutions and stops the search. */
    interface Listener {

        /** Asked several times a second. */
        BooleanSupplier cancelled();

        /** A better solution; {@code values} belongs to the listener. */
        default void solution(double[] values, double objective) {
        }

        /** A better bound; told together with solutions, and the last one in the answer. */
        default void bound(double bound) {
        }

        static Listener of(BooleanSupplier cancelled) {
            return () -> cancelled;
        }
    }

    /** How it ended. */
    enum Outcome {
        OPTIMAL, FEASIBLE, INFEASIBLE, UNKNOWN
    }

    /**
     * What it came to.
     *
     * @param values
     *            of all variables in the best solution
     * @param objective
     *            of the best solution
     * @param bound
     *            that is proven
     */
    record Answer(Outcome outcome, Optional<double[]> values, OptionalDouble objective, OptionalDouble bound) {
        public static Answer unknown() {
            return new Answer(Outcome.UNKNOWN, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
    }
}
