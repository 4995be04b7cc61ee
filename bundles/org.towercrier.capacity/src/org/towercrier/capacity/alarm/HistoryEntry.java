package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.Objects;

import org.towercrier.model.alarm.AlarmAction;

/**
 * One line of an alarm's history. The history is only ever added to.
 *
 * @param alarm  id of the alarm
 * @param time   when it happened: the time of the sample for what detection found, of the click for what a person did
 * @param user   who; {@link #DETECTION} for the rules
 * @param action what
 * @param text   the severity, the comment, the reason; may be empty
 */
public record HistoryEntry(String alarm, Instant time, String user, AlarmAction action, String text) {

    /** The user name under which detection writes. */
    public static final String DETECTION = "detection";

    /** The user name under which the end of a time on the shelf is noted. */
    public static final String TIMER = "timer";

    public HistoryEntry {
        Objects.requireNonNull(alarm, "alarm");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(text, "text");
    }
}
