package org.towercrier.store;

/** Topics and properties of the events the store posts. */
public final class StoreEvents {

    /** After a commit that changed tables; property {@link #TABLES}. */
    public static final String CHANGED = "org/towercrier/store/CHANGED";

    /** After a document was saved or deleted; properties {@link #KIND}, {@link #NAME}, {@link #VERSION}. */
    public static final String DOCUMENT = "org/towercrier/store/DOCUMENT";

    /** {@code String[]}: the names of the changed tables, sorted. */
    public static final String TABLES = "tables";

    /** {@code String}: the kind of the document. */
    public static final String KIND = "kind";

    /** {@code String}: the name of the document. */
    public static final String NAME = "name";

    /** {@code Long}: the version saved, 0 for a deleted document. */
    public static final String VERSION = "version";

    private StoreEvents() {
    }
}
