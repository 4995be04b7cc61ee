package org.towercrier.capacity;

import java.util.OptionalInt;

/** A KPI cannot be evaluated: it does not exist, or its expression has an error. */
public class KpiException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;

    /** Without a place in an expression. */
    public KpiException(String message) {
        super(message);
        this.position = -1;
    }

    /**
     * With the place of the error.
     *
     * @param position of the first character that does not fit, from 0
     */
    public KpiException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** Where in the expression the error is, from 0. */
    public OptionalInt position() {
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }
}
