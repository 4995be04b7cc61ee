package org.towercrier.command;

/** The store or an engine could not work, or a part of the product is missing; exit code 4. */
public final class TroubleException extends CommandException {

    private static final long serialVersionUID = 1L;

    public TroubleException(String message) {
        super(ExitCode.TROUBLE, message);
    }

    public TroubleException(String message, Throwable cause) {
        super(ExitCode.TROUBLE, message, cause);
    }
}
