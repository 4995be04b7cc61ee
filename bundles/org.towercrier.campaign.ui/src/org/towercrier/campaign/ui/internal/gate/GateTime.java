package org.towercrier.campaign.ui.internal.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** A moment as it is typed: a day, or a day with a time, in the zone of the operator. */
final class GateTime {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Time of day that a day alone means: when most messages are sent. */
    private static final LocalTime USUAL = LocalTime.of(10, 0);

    private GateTime() {
    }

    /** The moment, empty for an empty text. @throws java.time.DateTimeException when it is none */
    static Optional<Instant> parse(String text, ZoneId zone) {
        String typed = text.strip().replace('T', ' ');
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime time = typed.contains(" ") ? LocalDateTime.parse(typed, MINUTE) : LocalDate.parse(typed).atTime(USUAL);
        return Optional.of(time.atZone(zone).toInstant());
    }
}
