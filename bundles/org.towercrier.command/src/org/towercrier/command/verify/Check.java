package org.towercrier.command.verify;

import java.util.Objects;

/**
 * One published value against what this build computes.
 *
 * @param id
 *            stable name, for example {@code erlang-b.15-channels-1-percent}
 * @param what
 *            one line for people, with the unit
 * @param source
 *            where the value is published
 * @param published
 *            the published value: a {@link Double}, or a {@link String} that must be met exactly
 * @param tolerance
 *            greatest absolute difference of numbers that counts as met; 0 for texts
 * @param computation
 *            computes our value
 */
public record Check(String id, String what, String source, Object published, double tolerance,
        Computation computation) {

    public Check {
        Objects.requireNonNull(id);
        Objects.requireNonNull(what);
        Objects.requireNonNull(source);
        Objects.requireNonNull(computation);
        if (!(published instanceof Double) && !(published instanceof String)) {
            throw new IllegalArgumentException("A published value is a Double or a String: " + id);
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("A tolerance is not negative: " + id);
        }
    }

    /** A number with its tolerance (absolute). */
    public static Check number(String id, String what, String source, double published, double tolerance,
            NumberComputation computation) {
        return new Check(id, what, source, published, tolerance, computation::compute);
    }

    /** A text that must be the same. */
    public static Check text(String id, String what, String source, String published, Computation computation) {
        return new Check(id, what, source, published, 0, computation);
    }

    /** Whether {@code ours} meets the published value. */
    public boolean meets(Object ours) {
        if (published instanceof Double expected && ours instanceof Number number) {
            return Math.abs(number.doubleValue() - expected) <= tolerance;
        }
        return published.equals(ours);
    }

    /** Computes our value: a {@link Number} or a {@link String}, as the published one, or one of them in a {@link Finding}. */
    @FunctionalInterface
    public interface Computation {
        /**
         * @throws org.towercrier.command.SkippedException
         *             when it needs something that is not here, with the reason
         * @throws Exception
         *             when it fails: the check is off, with the message
         */
        Object compute(CheckContext context) throws Exception;
    }

    /**
     * Our value with what should be known beside it, for example how long it took and how far it is proven.
     *
     * @param value
     *            a {@link Number} or a {@link String}, as the published one
     * @param note
     *            shown beside the verdict
     */
    public record Finding(Object value, String note) {
        public Finding {
            Objects.requireNonNull(value);
            Objects.requireNonNull(note);
        }
    }

    /** As {@link Computation}, for numbers. */
    @FunctionalInterface
    public interface NumberComputation {
        double compute(CheckContext context) throws Exception;
    }
}
