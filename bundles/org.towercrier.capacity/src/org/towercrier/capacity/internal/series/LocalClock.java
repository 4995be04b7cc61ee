package org.towercrier.capacity.internal.series;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Days and hours of a zone from epoch seconds, without an object for each conversion: a detection asks for millions. Not
 * shared between threads: it remembers the offset it used last.
 */
public final class LocalClock {

    private static final int DAY_SECONDS = 86_400;
    private static final int HOUR_SECONDS = 3600;
    private static final int HOURS_OF_WEEK = 168;
    /** 1970-01-01 was a Thursday. */
    private static final int EPOCH_WEEKDAY = DayOfWeek.THURSDAY.getValue() - 1;

    private final long[] transitions;
    private final int[] offsets;
    private int current;

    /**
     * Good for the instants of a period.
     *
     * @param zone the zone
     * @param from begin of the period
     * @param to   end of the period
     */
    public LocalClock(ZoneId zone, Instant from, Instant to) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffsetTransition> found = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(to)) {
            found.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        transitions = new long[found.size() + 1];
        offsets = new int[found.size() + 1];
        transitions[0] = Long.MIN_VALUE;
        offsets[0] = rules.getOffset(from).getTotalSeconds();
        for (int i = 0; i < found.size(); i++) {
            transitions[i + 1] = found.get(i).toEpochSecond();
            offsets[i + 1] = found.get(i).getOffsetAfter().getTotalSeconds();
        }
    }

    /** Seconds since 1970-01-01T00:00 on the local clock. */
    public long local(long epochSecond) {
        while (epochSecond < transitions[current]) {
            current--;
        }
        while (current + 1 < transitions.length && epochSecond >= transitions[current + 1]) {
            current++;
        }
        return epochSecond + offsets[current];
    }

    /** The local day as days since 1970-01-01. */
    public int day(long epochSecond) {
        return (int) Math.floorDiv(local(epochSecond), (long) DAY_SECONDS);
    }

    /** The local second of the day. */
    public int secondOfDay(long epochSecond) {
        return (int) Math.floorMod(local(epochSecond), (long) DAY_SECONDS);
    }

    /** The hour of the local week, 0 for Monday 00:00 to 167. */
    public int hourOfWeek(long epochSecond) {
        long hours = Math.floorDiv(local(epochSecond), (long) HOUR_SECONDS) + EPOCH_WEEKDAY * 24L;
        return (int) Math.floorMod(hours, (long) HOURS_OF_WEEK);
    }

    /** The weekday of a local day. */
    public static DayOfWeek weekday(int day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek();
    }
}
