package org.towercrier.report.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time a report covers, counted back from now. */
enum Period {

    /** The report knows best. */
    ALL(Duration.ZERO),
    /** A shift. */
    SHIFT(Duration.ofHours(8)),
    DAY(Duration.ofHours(24)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30));

    private static final long HOURS_SHOWN = 24;

    private final Duration length;

    Period(Duration length) {
        this.length = length;
    }

    /** Begin of the period; absent when the report chooses. */
    Optional<Instant> since(Instant now) {
        return this == ALL ? Optional.empty() : Optional.of(now.minus(length));
    }

    String label(Texts texts) {
        if (this == ALL) {
            return texts.get("Period_All");
        }
        return length.toHours() <= HOURS_SHOWN ? texts.get("Period_Hours", length.toHours()) : texts.get("Period_Days", length.toDays());
    }
}
