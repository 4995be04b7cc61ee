package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.Objects;

/**
 * An alarm put aside for a while. Shelving is no acknowledgement: it ends by itself.
 *
 * @param user  who shelved it
 * @param until the first moment at which it is back in the list
 */
public record Shelving(String user, Instant until) {
    public Shelving {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(until, "until");
    }
}
