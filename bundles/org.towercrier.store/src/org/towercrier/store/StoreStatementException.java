package org.towercrier.store;

/** A statement failed. */
public final class StoreStatementException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason what the engine said, one line
     */
    public StoreStatementException(String reason, Throwable cause) {
        super("Statement", cause, reason);
    }
}
