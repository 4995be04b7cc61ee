package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.DetectionResult;
import org.towercrier.store.StoreException;

/**
 * The alarm list of the open workspace. Every method that changes it is one transaction: all of the named alarms or none.
 *
 * <p>Methods that take ids throw {@link AlarmActionException} when one is unknown or in a state that does not allow the step.
 */
public interface AlarmService {

    /**
     * Brings the list to what detection found and returns what changed.
     *
     * @throws StoreException if the store cannot be written; the list is then as it was
     */
    ReconcileSummary reconcile(DetectionResult result) throws StoreException;

    /** The alarms the filter accepts, worst first, then latest first. */
    List<Alarm> list(AlarmFilter filter) throws StoreException;

    /** As {@link #list}, but without the evidence: what a table of 100,000 alarms needs. */
    List<Alarm> summaries(AlarmFilter filter) throws StoreException;

    /** One alarm, whatever its state. */
    Optional<Alarm> find(String id) throws StoreException;

    /** What happened to the alarm, oldest first. */
    List<HistoryEntry> history(String id) throws StoreException;

    /** Acknowledges the alarms; {@code text} may be empty. */
    List<Alarm> acknowledge(Collection<String> ids, String user, String text) throws StoreException;

    /** Takes acknowledgements back; {@code text} may be empty. */
    List<Alarm> unacknowledge(Collection<String> ids, String user, String text) throws StoreException;

    /** Adds a remark to each. */
    List<Alarm> comment(Collection<String> ids, String user, String text) throws StoreException;

    /** Makes {@code assignee} responsible; an empty name makes nobody responsible. */
    List<Alarm> assign(Collection<String> ids, String user, String assignee) throws StoreException;

    /** Puts the alarms aside until a moment in the future; {@code text} may be empty. */
    List<Alarm> shelve(Collection<String> ids, String user, Instant until, String text) throws StoreException;

    /** Takes the alarms back from the shelf. */
    List<Alarm> unshelve(Collection<String> ids, String user, String text) throws StoreException;

    /** Clears the alarms by hand. */
    List<Alarm> clear(Collection<String> ids, String user, String text) throws StoreException;
}
