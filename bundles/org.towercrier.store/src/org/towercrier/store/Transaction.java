package org.towercrier.store;

import org.eclipse.emf.ecore.EClass;
import org.jooq.DSLContext;

/** What a {@link Change} works with. It belongs to one thread. */
public interface Transaction {

    /** Statements in this transaction. */
    DSLContext sql();

    /**
     * The fast path for rows whose keys are known to be new: no uniqueness is checked. The rows are visible to
     * {@link #sql()} after the writer is closed. Only one writer may be open per table.
     */
    RowWriter insert(EClass type) throws StoreException;

    /** Sets rows aside that are merged by key later in this transaction. */
    Staging stage(EClass type) throws StoreException;

    /**
     * The next free number of a table whose key is a single integer column: its maximum plus one, 1 for an empty table.
     */
    long nextId(EClass type) throws StoreException;

    /**
     * Notes that a table is changed by this transaction, for the event after the commit. Row writers, stagings and jOOQ's
     * own insert, update, delete and merge statements are noted without it; plain SQL texts are not.
     */
    void changed(String table);
}
