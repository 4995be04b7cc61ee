package org.towercrier.store;

/** Two changes collided; this one was undone and can be repeated. */
public final class StoreBusyException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param cause what the engine said
     */
    public StoreBusyException(Throwable cause) {
        super("Busy", cause);
    }
}
