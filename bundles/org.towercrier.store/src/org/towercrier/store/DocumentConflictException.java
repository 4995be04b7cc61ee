package org.towercrier.store;

/** Somebody saved another version of the document meanwhile. */
public final class DocumentConflictException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final long current;

    /**
     * @param expected the version the save was based on
     * @param current  the version there is now, 0 when it was deleted
     */
    public DocumentConflictException(String kind, String name, long expected, long current) {
        super("DocumentConflict", null, kind, name, expected, current);
        this.current = current;
    }

    /** The version there is now, 0 when it was deleted. */
    public long current() {
        return current;
    }
}
