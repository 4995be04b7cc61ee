package org.towercrier.capacity.alarm;

import org.towercrier.store.StoreException;
import org.towercrier.store.Transaction;

/**
 * Keeps the alarms of kind EXTERNAL as what follows from the stored events of other systems. The events may arrive in any
 * order: what they add up to is a function of what is stored. What people did here with an alarm stays.
 */
public interface ExternalAlarms {

    /** Name of the rule set that stands for other systems; the rule of such an alarm is the name of the system. */
    String RULE_SET = "external";

    /**
     * Brings the alarm list to what the events of one import add to those stored before. Part of that import's transaction.
     *
     * @param batch number of the import
     * @throws StoreException when the store cannot be read or written
     */
    Summary follow(Transaction tx, int batch) throws StoreException;

    /**
     * What an import changed in the alarm list.
     *
     * @param raised  new alarms and alarms that came back
     * @param changed alarms that changed in another way
     * @param cleared alarms that went
     * @param orphans events about alarms nobody has raised yet; they are kept and count once the alarm is known
     * @param own     alarms that this workspace has found itself, and which stay as they are
     */
    record Summary(int raised, int changed, int cleared, int orphans, int own) {
    }
}
