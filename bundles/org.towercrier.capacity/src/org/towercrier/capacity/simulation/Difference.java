package org.towercrier.capacity.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.model.alarm.AlarmKind;

/**
 * Alarms of one object that belong together, of the reference and of the candidate: those of one identity, or else of one kind,
 * whose times overlap.
 *
 * @param cell      identity of the cell
 * @param object    name of the measured object
 * @param kind      kind of trouble
 * @param change    what the candidate makes of them
 * @param aspects   what differs, when it is a change
 * @param reference the reference's alarms in order of time
 * @param candidate the candidate's
 */
public record Difference(String cell, String object, AlarmKind kind, Change change, Set<Aspect> aspects, List<AlarmEpisode> reference,
        List<AlarmEpisode> candidate) {

    /** What a candidate makes of alarms. */
    public enum Change {
        /** Only the candidate raises it. */
        NEW,
        /** Only the reference raises it. */
        GONE,
        /** Both do, differently. */
        CHANGED,
        /** Both do, at the same times with the same severities. */
        SAME
    }

    /** What differs between alarms that both raise. */
    public enum Aspect {
        /** It is raised at another time. */
        RAISED,
        /** It is cleared at another time, or not at all. */
        CLEARED,
        /** A severity, or when it applies. */
        SEVERITY,
        /** What the alarm says is wrong: another rule raises it. */
        PROBLEM,
        /** It comes and goes more or less often. */
        NUMBER
    }

    public Difference {
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(change, "change");
        aspects = Set.copyOf(aspects);
        reference = List.copyOf(reference);
        candidate = List.copyOf(candidate);
    }

    /** When the first of them was raised. */
    public Instant first() {
        return Stream.concat(reference.stream(), candidate.stream()).map(AlarmEpisode::raised).min(Instant::compareTo).orElseThrow();
    }
}
