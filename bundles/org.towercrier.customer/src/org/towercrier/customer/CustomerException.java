package org.towercrier.customer;

/** What was asked about customers cannot be answered; the message is a sentence for the user. */
public final class CustomerException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message a sentence for the user */
    public CustomerException(String message) {
        super(message);
    }

    /** @param message a sentence for the user @param cause what went wrong below */
    public CustomerException(String message, Throwable cause) {
        super(message, cause);
    }
}
