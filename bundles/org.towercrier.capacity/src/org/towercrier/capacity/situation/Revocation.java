package org.towercrier.capacity.situation;

import java.time.Instant;
import java.util.Objects;

/**
 * That something was taken back; it stays on record.
 *
 * @param time when
 * @param user who
 */
public record Revocation(Instant time, String user) {
    public Revocation {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(user, "user");
    }
}
