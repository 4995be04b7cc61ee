package org.towercrier.exchange.internal.pm;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time of measurement files: {@code 2022-04-18T19:15:00+00:00}, with or without zone, or compact as {@code 20220418191500}. */
final class PmTime {

    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(Z|z|[+-]\\d{2}(?::?\\d{2})?)?");

    /**
     * A point in time.
     *
     * @param micros microseconds since 1970-01-01T00:00:00Z
     * @param zoned false when the text named no zone and that of the request was taken
     */
    record Parsed(long micros, boolean zoned) {
    }

    private PmTime() {
    }

    /** Empty when the text is no time. */
    static Optional<Parsed> parse(String text, ZoneId zone) {
        Matcher match = TIME.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            int second = match.group(6) == null ? 0 : Integer.parseInt(match.group(6));
            int nanos = match.group(7) == null ? 0 : Integer.parseInt((match.group(7) + "00000000").substring(0, 9));
            boolean midnight = match.group(4).equals("24");
            LocalDateTime local = LocalDateTime
                    .of(number(match, 1), number(match, 2), number(match, 3), midnight ? 0 : number(match, 4), number(match, 5),
                            second, nanos)
                    .plusDays(midnight ? 1 : 0);
            String offset = match.group(8);
            ZoneId effective = offset == null ? zone : ZoneOffset.of(offset.equals("z") ? "Z" : offset);
            return Optional.of(
                    new Parsed(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, local.atZone(effective).toInstant()), offset != null));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
