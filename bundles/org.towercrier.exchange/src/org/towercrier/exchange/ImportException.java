package org.towercrier.exchange;

/** A whole request failed and the store is as before: the store could not be written, or the request itself makes no sense. */
public class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The reason, so that callers can choose the exit code. */
    public enum Kind {
        /** The request: unknown format, missing path, unreadable profile. */
        REQUEST,
        /** The store or its disk. */
        STORE,
        /** The user cancelled. */
        CANCELLED
    }

    private final Kind kind;

    public ImportException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ImportException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
