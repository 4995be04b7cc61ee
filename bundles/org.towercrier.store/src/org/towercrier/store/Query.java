package org.towercrier.store;

import org.jooq.DSLContext;

/** A question to the store; it must return values, never open cursors. */
@FunctionalInterface
public interface Query<R> {

    /** Runs on the calling thread; {@code sql} is valid until this returns. */
    R run(DSLContext sql) throws StoreException;
}
