package org.towercrier.store;

/** The workspace has been closed meanwhile. */
public final class StoreClosedException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** A closed store. */
    public StoreClosedException() {
        super("Closed", null);
    }
}
