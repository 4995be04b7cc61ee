package org.towercrier.capacity.internal.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.towercrier.command.UsageException;

/** Times as people type them. */
final class Times {

    private Times() {
    }

    /**
     * A time with offset, or a date or time in the zone.
     *
     * @param option name of the option, for the message
     * @param text   what was typed, {@code null} when nothing was
     * @throws UsageException when it is no time
     */
    static Optional<Instant> parse(String option, String text, ZoneId zone) {
        if (text == null) {
            return Optional.empty();
        }
        List<Function<String, Instant>> forms = List.of(word -> OffsetDateTime.parse(word).toInstant(),
                word -> LocalDateTime.parse(word).atZone(zone).toInstant(),
                word -> LocalDate.parse(word).atStartOfDay(zone).toInstant());
        String iso = text.strip().replace(' ', 'T');
        for (Function<String, Instant> form : forms) {
            try {
                return Optional.of(form.apply(iso));
            } catch (DateTimeParseException otherForm) {
                continue;
            }
        }
        throw new UsageException(option + " " + text
                + ": a time such as 2026-11-01, 2026-11-01T08:00 or 2026-11-01T08:00:00+08:00 is needed");
    }
}
