package org.towercrier.capacity.situation;

import java.time.Duration;
import java.util.Objects;

/**
 * That one problem seems to cause another, and what speaks for it.
 *
 * @param cause    specific problem of the cause
 * @param effect   specific problem of the effect
 * @param score    strength of the evidence, the larger the stronger; 0 is the least that is reported
 * @param followed how many alarms of the effect came within the window after the cause, at the same place or next to it
 * @param expected how many would have by chance
 * @param reversed how many alarms of the cause came within the window after the effect
 * @param lag      median time from cause to effect
 */
public record CausePair(String cause, String effect, double score, long followed, double expected, long reversed, Duration lag) {
    public CausePair {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(lag, "lag");
    }
}
