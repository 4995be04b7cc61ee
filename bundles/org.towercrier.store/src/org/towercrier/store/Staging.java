package org.towercrier.store;

/** Rows kept aside in a transaction until they are merged into their table by key. */
public interface Staging extends AutoCloseable {

    /** The table the rows are for. */
    TableSchema schema();

    /**
     * The writer of the staged rows: the columns of the schema, then the ordinal of the file (INTEGER) and the line in it
     * (BIGINT). The same writer is returned each time; {@link #merge} closes it.
     */
    RowWriter rows() throws StoreException;

    /** Forgets the rows of a file that is refused: it leaves nothing. */
    void discard(int file) throws StoreException;

    /**
     * Merges the staged rows into the table; the staging is empty afterwards. Rows without a complete key are conflicts.
     * The result does not depend on the order in which the engine works: of several rows with one key, the one of the
     * lowest file ordinal and line comes first.
     */
    MergeOutcome merge(MergePolicy policy) throws StoreException;

    /** Drops what was not merged. */
    @Override
    void close() throws StoreException;
}
