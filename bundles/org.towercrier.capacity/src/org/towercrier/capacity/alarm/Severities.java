package org.towercrier.capacity.alarm;

import java.util.Comparator;

import org.towercrier.model.alarm.PerceivedSeverity;

/** The order of the X.733 severities, which is not the order of any public numbering. */
public final class Severities {

    /** CRITICAL, MAJOR, MINOR, WARNING, INDETERMINATE, CLEARED. */
    public static final Comparator<PerceivedSeverity> WORST_FIRST = Comparator.comparingInt(Severities::rank);

    private Severities() {
    }

    /** Whether the first severity is worse than the second. */
    public static boolean worse(PerceivedSeverity first, PerceivedSeverity second) {
        return rank(first) < rank(second);
    }

    private static int rank(PerceivedSeverity severity) {
        return switch (severity) {
            case CRITICAL -> 0;
            case MAJOR -> 1;
            case MINOR -> 2;
            case WARNING -> 3;
            case INDETERMINATE -> 4;
            case CLEARED -> 5;
        };
    }
}
