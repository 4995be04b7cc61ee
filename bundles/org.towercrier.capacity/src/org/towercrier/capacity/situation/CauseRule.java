package org.towercrier.capacity.situation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A cause and its effect, adopted by a person.
 *
 * @param id         its number
 * @param cause      specific problem of the cause
 * @param effect     specific problem of the effect
 * @param adopted    when it was adopted
 * @param adoptedBy  who adopted it
 * @param evidence   what spoke for it then; empty when it was not suggested
 * @param revocation whether somebody took it back
 */
public record CauseRule(long id, String cause, String effect, Instant adopted, String adoptedBy, Optional<CausePair> evidence,
        Optional<Revocation> revocation) {
    public CauseRule {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(adopted, "adopted");
        Objects.requireNonNull(adoptedBy, "adoptedBy");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(revocation, "revocation");
    }

    /** Whether it holds. */
    public boolean holds() {
        return revocation.isEmpty();
    }
}
