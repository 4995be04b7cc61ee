package org.towercrier.capacity.alarm;

/** Whether an alarm is put aside: beside its {@link AlarmState}, not instead of it. */
public enum ShelfState {
    /** Where everybody sees it. */
    ON_THE_LIST,
    /** Put aside for a while. */
    SHELVED
}
