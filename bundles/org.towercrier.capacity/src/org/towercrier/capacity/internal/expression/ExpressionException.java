package org.towercrier.capacity.internal.expression;

/** An expression cannot be read. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** Argument 1 was found where an operand should be. */
        OPERAND_EXPECTED,
        /** Argument 1 should follow. */
        EXPECTED,
        /** There is no function of the name in argument 1. */
        UNKNOWN_FUNCTION,
        /** Samples that are put together already cannot be put together again. */
        NESTED_AGGREGATE,
        /** The function in argument 1 takes one operand. */
        ONE_OPERAND,
        /** A measurement has an empty name. */
        EMPTY_NAME,
        /** Argument 1 is no number. */
        NUMBER,
        /** There is nothing. */
        EMPTY,
        /** It is nested too deeply. */
        TOO_DEEP
    }

    private final Problem problem;
    private final String detail;
    private final int position;

    ExpressionException(Problem problem, String detail, int position) {
        super(problem + (detail.isEmpty() ? "" : " " + detail) + " at " + position);
        this.problem = problem;
        this.detail = detail;
        this.position = position;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** The text that it is about, may be empty. */
    public String detail() {
        return detail;
    }

    /** Where, from 0. */
    public int position() {
        return position;
    }
}
