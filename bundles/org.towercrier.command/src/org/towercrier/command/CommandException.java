package org.towercrier.command;

import java.util.Objects;

/**
 * A command could not do what it was asked to. The message is a sentence for the user that says what to do; the exit
 * code tells scripts what kind of trouble it was.
 */
public class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CommandException(int exitCode, String message) {
        super(Objects.requireNonNull(message));
        this.exitCode = exitCode;
    }

    public CommandException(int exitCode, String message, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
        this.exitCode = exitCode;
    }

    /** One of the codes of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
