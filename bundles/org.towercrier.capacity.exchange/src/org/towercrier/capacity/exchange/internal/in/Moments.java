package org.towercrier.capacity.exchange.internal.in;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Points in time as the formats write them, and whether they can be true. */
final class Moments {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    /** Clocks differ; more than this ahead of ours is an error. */
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][.SSSSSS]XX", Locale.ROOT);
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final ZoneId zone;
    private final Instant now;

    /**
     * @param zone zone of times without one
     * @param now  later times are in the future
     */
    Moments(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    Optional<Instant> parse(String text) {
        List<Function<String, Instant>> forms = List.of(Instant::parse, word -> OffsetDateTime.parse(word).toInstant(),
                word -> OffsetDateTime.parse(word, COMPACT).toInstant(), word -> ZonedDateTime.parse(word).toInstant(),
                word -> LocalDateTime.parse(word).atZone(zone).toInstant(),
                word -> OffsetDateTime.parse(word, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
                word -> OffsetDateTime.parse(word, DATED).toInstant());
        String word = text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        for (Function<String, Instant> form : forms) {
            try {
                return Optional.of(form.apply(word));
            } catch (DateTimeParseException otherForm) {
                continue;
            }
        }
        return Optional.empty();
    }

    boolean plausible(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(now.plus(AHEAD));
    }

    /** The time, when it can be true. */
    Instant check(Instant time, Fields fields, String name) throws BadEvent {
        if (!plausible(time)) {
            throw fields.bad(name, time.isBefore(EARLIEST) ? "Field_TooEarly" : "Field_Future", time);
        }
        return time;
    }

    /** A time since 1970 with the unit it turned out to be in. @param unit microseconds, milliseconds or seconds */
    record Epoch(Instant time, String unit) {
    }

    /** Microseconds since 1970, or what senders take for it: milliseconds or seconds, when only those can be true. */
    Optional<Epoch> epoch(double value) {
        if (!Double.isFinite(value) || value < 0 || value > Long.MAX_VALUE / 2.0) {
            return Optional.empty();
        }
        long whole = (long) value;
        List<Epoch> readings = List.of(
                new Epoch(Instant.ofEpochSecond(whole / MICROS_PER_SECOND, whole % MICROS_PER_SECOND * 1_000), "us"),
                new Epoch(Instant.ofEpochMilli(Math.min(whole, 1L << 52)), "ms"),
                new Epoch(Instant.ofEpochSecond(Math.min(whole, 1L << 42)), "s"));
        return readings.stream().filter(reading -> plausible(reading.time())).findFirst();
    }
}
