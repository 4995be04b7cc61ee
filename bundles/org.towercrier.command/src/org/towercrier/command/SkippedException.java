package org.towercrier.command;

/** A check or a benchmark cannot run here; the message says why. It is reported as skipped, never as passed. */
public final class SkippedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SkippedException(String reason) {
        super(reason);
    }
}
