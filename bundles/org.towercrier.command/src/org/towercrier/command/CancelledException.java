package org.towercrier.command;

/** The user interrupted the command; exit code 130. */
public final class CancelledException extends CommandException {

    private static final long serialVersionUID = 1L;

    public CancelledException(String message) {
        super(ExitCode.INTERRUPTED, message);
    }

    public CancelledException(String message, Throwable cause) {
        super(ExitCode.INTERRUPTED, message, cause);
    }
}
