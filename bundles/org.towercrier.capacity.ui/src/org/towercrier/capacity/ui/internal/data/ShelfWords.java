package org.towercrier.capacity.ui.internal.data;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads until when alarms are to be put aside: {@code 30 min}, {@code 2 h}, {@code 3 d}, {@code 1 w}, {@code 18:30} (the next one),
 * {@code 2026-11-23} (at eight), {@code 2026-11-23 18:30}; units may be Chinese.
 */
public final class ShelfWords {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})\\s*(\\p{L}+)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T]+(\\d{1,2}:\\d{2}))?");

    private ShelfWords() {
    }

    /** The moment, seen from now in the operator's zone; empty when the words say none or one that is past. */
    public static Optional<Instant> until(String words, ZonedDateTime now) {
        String text = words.strip();
        Optional<ZonedDateTime> end;
        try {
            end = length(text).map(now::plus).or(() -> clock(text).map(time -> next(time, now))).or(() -> day(text, now));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
        return end.filter(now::isBefore).map(ZonedDateTime::toInstant);
    }

    private static Optional<Duration> length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "m", "min", "mins", "minute", "minutes", "\u5206", "\u5206\u949f", "\u5206\u9418" ->
                Optional.of(Duration.ofMinutes(number));
            case "h", "hour", "hours", "\u65f6", "\u6642", "\u5c0f\u65f6", "\u5c0f\u6642" -> Optional.of(Duration.ofHours(number));
            case "d", "day", "days", "\u5929", "\u65e5" -> Optional.of(Duration.ofDays(number));
            case "w", "week", "weeks", "\u5468", "\u9031", "\u9031\u671f", "\u661f\u671f" -> Optional.of(Duration.ofDays(number * 7));
            default -> Optional.empty();
        };
    }

    private static Optional<LocalTime> clock(String text) {
        Matcher matcher = CLOCK.matcher(text);
        return matcher.matches() ? Optional.of(LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    private static ZonedDateTime next(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.toLocalDate().atTime(time).atZone(now.getZone());
        return today.isAfter(now) ? today : now.toLocalDate().plusDays(1).atTime(time).atZone(now.getZone());
    }

    private static Optional<ZonedDateTime> day(String text, ZonedDateTime now) {
        Matcher matcher = DAY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        LocalTime time = Optional.ofNullable(matcher.group(2)).flatMap(ShelfWords::clock).orElse(MORNING);
        return Optional.of(LocalDate.parse(matcher.group(1)).atTime(time).atZone(now.getZone()));
    }
}
