package org.towercrier.sample.internal;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;

/** Where rows go: the tables of a transaction. */
@FunctionalInterface
interface Tables {

    /** A writer of new rows of the class's table; to be closed before another of the same table is opened. */
    RowWriter insert(EClass type) throws StoreException;
}
