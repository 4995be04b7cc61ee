package org.towercrier.capacity.situation;

import java.util.List;

import org.towercrier.store.StoreException;

/**
 * Which problems cause which others. What the alarm history suggests is shown with its evidence and does nothing; what a person
 * adopts decides which member of a situation stands for the others.
 */
public interface CauseRules {

    /** What the stored alarms suggest, the strongest first; found on every call, never adopted by itself. */
    List<CausePair> suggestions() throws StoreException;

    /** What people adopted, newest first; {@code all}: also what was revoked. */
    List<CauseRule> list(boolean all) throws StoreException;

    /** Adopts a pair: with the evidence of the suggestion when there is one. */
    CauseRule adopt(String cause, String effect, String user) throws StoreException;

    /** Takes a rule back; it stays on record. */
    void revoke(long rule, String user) throws StoreException;
}
