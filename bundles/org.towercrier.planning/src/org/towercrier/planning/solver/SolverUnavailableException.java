package org.towercrier.planning.solver;

/** The solver library cannot be used on this platform; the message says why. */
public final class SolverUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public SolverUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
