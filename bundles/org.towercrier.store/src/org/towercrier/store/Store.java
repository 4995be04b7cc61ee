package org.towercrier.store;

import java.util.Collection;

import org.eclipse.emf.ecore.EClass;

/**
 * The open store of one workspace. It is registered as an OSGi service while the workspace is open, and safe for use by
 * several threads: every read has a connection of its own with a consistent snapshot, writes queue up for the single
 * writer.
 * <p>
 * All points in time are stored as {@code TIMESTAMP} without zone and mean UTC; {@link TableSchema} gives them the Java
 * type {@link java.time.Instant}.
 */
public interface Store extends AutoCloseable {

    /** What is open where, by which engine. */
    StoreInfo info();

    /**
     * Runs a query on a consistent snapshot that later commits do not disturb.
     *
     * @throws StoreException a failed statement, or whatever the query itself throws
     */
    default <R> R read(Query<R> query) throws StoreException {
        return read(query, Cancellation.none());
    }

    /**
     * As {@link #read(Query)}; a cancel stops the running statement within milliseconds.
     *
     * @throws StoreCancelledException after a cancel
     */
    <R> R read(Query<R> query, Cancellation cancel) throws StoreException;

    /**
     * Runs a change in one transaction: everything is there afterwards or nothing, also when the process is killed. One
     * change runs at a time, others wait. Changes must not be nested.
     *
     * @throws StoreException a failed statement, or whatever the change itself throws; nothing is stored then
     */
    default <R> R write(Change<R> change) throws StoreException {
        return write(change, Cancellation.none());
    }

    /**
     * As {@link #write(Change)}; a cancel stops the running statement and leaves nothing.
     *
     * @throws StoreCancelledException after a cancel
     */
    <R> R write(Change<R> change, Cancellation cancel) throws StoreException;

    /** The documents of this workspace: rules, catalogues, plans, campaigns. */
    Documents documents();

    /**
     * Creates the tables of the given classes as far as they are missing, and adds columns the classes have and the
     * tables lack. Columns are never dropped or retyped. Classes without the table annotation are ignored.
     */
    void ensure(Collection<? extends EClass> types) throws StoreException;

    /** Closes the store; running statements are cancelled. Closing twice is harmless. */
    @Override
    void close() throws StoreException;
}
