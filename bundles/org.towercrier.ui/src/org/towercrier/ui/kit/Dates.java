package org.towercrier.ui.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/** Times as operators read them: ISO dates, in their zone. Everything stored is UTC; this is where it becomes local. */
public final class Dates {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ZoneId zone;

    private Dates(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /** Times in a zone. */
    public static Dates in(ZoneId zone) {
        return new Dates(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** 2026-11-20 18:30. */
    public String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** 2026-11-20 18:30:05. */
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(zone));
    }

    /** 2026-11-20. */
    public String day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }

    /** 18:30. */
    public String clock(Instant instant) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** A period, with the day only once when it lies in one: 2026-11-20 18:00–19:00. */
    public String period(Instant from, Instant to) {
        LocalDate first = from.atZone(zone).toLocalDate();
        boolean sameDay = first.equals(to.minus(1, ChronoUnit.MILLIS).atZone(zone).toLocalDate());
        return minute(from) + "\u2013" + (sameDay ? clock(to) : minute(to));
    }
}
