package org.towercrier.ui.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Places on a time axis where people expect a mark: full hours and days of their own zone. */
final class TimeTicks {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final int[] MINUTES = { 5, 15, 30, 60, 120, 180, 360, 720 };
    private static final int[] DAYS = { 1, 2, 7, 14, 31, 92, 366 };

    private TimeTicks() {
    }

    /**
     * A mark.
     *
     * @param seconds seconds since 1970
     * @param label what is written below it
     * @param day whether a day begins here
     */
    record Tick(double seconds, String label, boolean day) {
    }

    /** Marks between two times, at most {@code most} of them; the first day carries its year. */
    static List<Tick> between(double from, double to, ZoneId zone, int most) {
        double wanted = (to - from) / Math.max(1, most);
        for (int minutes : MINUTES) {
            if (minutes * 60.0 >= wanted) {
                return clockTicks(from, to, zone, minutes);
            }
        }
        for (int days : DAYS) {
            if (days * 86_400.0 >= wanted || days == DAYS[DAYS.length - 1]) {
                return dayTicks(from, to, zone, days);
            }
        }
        return List.of();
    }

    private static List<Tick> clockTicks(double from, double to, ZoneId zone, int minutes) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime day = start(from, zone).truncatedTo(ChronoUnit.DAYS);
        boolean year = true;
        while (day.toEpochSecond() <= to) {
            for (int minute = 0; minute < 24 * 60; minute += minutes) {
                ZonedDateTime at = day.toLocalDate().atTime(minute / 60, minute % 60).atZone(zone);
                if (at.toEpochSecond() >= from && at.toEpochSecond() <= to) {
                    boolean begins = minute == 0;
                    ticks.add(new Tick(at.toEpochSecond(), begins ? (year ? FULL_DAY : DAY).format(at) : CLOCK.format(at),
                            begins));
                    year &= !begins;
                }
            }
            day = day.plusDays(1);
        }
        return ticks;
    }

    private static List<Tick> dayTicks(double from, double to, ZoneId zone, int days) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = start(from, zone).truncatedTo(ChronoUnit.DAYS);
        if (at.toEpochSecond() < from) {
            at = at.plusDays(1);
        }
        while (at.toEpochSecond() <= to) {
            ticks.add(new Tick(at.toEpochSecond(), (ticks.isEmpty() ? FULL_DAY : DAY).format(at), true));
            at = at.plusDays(days);
        }
        return ticks;
    }

    private static ZonedDateTime start(double seconds, ZoneId zone) {
        return Instant.ofEpochSecond((long) Math.floor(seconds)).atZone(zone);
    }
}
