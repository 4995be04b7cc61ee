package org.towercrier.capacity.internal.detect;

/** Three-valued logic (Kleene): what depends on a missing figure is unknown, unless it is settled without it. */
public enum Truth {
    /** Holds. */
    TRUE,
    /** Does not hold. */
    FALSE,
    /** A figure is missing. */
    UNKNOWN;

    /** Of a condition. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Both: false as soon as one is false. */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    /** Either: true as soon as one is true. */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
    }

    /** The opposite. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
