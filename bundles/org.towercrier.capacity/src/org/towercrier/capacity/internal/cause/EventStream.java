package org.towercrier.capacity.internal.cause;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Events in the order of time.
 *
 * @param times    seconds, ascending
 * @param types    of each event, from 0
 * @param places   of each event, from 0
 * @param typeCount number of types
 * @param neighbours of each place
 */
public record EventStream(long[] times, int[] types, int[] places, int typeCount, int[][] neighbours) {

    /** An event. */
    public record Event(long time, int type, int place) {
    }

    /** Sorts events; the order in which they come does not matter. */
    public static EventStream of(List<Event> events, int typeCount, List<Set<Integer>> neighbours) {
        Event[] sorted = events.stream().sorted(java.util.Comparator.comparingLong(Event::time).thenComparingInt(Event::place)
                .thenComparingInt(Event::type)).toArray(Event[]::new);
        int[][] around = neighbours.stream().map(set -> set.stream().mapToInt(Integer::intValue).sorted().toArray()).toArray(int[][]::new);
        return new EventStream(Arrays.stream(sorted).mapToLong(Event::time).toArray(),
                Arrays.stream(sorted).mapToInt(Event::type).toArray(), Arrays.stream(sorted).mapToInt(Event::place).toArray(), typeCount,
                around);
    }

    int size() {
        return times.length;
    }

    int placeCount() {
        return neighbours.length;
    }

    /** From the first event to the last, seconds; at least one. */
    double span() {
        return size() == 0 ? 1 : Math.max(1, times[size() - 1] - times[0]);
    }
}
