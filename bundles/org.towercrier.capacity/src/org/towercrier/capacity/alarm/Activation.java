package org.towercrier.capacity.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.towercrier.capacity.SeverityChange;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * One stretch of time in which an alarm was up.
 *
 * @param raised  when it came up
 * @param changes its severities in the order of time; the first is the one it was raised with
 * @param cleared when it went, empty while it is up
 */
public record Activation(Instant raised, List<SeverityChange> changes, Optional<Instant> cleared) {

    public Activation {
        Objects.requireNonNull(raised, "raised");
        changes = List.copyOf(changes);
        Objects.requireNonNull(cleared, "cleared");
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("an alarm is raised with a severity");
        }
        if (cleared.isPresent() && cleared.get().isBefore(raised)) {
            throw new IllegalArgumentException("cleared " + cleared.get() + " before it was raised " + raised);
        }
    }

    /** Its last severity while it was up. */
    public PerceivedSeverity severity() {
        return changes.getLast().severity();
    }

    /** Its highest severity while it was up. */
    public PerceivedSeverity highest() {
        return changes.stream().map(SeverityChange::severity).min(Severities.WORST_FIRST).orElseThrow();
    }

    /** When the severity last changed. */
    public Instant changed() {
        return changes.getLast().at();
    }

    /** The severity before the last change, empty if it never changed. */
    public Optional<PerceivedSeverity> previous() {
        return changes.size() < 2 ? Optional.empty() : Optional.of(changes.get(changes.size() - 2).severity());
    }

    /** Whether the stretch has a moment in common with {@code (from, to]}: samples are timed by the end of their period. */
    public boolean touches(Instant from, Instant to) {
        return !raised.isAfter(to) && cleared.map(end -> end.isAfter(from)).orElse(true);
    }

    /** The same stretch, over since the given time. */
    public Activation ended(Instant when) {
        return new Activation(raised, changes, Optional.of(when));
    }
}
