package org.towercrier.capacity.situation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.model.alarm.DecisionKind;

/**
 * What a person decided about two alarms. TOGETHER: the alarm belongs to whatever situation the anchor is in. APART: it stays
 * out of every situation that the anchor is in.
 *
 * @param id         its number
 * @param time       when
 * @param user       who
 * @param kind       what
 * @param alarm      id of the alarm that was moved or rejected
 * @param anchor     id of the alarm that stood for the situation
 * @param always     whether it holds for later alarms of the same objects and problems as well
 * @param text       why; may be empty
 * @param revocation whether somebody took it back
 */
public record Decision(long id, Instant time, String user, DecisionKind kind, String alarm, String anchor, boolean always,
        String text, Optional<Revocation> revocation) {
    public Decision {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(alarm, "alarm");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(revocation, "revocation");
    }

    /** Whether it holds. */
    public boolean holds() {
        return revocation.isEmpty();
    }
}
