package org.towercrier.capacity.ui.internal.data;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** How long alarms are usually put aside; each is one click. */
public enum ShelfTime {
    /** For an hour. */
    HOUR,
    /** For four hours. */
    FOUR_HOURS,
    /** Until the next morning at eight. */
    TOMORROW,
    /** Until the next Monday at eight. */
    MONDAY,
    /** For a week. */
    WEEK;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int FOUR = 4;

    /** When it ends, seen from a moment in the operator's zone. */
    public Instant until(ZonedDateTime now) {
        return switch (this) {
            case HOUR -> now.plusHours(1).toInstant();
            case FOUR_HOURS -> now.plusHours(FOUR).toInstant();
            case TOMORROW -> now.plusDays(1).with(MORNING).toInstant();
            case MONDAY -> now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(MORNING).toInstant();
            case WEEK -> now.plusWeeks(1).toInstant();
        };
    }
}
