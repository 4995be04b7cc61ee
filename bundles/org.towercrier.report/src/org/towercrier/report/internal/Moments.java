package org.towercrier.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Points in time as people type them: with an offset, or in their own zone, or a day. */
final class Moments {

    private Moments() {
    }

    static Optional<Instant> parse(String text, ZoneId zone) {
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
        return Optional.empty();
    }
}
