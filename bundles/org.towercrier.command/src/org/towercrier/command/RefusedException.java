package org.towercrier.command;

/** The input was refused and nothing of it was stored; exit code 3. */
public final class RefusedException extends CommandException {

    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(ExitCode.REFUSED, message);
    }

    public RefusedException(String message, Throwable cause) {
        super(ExitCode.REFUSED, message, cause);
    }
}
