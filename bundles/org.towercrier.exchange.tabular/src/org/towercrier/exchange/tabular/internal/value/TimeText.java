package org.towercrier.exchange.tabular.internal.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads texts as times by patterns tried in order. Not thread safe: it remembers what it has read, because tables repeat their times. */
public final class TimeText {

    /** Seconds since 1970 in UTC. */
    public static final String EPOCH = "epoch";
    /** Milliseconds since 1970 in UTC. */
    public static final String EPOCH_MILLIS = "epoch-ms";
    /** ISO 8601 in all its common spellings, with or without an offset. */
    public static final String ISO = "iso";

    private static final int REMEMBERED = 200_000;
    private static final TemporalQuery<?>[] QUERIES = { ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from,
            LocalTime::from };
    private static final DateTimeFormatter ISO_LIKE = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ofPattern("uuuu-M-d")).optionalStart().appendPattern("['T'][ ]H:mm").optionalStart()
            .appendPattern(":ss").optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd().optionalEnd().optionalStart().appendLiteral(' ')
            .optionalEnd().optionalStart()
            .appendOffset("+HH:mm", "Z").optionalEnd().optionalStart().appendOffset("+HHmm", "Z").optionalEnd().optionalStart()
            .appendOffset("+HH", "Z").optionalEnd()
            .optionalEnd().toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.SMART);

    /** What a text says: a moment, a local date and time, a date alone, or a time of day alone. */
    public sealed interface Reading {
        /** A moment that the text fixes by itself. */
        record Moment(Instant instant) implements Reading {
        }

        /** Date and time at a place; {@code pattern} is the number of the pattern that fitted. */
        record Local(LocalDateTime time, int pattern) implements Reading {
        }

        /** A calendar day. */
        record Day(LocalDate date, int pattern) implements Reading {
        }

        /** A time of day without a date. */
        record OfDay(LocalTime time, int pattern) implements Reading {
        }
    }

    private final List<String> patterns;
    private final List<List<DateTimeFormatter>> formatters = new ArrayList<>();
    private final Map<String, Optional<Reading>> remembered = new HashMap<>();

    /** @param patterns patterns of {@link DateTimeFormatter}, or the constants of this class @throws IllegalArgumentException when one is no pattern */
    public TimeText(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
        for (String pattern : patterns) {
            formatters.add(special(pattern) ? List.of() : formatters(pattern));
        }
    }

    public List<String> patterns() {
        return patterns;
    }

    private static boolean special(String pattern) {
        return pattern.equals(EPOCH) || pattern.equals(EPOCH_MILLIS) || pattern.equals(ISO);
    }

    /** Month and day names are written in English nearly everywhere, else in the language of the user or one of a few. */
    private static List<DateTimeFormatter> formatters(String pattern) {
        boolean words = pattern.contains("MMM") || pattern.contains("LLL") || pattern.contains("E") || pattern.contains("a");
        List<Locale> locales = words
                ? List.of(Locale.ENGLISH, Locale.getDefault(), Locale.SIMPLIFIED_CHINESE, Locale.GERMAN, Locale.FRENCH, Locale.of("es"),
                        Locale.of("pt"), Locale.ITALIAN)
                : List.of(Locale.ROOT);
        List<DateTimeFormatter> result = new ArrayList<>();
        for (Locale locale : locales) {
            result.add(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(yearOfAnyEra(pattern)).toFormatter(locale)
                    .withResolverStyle(ResolverStyle.SMART));
        }
        return result;
    }

    /** People write {@code yyyy}, which in the library wants an era; outside quotes it means the plain year. */
    private static String yearOfAnyEra(String pattern) {
        StringBuilder out = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
            }
            out.append(!quoted && c == 'y' ? 'u' : c);
        }
        return out.toString();
    }

    /** Reads a text. @return empty when no pattern fits */
    public Optional<Reading> read(String text) {
        Optional<Reading> known = remembered.get(text);
        if (known == null) {
            known = parse(text.strip());
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(text, known);
        }
        return known;
    }

    private Optional<Reading> parse(String text) {
        if (text.isEmpty() || text.length() > 80) {
            return Optional.empty();
        }
        for (int i = 0; i < patterns.size(); i++) {
            Optional<Reading> reading = switch (patterns.get(i)) {
                case EPOCH -> epoch(text, 1_000_000L);
                case EPOCH_MILLIS -> epoch(text, 1_000L);
                case ISO -> by(ISO_LIKE, text, i);
                default -> byAny(formatters.get(i), text, i);
            };
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    private static Optional<Reading> byAny(List<DateTimeFormatter> formatters, String text, int pattern) {
        for (DateTimeFormatter formatter : formatters) {
            Optional<Reading> reading = by(formatter, text, pattern);
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    private static Optional<Reading> by(DateTimeFormatter formatter, String text, int pattern) {
        try {
            TemporalAccessor parsed = formatter.parseBest(text, QUERIES);
            return Optional.of(switch (parsed) {
                case ZonedDateTime moment -> new Reading.Moment(moment.toInstant());
                case OffsetDateTime moment -> new Reading.Moment(moment.toInstant());
                case LocalDateTime time -> new Reading.Local(time, pattern);
                case LocalDate date -> new Reading.Day(date, pattern);
                case LocalTime time -> new Reading.OfDay(time, pattern);
                default -> throw new DateTimeException("no time: " + text);
            });
        } catch (DateTimeException e) {
            return hourAlone(formatter, text, pattern);
        }
    }

    /** A date with an hour (or an hour alone) is no complete time to the library, but it is one in a table of hours. */
    private static Optional<Reading> hourAlone(DateTimeFormatter formatter, String text, int pattern) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            OptionalInt hour = parsed.isSupported(ChronoField.HOUR_OF_DAY) ? OptionalInt.of(parsed.get(ChronoField.HOUR_OF_DAY))
                    : OptionalInt.empty();
            LocalDate date = parsed.query(java.time.temporal.TemporalQueries.localDate());
            if (hour.isEmpty()) {
                return Optional.empty();
            }
            LocalTime time = LocalTime.of(hour.getAsInt(), 0);
            return Optional.of(date == null ? new Reading.OfDay(time, pattern) : new Reading.Local(date.atTime(time), pattern));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Reading> epoch(String text, long micros) {
        double value = Numbers.parse(text, NumberStyle.POINT);
        if (Double.isNaN(value) || Math.abs(value * micros) > 4e18) {
            return Optional.empty();
        }
        return Optional.of(new Reading.Moment(Instant.EPOCH.plus(Math.round(value * micros), java.time.temporal.ChronoUnit.MICROS)));
    }
}
