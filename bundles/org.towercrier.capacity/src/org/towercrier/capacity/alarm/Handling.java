package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What people have done with an alarm: the part of it that a step changes and that an undo brings back.
 *
 * @param acknowledgement who acknowledged it
 * @param shelving        until when it is put aside
 * @param assignedTo      who works on it
 * @param manuallyCleared when it was cleared by hand
 */
public record Handling(Optional<Acknowledgement> acknowledgement, Optional<Shelving> shelving, Optional<String> assignedTo,
        Optional<Instant> manuallyCleared) {

    /** Nobody has done anything yet. */
    public static final Handling NONE = new Handling(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Handling {
        Objects.requireNonNull(acknowledgement, "acknowledgement");
        Objects.requireNonNull(shelving, "shelving");
        Objects.requireNonNull(assignedTo, "assignedTo");
        Objects.requireNonNull(manuallyCleared, "manuallyCleared");
    }
}
