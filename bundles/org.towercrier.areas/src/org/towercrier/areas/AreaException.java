package org.towercrier.areas;

import java.util.Objects;

/** An area could not answer. The message is a sentence for the person who asked. */
public class AreaException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what happened and what to do, in the language of the user
     * @param cause   what lies behind it
     */
    public AreaException(String message, Throwable cause) {
        super(Objects.requireNonNull(message, "message"), Objects.requireNonNull(cause, "cause"));
    }
}
