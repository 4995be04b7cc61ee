package org.towercrier.store;

/** The work was cancelled; a change has left nothing. */
public final class StoreCancelledException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** A cancel. */
    public StoreCancelledException() {
        super("Cancelled", null);
    }
}
