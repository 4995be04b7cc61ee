package org.towercrier.store;

/** There is no such document or version. */
public final class DocumentMissingException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param version the version asked for
     */
    public DocumentMissingException(String kind, String name, long version) {
        super("DocumentMissing", null, kind, name, version);
    }
}
