package org.towercrier.capacity.situation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.store.StoreException;

/**
 * The situations of the open workspace. Detection correlates by itself; methods that change something correlate anew, in the
 * same transaction. Methods throw {@link SituationException} when what they name does not exist or does not fit.
 */
public interface Situations {

    /** Joins the alarms anew, stores what came out of it, and returns the open situations as {@link #list}. */
    List<Situation> correlate() throws StoreException;

    /**
     * The situations, worst first, then latest first.
     *
     * @param all also those without a member in the list, as far as they are kept: for 30 days before the oldest listed alarm
     */
    List<Situation> list(boolean all) throws StoreException;

    /** One situation. */
    Optional<Situation> find(String id) throws StoreException;

    /**
     * The alarms that the list leaves out because another one stands for them: child id to parent id. A child that is worse
     * than its parent is not left out, nor one whose parent is shelved or gone. The store keeps them all.
     */
    Map<String, String> inhibited() throws StoreException;

    /** Puts alarms together, whatever they have in common: the first of them stands for the others. */
    Situation open(Collection<String> alarms, Choice choice) throws StoreException;

    /** Moves alarms to a situation. */
    Situation move(Collection<String> alarms, String situation, Choice choice) throws StoreException;

    /** Takes alarms out of the situations they are in: each stays out of whatever situation the parent is in. */
    List<Decision> reject(Collection<String> alarms, Choice choice) throws StoreException;

    /**
     * What people decided, newest first.
     *
     * @param all also what was revoked
     */
    List<Decision> decisions(boolean all) throws StoreException;

    /** Takes decisions back; they stay on record. */
    void revoke(Collection<Long> decisions, String user) throws StoreException;

    /** How alarms are joined. */
    CorrelationSettings settings() throws StoreException;

    /** Joins alarms otherwise from now on. */
    void settings(CorrelationSettings settings) throws StoreException;
}
