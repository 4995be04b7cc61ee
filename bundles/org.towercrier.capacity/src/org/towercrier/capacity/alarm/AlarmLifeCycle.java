package org.towercrier.capacity.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.alarm.Refusal.Reason;
import org.towercrier.model.alarm.AlarmAction;

/**
 * What operators may do with an alarm, and in which state: the arrows of {@link AlarmStateMachine} that people move. Each step
 * returns the alarm's next version together with the line for its history, or throws {@link AlarmActionException} with a
 * sentence for the person who asked.
 */
public final class AlarmLifeCycle {

    private final Clock clock;

    public AlarmLifeCycle(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Why a person cannot do this with the alarm now; empty when they can. */
    public Optional<Refusal> refusal(Alarm alarm, AlarmTrigger trigger) {
        Instant now = clock.instant();
        boolean allowed = trigger.byHand() && (trigger == AlarmTrigger.UNSHELVE
                ? AlarmStateMachine.next(alarm.shelf(now), trigger).isPresent()
                : AlarmStateMachine.next(alarm.state(), trigger).isPresent());
        return allowed ? Optional.empty() : Optional.of(reason(alarm, trigger));
    }

    private static Refusal reason(Alarm alarm, AlarmTrigger trigger) {
        return switch (trigger) {
            case ACKNOWLEDGE -> alarm.acknowledgement()
                    .map(earlier -> Refusal.about(alarm.id(), Reason.ALREADY_ACKNOWLEDGED, earlier.user(), earlier.time()))
                    .orElseGet(() -> Refusal.about(alarm.id(), Reason.GONE));
            case UNACKNOWLEDGE -> Refusal.about(alarm.id(),
                    alarm.acknowledgement().isEmpty() ? Reason.NOT_ACKNOWLEDGED : Reason.GONE);
            case UNSHELVE -> Refusal.about(alarm.id(), Reason.NOT_SHELVED);
            case CLEAR_BY_HAND -> Refusal.about(alarm.id(), Reason.ALREADY_CLEARED, alarm.cleared().orElseThrow());
            case COMMENT, ASSIGN, SHELVE -> Refusal.about(alarm.id(), Reason.GONE);
            case RAISE, CLEAR, WORSEN, EXPIRE -> Refusal.about(alarm.id(), Reason.NOT_BY_HAND);
        };
    }

    /** What a person can do with the alarm now. */
    public Set<AlarmTrigger> allowed(Alarm alarm) {
        Set<AlarmTrigger> allowed = EnumSet.noneOf(AlarmTrigger.class);
        for (AlarmTrigger trigger : AlarmTrigger.values()) {
            if (refusal(alarm, trigger).isEmpty()) {
                allowed.add(trigger);
            }
        }
        return allowed;
    }

    /** Takes a step with an alarm. */
    public Step take(Alarm alarm, String user, OperatorStep step) {
        refuse(refusal(alarm, step.trigger()));
        return switch (step) {
            case OperatorStep.Acknowledge(String text) -> acknowledged(alarm, user, text);
            case OperatorStep.Unacknowledge(String text) -> Step.of(alarm.withAcknowledgement(Optional.empty()),
                    entry(alarm, user, AlarmAction.UNACKNOWLEDGED, text));
            case OperatorStep.Comment(String text) -> commented(alarm, user, text);
            case OperatorStep.Assign(String assignee) -> assigned(alarm, user, assignee);
            case OperatorStep.Shelve(Instant until, String text) -> shelved(alarm, user, until, text);
            case OperatorStep.Unshelve(String text) -> Step.of(alarm.withShelving(Optional.empty()),
                    entry(alarm, user, AlarmAction.UNSHELVED, text));
            case OperatorStep.Clear(String text) -> cleared(alarm, user, text);
        };
    }

    /** Says that somebody knows. A cleared alarm leaves the list by it. */
    public Step acknowledge(Alarm alarm, String user, String text) {
        return take(alarm, user, new OperatorStep.Acknowledge(text));
    }

    /** Takes an acknowledgement back. What is gone stays gone: a new alarm may have followed it. */
    public Step unacknowledge(Alarm alarm, String user, String text) {
        return take(alarm, user, new OperatorStep.Unacknowledge(text));
    }

    /** Adds a remark, in any state. */
    public Step comment(Alarm alarm, String user, String text) {
        return take(alarm, user, new OperatorStep.Comment(text));
    }

    /** Makes somebody responsible; an empty name takes the responsibility away. */
    public Step assign(Alarm alarm, String user, String assignee) {
        return take(alarm, user, new OperatorStep.Assign(assignee));
    }

    /** Puts the alarm aside until a moment in the future. */
    public Step shelve(Alarm alarm, String user, Instant until, String text) {
        return take(alarm, user, new OperatorStep.Shelve(until, text));
    }

    /** Takes the alarm back from the shelf before its time. */
    public Step unshelve(Alarm alarm, String user, String text) {
        return take(alarm, user, new OperatorStep.Unshelve(text));
    }

    /** Clears the alarm by hand. It comes back only when the trouble ends and starts again. */
    public Step clear(Alarm alarm, String user, String text) {
        return take(alarm, user, new OperatorStep.Clear(text));
    }

    /** The step that the clock takes with an alarm whose time on the shelf is over; empty when it is not. */
    public Optional<Step> expire(Alarm alarm) {
        Instant now = clock.instant();
        return alarm.shelving().filter(aside -> !aside.until().isAfter(now))
                .map(aside -> Step.of(alarm.withShelving(Optional.empty()), HistoryEntry.of(alarm.id(), aside.until(),
                        HistoryEntry.TIMER, AlarmAction.SHELF_EXPIRED, Sentence.of("history.shelvedBy", aside.user()))));
    }

    /** Brings back what people had done with the alarm before a step; a shelf whose time is over meanwhile stays behind. */
    public Step undo(Alarm alarm, String user, Handling before, String what) {
        Instant now = clock.instant();
        Handling back = new Handling(before.acknowledgement(), before.shelving().filter(aside -> aside.until().isAfter(now)),
                before.assignedTo(), before.manuallyCleared());
        return Step.of(alarm.withHandling(back), entry(alarm, user, AlarmAction.UNDONE, what));
    }

    private Step acknowledged(Alarm alarm, String user, String text) {
        Acknowledgement acknowledgement = new Acknowledgement(user, clock.instant(), alarm.latest().severity());
        return Step.of(alarm.withAcknowledgement(Optional.of(acknowledgement)), entry(alarm, user, AlarmAction.ACKNOWLEDGED, text));
    }

    private Step commented(Alarm alarm, String user, String text) {
        if (text.isBlank()) {
            throw new AlarmActionException(Refusal.about(alarm.id(), Reason.EMPTY_COMMENT));
        }
        return Step.of(alarm, entry(alarm, user, AlarmAction.COMMENTED, text));
    }

    private Step assigned(Alarm alarm, String user, String assignee) {
        Optional<String> next = Optional.of(assignee.strip()).filter(name -> !name.isEmpty());
        return Step.of(alarm.withAssignee(next), next.map(name -> entry(alarm, user, AlarmAction.ASSIGNED, name))
                .orElseGet(() -> HistoryEntry.of(alarm.id(), clock.instant(), user, AlarmAction.ASSIGNED, Sentence.of("history.nobody"))));
    }

    private Step shelved(Alarm alarm, String user, Instant until, String text) {
        if (!until.isAfter(clock.instant())) {
            throw new AlarmActionException(Refusal.about(alarm.id(), Reason.PAST, until));
        }
        HistoryEntry line = new HistoryEntry(alarm.id(), clock.instant(), user, AlarmAction.SHELVED, text,
                Optional.of(Sentence.of("history.until", until.toString())));
        return Step.of(alarm.withShelving(Optional.of(new Shelving(user, until))), line);
    }

    private Step cleared(Alarm alarm, String user, String text) {
        Instant now = clock.instant();
        Instant when = now.isBefore(alarm.raised()) ? alarm.raised() : now;
        return Step.of(alarm.withManualClear(when), entry(alarm, user, AlarmAction.MANUALLY_CLEARED, text));
    }

    private static void refuse(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw new AlarmActionException(refusal.get());
        }
    }

    private HistoryEntry entry(Alarm alarm, String user, AlarmAction action, String text) {
        return new HistoryEntry(alarm.id(), clock.instant(), user, action, text);
    }
}
