package org.towercrier.capacity.alarm;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of one alarm: its next version and what is written into the history.
 *
 * @param id      the alarm's id
 * @param alarm   its next version, empty when it goes because later data no longer support it
 * @param history lines to add, oldest first
 */
public record Step(String id, Optional<Alarm> alarm, List<HistoryEntry> history) {
    public Step {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(alarm, "alarm");
        history = List.copyOf(history);
    }

    static Step of(Alarm alarm, HistoryEntry... history) {
        return new Step(alarm.id(), Optional.of(alarm), List.of(history));
    }
}
