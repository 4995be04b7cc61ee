package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.Objects;

import org.towercrier.model.alarm.AlarmAction;

/**
 * A step of a person as the history has it.
 *
 * @param step     its number
 * @param time     when
 * @param user     who
 * @param action   what; {@link AlarmAction#UNDONE} for an undo, which can be undone as well
 * @param alarms   with how many alarms
 * @param undoable whether it can be taken back now: it changed something, and nothing happened to its alarms since
 */
public record StepRecord(long step, Instant time, String user, AlarmAction action, int alarms, boolean undoable) {
    public StepRecord {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(action, "action");
    }
}
