package org.towercrier.store;

/** A change of the store, committed when it returns and undone when it throws. */
@FunctionalInterface
public interface Change<R> {

    /** Runs on the calling thread; {@code tx} is valid until this returns. */
    R run(Transaction tx) throws StoreException;
}
