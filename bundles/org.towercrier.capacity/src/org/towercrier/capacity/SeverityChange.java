package org.towercrier.capacity;

import java.time.Instant;
import java.util.Objects;

import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * A severity and since when it applies.
 *
 * @param at       end of the period whose sample changed the severity
 * @param severity the severity from then on, never {@link PerceivedSeverity#CLEARED}
 */
public record SeverityChange(Instant at, PerceivedSeverity severity) {

    public SeverityChange {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(severity, "severity");
        if (severity == PerceivedSeverity.CLEARED) {
            throw new IllegalArgumentException("The end of an episode is not a severity");
        }
    }
}
