package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.DetectionResult;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.store.StoreException;

/**
 * The alarm list of the open workspace. Every method that changes it is one transaction: all of the named alarms or none.
 *
 * <p>Methods that take ids throw {@link AlarmActionException} when one is unknown or in a state that does not allow the step.
 */
public interface AlarmService {

    /**
     * Brings the list to what detection found, lets shelves expire, correlates anew, and returns what changed. An alarm is the
     * same whichever rule finds it: what people did with it stays when a rule of another set takes it over.
     *
     * @param others what becomes of alarms of rules that were not evaluated
     * @throws StoreException if the store cannot be written; the list is then as it was
     */
    ReconcileSummary reconcile(DetectionResult result, OtherRules others) throws StoreException;

    /** As {@link #reconcile(DetectionResult, OtherRules)}; alarms of rules that were not evaluated stay as they are. */
    default ReconcileSummary reconcile(DetectionResult result) throws StoreException {
        return reconcile(result, OtherRules.KEEP);
    }

    /** The alarms the filter accepts, worst first, then latest first. */
    List<Alarm> list(AlarmFilter filter) throws StoreException;

    /** As {@link #list}, but without the evidence: what a table of 100,000 alarms needs. */
    List<Alarm> summaries(AlarmFilter filter) throws StoreException;

    /** One alarm, whatever its state. */
    Optional<Alarm> find(String id) throws StoreException;

    /** What happened to the alarm, oldest first. */
    List<HistoryEntry> history(String id) throws StoreException;

    /** What happened to each of the alarms, oldest first; alarms without a history are absent. */
    Map<String, List<HistoryEntry>> histories(Collection<String> ids) throws StoreException;

    /** The lines about these actions in all histories, each history oldest first; alarms without such a line are absent. */
    Map<String, List<HistoryEntry>> historiesOf(Set<AlarmAction> actions) throws StoreException;

    /** What a person can do with the alarm now: the buttons to offer. */
    Set<AlarmTrigger> allowed(Alarm alarm);

    /** Takes one step with all of the alarms, or with none: the first refusal is thrown. */
    BulkStep perform(Collection<String> ids, String user, OperatorStep step) throws StoreException;

    /** Takes one step with those of the alarms that allow it; the result tells which did not, and why. */
    BulkStep performWhereAllowed(Collection<String> ids, String user, OperatorStep step) throws StoreException;

    /** The latest steps of people, newest first. */
    List<StepRecord> steps(int limit) throws StoreException;

    /**
     * Takes a step back with all of its alarms. The undo is a step itself: it is written into the history, and it can be
     * undone.
     *
     * @param step number from {@link BulkStep#step()} or {@link StepRecord#step()}
     * @throws AlarmActionException if there is no such step, if it cannot be undone, or if one of its alarms has changed since
     */
    BulkStep undo(long step, String user) throws StoreException;

    /** Takes alarms back into the list whose time on the shelf is over, with a line in their history, and returns them. */
    List<Alarm> expireShelves() throws StoreException;

    /** When the next shelf expires; empty when nothing is on the shelf. */
    Optional<Instant> nextExpiry() throws StoreException;

    /** Acknowledges the alarms; {@code text} may be empty. */
    default List<Alarm> acknowledge(Collection<String> ids, String user, String text) throws StoreException {
        return perform(ids, user, new OperatorStep.Acknowledge(text)).alarms();
    }

    /** Takes acknowledgements back; {@code text} may be empty. */
    default List<Alarm> unacknowledge(Collection<String> ids, String user, String text) throws StoreException {
        return perform(ids, user, new OperatorStep.Unacknowledge(text)).alarms();
    }

    /** Adds a remark to each. */
    default List<Alarm> comment(Collection<String> ids, String user, String text) throws StoreException {
        return perform(ids, user, new OperatorStep.Comment(text)).alarms();
    }

    /** Makes {@code assignee} responsible; an empty name makes nobody responsible. */
    default List<Alarm> assign(Collection<String> ids, String user, String assignee) throws StoreException {
        return perform(ids, user, new OperatorStep.Assign(assignee)).alarms();
    }

    /** Puts the alarms aside until a moment in the future; {@code text} may be empty. */
    default List<Alarm> shelve(Collection<String> ids, String user, Instant until, String text) throws StoreException {
        return perform(ids, user, new OperatorStep.Shelve(until, text)).alarms();
    }

    /** Takes the alarms back from the shelf. */
    default List<Alarm> unshelve(Collection<String> ids, String user, String text) throws StoreException {
        return perform(ids, user, new OperatorStep.Unshelve(text)).alarms();
    }

    /** Clears the alarms by hand. */
    default List<Alarm> clear(Collection<String> ids, String user, String text) throws StoreException {
        return perform(ids, user, new OperatorStep.Clear(text)).alarms();
    }
}
