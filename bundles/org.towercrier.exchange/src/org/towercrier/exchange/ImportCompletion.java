package org.towercrier.exchange;

import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/**
 * Whiteboard service that completes what an import stored, in the same transaction: links things of different files to each other, for instance. It works on sets, since
 * an import may bring many millions of rows.
 */
@FunctionalInterface
public interface ImportCompletion {

    /**
     * Completes an import.
     *
     * @param tx the transaction of the import; nothing of it stays when this fails
     * @param classes of which rows came
     * @param warn takes sentences for the report, in the user's language
     */
    void complete(Transaction tx, Set<EClass> classes, Consumer<String> warn) throws StoreException;
}
