package org.towercrier.exchange;

import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/**
 * What follows from imported rows and must be there together with them, offered as a service: it works in the transaction
 * of the import, so that either both are stored or neither.
 */
public interface ImportFollowUp {

    /** Classes of rows it follows; it is called when an import had rows of one of them. */
    Set<EClass> types();

    /**
     * Does its work. Rows stored by this import carry its number in their column {@code batch}.
     *
     * @param batch number of the import
     * @return sentences for the report of the import, in the language of the user
     * @throws StoreException when the store cannot be written; nothing of the import is stored then
     */
    List<String> follow(Transaction tx, int batch) throws StoreException;
}
