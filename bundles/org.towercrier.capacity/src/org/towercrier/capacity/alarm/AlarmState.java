package org.towercrier.capacity.alarm;

/** The four states of an alarm: up or cleared, acknowledged or not. */
public enum AlarmState {
    /** Up, and nobody has said yet that they know. */
    ACTIVE_UNACKNOWLEDGED,
    /** Up, and somebody is on it. */
    ACTIVE_ACKNOWLEDGED,
    /** Cleared, but nobody has seen it: it stays in the list. */
    CLEARED_UNACKNOWLEDGED,
    /** Cleared and acknowledged: out of the list, kept in the store. */
    GONE;

    /** Whether the alarm is in the list of active alarms (3GPP: not cleared, or cleared and not acknowledged). */
    public boolean listed() {
        return this != GONE;
    }
}
