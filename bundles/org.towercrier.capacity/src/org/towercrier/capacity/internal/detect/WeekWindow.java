package org.towercrier.capacity.internal.detect;

import java.time.DayOfWeek;
import java.util.Set;

import org.towercrier.capacity.internal.series.LocalClock;

/**
 * When in the week a rule applies. A window across midnight belongs to the day it begins on.
 *
 * @param weekdays the days, empty for all
 * @param from     begin in seconds of the day
 * @param until    end in seconds of the day, exclusive; at or before the begin means on the next day
 */
public record WeekWindow(Set<DayOfWeek> weekdays, int from, int until) {

    private static final int DAY = 86_400;

    /** Always. */
    public static final WeekWindow ALWAYS = new WeekWindow(Set.of(), 0, DAY);

    public WeekWindow {
        weekdays = Set.copyOf(weekdays);
    }

    /** Whether a sample that begins then belongs to it. */
    public boolean contains(LocalClock clock, long epochSecond) {
        if (weekdays.isEmpty() && from == 0 && until == DAY) {
            return true;
        }
        int second = clock.secondOfDay(epochSecond);
        int day = clock.day(epochSecond);
        boolean sameDay = from < until;
        boolean begunToday = second >= from && (!sameDay || second < until);
        boolean begunYesterday = !sameDay && second < until;
        return begunToday && on(day) || begunYesterday && on(day - 1);
    }

    private boolean on(int day) {
        return weekdays.isEmpty() || weekdays.contains(LocalClock.weekday(day));
    }
}
