package org.towercrier.capacity.internal.detect;

import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Verdict;

/**
 * Comparisons with a threshold as 3GPP defines it (TS 28.550 and its threshold monitoring): upwards, it is reached at value +
 * hysteresis and over at value − hysteresis; downwards the other way round.
 */
final class Limits {

    private Limits() {
    }

    /** What a value says; NaN says nothing. */
    static Verdict verdict(Limit limit, double value) {
        if (Double.isNaN(value)) {
            return Verdict.UNKNOWN;
        }
        if (reached(limit, value) == Truth.TRUE) {
            return Verdict.BAD;
        }
        return kept(limit, value) == Truth.TRUE ? Verdict.BETWEEN : Verdict.GOOD;
    }

    /** Whether a value is bad enough to raise. */
    static Truth reached(Limit limit, double value) {
        if (Double.isNaN(value)) {
            return Truth.UNKNOWN;
        }
        return Truth.of(limit.upwards() ? value >= limit.high() : value <= limit.low());
    }

    /** Whether a value is not good enough to clear. */
    static Truth kept(Limit limit, double value) {
        if (Double.isNaN(value)) {
            return Truth.UNKNOWN;
        }
        if (limit.hysteresis() == 0) {
            return reached(limit, value);
        }
        return Truth.of(limit.upwards() ? value > limit.low() : value < limit.high());
    }
}
