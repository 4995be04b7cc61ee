package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.Objects;

import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * Who acknowledged an alarm.
 *
 * @param user     who
 * @param time     when
 * @param severity how severe the alarm was then: one that becomes worse asks for a new acknowledgement
 */
public record Acknowledgement(String user, Instant time, PerceivedSeverity severity) {
    public Acknowledgement {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(severity, "severity");
    }
}
