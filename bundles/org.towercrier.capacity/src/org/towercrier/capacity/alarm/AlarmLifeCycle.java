package org.towercrier.capacity.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.model.alarm.AlarmAction;

/**
 * What operators may do with an alarm, and in which state. Each method returns the alarm's next version together with the
 * line for its history, or throws {@link AlarmActionException} with a sentence for the person who asked.
 */
public final class AlarmLifeCycle {

    private final Clock clock;

    public AlarmLifeCycle(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Says that somebody knows. A cleared alarm leaves the list by it. */
    public Step acknowledge(Alarm alarm, String user, String text) {
        if (alarm.acknowledgement().isPresent()) {
            Acknowledgement earlier = alarm.acknowledgement().get();
            throw new AlarmActionException(alarm.id(),
                    "is acknowledged already, by " + earlier.user() + " at " + earlier.time());
        }
        Instant now = clock.instant();
        Acknowledgement acknowledgement = new Acknowledgement(user, now, alarm.latest().severity());
        return Step.of(alarm.withAcknowledgement(Optional.of(acknowledgement)),
                entry(alarm, now, user, AlarmAction.ACKNOWLEDGED, text));
    }

    /** Takes an acknowledgement back. What is gone stays gone: a new alarm may have followed it. */
    public Step unacknowledge(Alarm alarm, String user, String text) {
        if (alarm.acknowledgement().isEmpty()) {
            throw new AlarmActionException(alarm.id(), "is not acknowledged");
        }
        refuseGone(alarm);
        return Step.of(alarm.withAcknowledgement(Optional.empty()),
                entry(alarm, clock.instant(), user, AlarmAction.UNACKNOWLEDGED, text));
    }

    /** Adds a remark, in any state. */
    public Step comment(Alarm alarm, String user, String text) {
        if (text.isBlank()) {
            throw new AlarmActionException(alarm.id(), "cannot take an empty comment");
        }
        return Step.of(alarm, entry(alarm, clock.instant(), user, AlarmAction.COMMENTED, text));
    }

    /** Makes somebody responsible; an empty name takes the responsibility away. */
    public Step assign(Alarm alarm, String user, String assignee) {
        refuseGone(alarm);
        Optional<String> next = Optional.of(assignee.strip()).filter(name -> !name.isEmpty());
        return Step.of(alarm.withAssignee(next),
                entry(alarm, clock.instant(), user, AlarmAction.ASSIGNED, next.orElse("")));
    }

    /** Puts the alarm aside until a moment in the future. */
    public Step shelve(Alarm alarm, String user, Instant until, String text) {
        refuseGone(alarm);
        Instant now = clock.instant();
        if (!until.isAfter(now)) {
            throw new AlarmActionException(alarm.id(), "cannot be shelved until " + until + ", which is past");
        }
        String line = text.isBlank() ? until.toString() : until + ": " + text;
        return Step.of(alarm.withShelving(Optional.of(new Shelving(user, until))),
                entry(alarm, now, user, AlarmAction.SHELVED, line));
    }

    /** Takes the alarm back from the shelf before its time. */
    public Step unshelve(Alarm alarm, String user, String text) {
        Instant now = clock.instant();
        if (!alarm.shelvedAt(now)) {
            throw new AlarmActionException(alarm.id(), "is not shelved");
        }
        return Step.of(alarm.withShelving(Optional.empty()), entry(alarm, now, user, AlarmAction.UNSHELVED, text));
    }

    /** Clears the alarm by hand. It comes back only when the trouble ends and starts again. */
    public Step clear(Alarm alarm, String user, String text) {
        if (alarm.cleared().isPresent()) {
            throw new AlarmActionException(alarm.id(), "is cleared already, since " + alarm.cleared().get());
        }
        Instant now = clock.instant();
        Instant when = now.isBefore(alarm.raised()) ? alarm.raised() : now;
        return Step.of(alarm.withManualClear(when), entry(alarm, now, user, AlarmAction.MANUALLY_CLEARED, text));
    }

    private static void refuseGone(Alarm alarm) {
        if (alarm.state() == AlarmState.GONE) {
            throw new AlarmActionException(alarm.id(), "is cleared and acknowledged: nothing more can be done with it");
        }
    }

    private static HistoryEntry entry(Alarm alarm, Instant time, String user, AlarmAction action, String text) {
        return new HistoryEntry(alarm.id(), time, user, action, text);
    }
}
