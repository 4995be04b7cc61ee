package org.towercrier.expansion;

/** A plan cannot be made as asked; the message is a sentence for the user. */
public final class PlanException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong */
    public PlanException(String message) {
        super(message);
    }

    /** @param message what is wrong @param cause what lies behind it */
    public PlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
