package org.towercrier.capacity.internal.situation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.alarm.Severities;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * What correlation needs of an alarm.
 *
 * @param id       its id
 * @param cell     its cell
 * @param identity what makes it the same alarm
 * @param raises   when it came up, each time, epoch seconds, ascending
 * @param severity severity now
 * @param worst    highest severity it ever had
 * @param listed   whether it is in the list
 */
public record Point(String id, String cell, AlarmIdentity identity, long[] raises, PerceivedSeverity severity,
        PerceivedSeverity worst, boolean listed) {

    /** The order on which every tie is decided: first raised, then id. */
    static final Comparator<Point> EARLIEST_FIRST = Comparator.comparingLong(Point::first).thenComparing(Point::id);

    /** An alarm by its parts. */
    public static Point of(String id, String cell, AlarmIdentity identity, List<Activation> activations, PerceivedSeverity severity,
            boolean listed) {
        long[] raises = activations.stream().mapToLong(activation -> activation.raised().getEpochSecond()).sorted().toArray();
        PerceivedSeverity worst = activations.stream().map(Activation::highest).min(Severities.WORST_FIRST).orElseThrow();
        return new Point(id, cell, identity, raises, severity, worst, listed);
    }

    /** When it was raised first, epoch seconds. */
    long first() {
        return raises[0];
    }

    /** The specific problem: what cause rules are about. */
    String problem() {
        return identity.specificProblem();
    }

    /** Smallest distance in time between a raise of this alarm and one of the other, seconds. */
    long distance(Point other) {
        long smallest = Long.MAX_VALUE;
        int i = 0;
        int j = 0;
        while (i < raises.length && j < other.raises.length) {
            smallest = Math.min(smallest, Math.abs(raises[i] - other.raises[j]));
            if (raises[i] < other.raises[j]) {
                i++;
            } else {
                j++;
            }
        }
        return smallest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point point && id.equals(point.id) && Arrays.equals(raises, point.raises)
                && severity == point.severity && worst == point.worst && listed == point.listed && cell.equals(point.cell)
                && identity.equals(point.identity);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id + "@" + cell + Arrays.toString(raises);
    }
}
