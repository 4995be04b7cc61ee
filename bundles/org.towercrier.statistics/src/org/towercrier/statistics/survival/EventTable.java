package org.towercrier.statistics.survival;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many subjects had the event, and how many were lost from sight without it, at each distinct time. Everything that survival analysis wants to know of one
 * group is in it, so that millions of subjects are counted once.
 */
public final class EventTable {

    /** Whole times up to here are counted instead of sorted. */
    private static final int MOST_COUNTED = 1 << 16;
    private static final long MOST_COUNTERS = 1L << 24;
    private static final int CHUNK = 1 << 18;

    private final double[] times;
    private final long[] events;
    private final long[] censored;
    private final long[] atRisk;

    private EventTable(double[] times, long[] events, long[] censored) {
        this.times = times;
        this.events = events;
        this.censored = censored;
        this.atRisk = new long[times.length];
        long n = 0;
        for (int i = times.length - 1; i >= 0; i--) {
            n += events[i] + censored[i];
            atRisk[i] = n;
        }
    }

    /**
     * Counts that were taken elsewhere, for example by a database.
     *
     * @param times strictly ascending
     * @throws IllegalArgumentException when the times do not ascend, the lengths differ or a count is negative
     */
    public static EventTable ofCounts(double[] times, long[] events, long[] censored) {
        if (times.length != events.length || times.length != censored.length) {
            throw new IllegalArgumentException("Times and counts differ in number");
        }
        for (int i = 0; i < times.length; i++) {
            if (!(times[i] >= 0) || i > 0 && !(times[i] > times[i - 1]) || events[i] < 0 || censored[i] < 0) {
                throw new IllegalArgumentException("Times ascend from 0 and counts are not negative, not so at " + i);
            }
        }
        return new EventTable(times.clone(), events.clone(), censored.clone());
    }

    /** Counts one group. @param durations how long each subject was seen, not negative @param event did it happen then? */
    public static EventTable of(double[] durations, boolean[] event) {
        return byGroup(durations, event, new int[durations.length], 1).get(0);
    }

    /**
     * Counts several groups at once, on all processors.
     *
     * @param durations how long each subject was seen, not negative
     * @param event did it happen at the end of that time (else the subject was lost from sight)?
     * @param groups group of each subject from 0; negative leaves the subject out
     * @param count number of groups
     * @throws IllegalArgumentException when a duration is negative or no number, or the lengths differ
     */
    public static List<EventTable> byGroup(double[] durations, boolean[] event, int[] groups, int count) {
        if (durations.length != event.length || durations.length != groups.length) {
            throw new IllegalArgumentException("Durations, events and groups differ in number");
        }
        int largest = wholeMaximum(durations);
        return largest >= 0 && (largest + 1L) * count * 2 <= MOST_COUNTERS ? counted(durations, event, groups, count, largest)
                : sorted(durations, event, groups, count);
    }

    /** Largest duration when all are small whole numbers, else -1. */
    private static int wholeMaximum(double[] durations) {
        int chunks = durations.length / CHUNK + 1;
        int[] largest = IntStream.range(0, chunks).parallel().map(chunk -> {
            int to = Math.min(durations.length, (chunk + 1) * CHUNK);
            int most = 0;
            boolean whole = true;
            for (int i = chunk * CHUNK; i < to; i++) {
                double duration = durations[i];
                if (!(duration >= 0) || Double.isInfinite(duration)) {
                    throw new IllegalArgumentException("A duration is not negative: " + duration);
                }
                whole &= duration < MOST_COUNTED && duration == (int) duration;
                most = Math.max(most, (int) Math.min(duration, MOST_COUNTED));
            }
            return whole ? most : -1;
        }).toArray();
        return Arrays.stream(largest).anyMatch(each -> each < 0) ? -1 : Arrays.stream(largest).max().orElse(0);
    }

    private static List<EventTable> counted(double[] durations, boolean[] event, int[] groups, int count, int largest) {
        int width = largest + 1;
        int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), durations.length / CHUNK + 1));
        int part = (durations.length + threads - 1) / threads;
        int[][] counters = IntStream.range(0, threads).parallel().mapToObj(thread -> {
            int[] counter = new int[count * width * 2];
            int to = (int) Math.min(durations.length, (thread + 1L) * part);
            for (int i = thread * part; i < to; i++) {
                if (groups[i] >= 0) {
                    counter[((groups[i] * width) + (int) durations[i]) * 2 + (event[i] ? 0 : 1)]++;
                }
            }
            return counter;
        }).toArray(int[][]::new);
        return IntStream.range(0, count).mapToObj(group -> {
            long[] events = new long[width];
            long[] censored = new long[width];
            for (int[] counter : counters) {
                for (int t = 0; t < width; t++) {
                    events[t] += counter[(group * width + t) * 2];
                    censored[t] += counter[(group * width + t) * 2 + 1];
                }
            }
            return compact(IntStream.range(0, width).asDoubleStream().toArray(), events, censored);
        }).toList();
    }

    private static EventTable compact(double[] times, long[] events, long[] censored) {
        int[] used = IntStream.range(0, times.length).filter(i -> events[i] + censored[i] > 0).toArray();
        return new EventTable(Arrays.stream(used).mapToDouble(i -> times[i]).toArray(),
                Arrays.stream(used).mapToLong(i -> events[i]).toArray(), Arrays.stream(used).mapToLong(i -> censored[i]).toArray());
    }

    private static List<EventTable> sorted(double[] durations, boolean[] event, int[] groups, int count) {
        int[] sizes = new int[count * 2];
        for (int i = 0; i < durations.length; i++) {
            if (groups[i] >= 0) {
                sizes[groups[i] * 2 + (event[i] ? 0 : 1)]++;
            }
        }
        double[][] lists = new double[count * 2][];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new double[sizes[i]];
        }
        int[] filled = new int[lists.length];
        for (int i = 0; i < durations.length; i++) {
            if (groups[i] >= 0) {
                int list = groups[i] * 2 + (event[i] ? 0 : 1);
                lists[list][filled[list]++] = durations[i] + 0.0;
            }
        }
        Arrays.stream(lists).parallel().forEach(Arrays::parallelSort);
        return IntStream.range(0, count).mapToObj(group -> merge(lists[group * 2], lists[group * 2 + 1])).toList();
    }

    private static EventTable merge(double[] withEvent, double[] without) {
        double[] times = new double[withEvent.length + without.length];
        long[] events = new long[times.length];
        long[] censored = new long[times.length];
        int at = 0;
        for (int i = 0, j = 0; i < withEvent.length || j < without.length; at++) {
            double time = Math.min(i < withEvent.length ? withEvent[i] : Double.POSITIVE_INFINITY,
                    j < without.length ? without[j] : Double.POSITIVE_INFINITY);
            times[at] = time;
            for (; i < withEvent.length && withEvent[i] == time; i++) {
                events[at]++;
            }
            for (; j < without.length && without[j] == time; j++) {
                censored[at]++;
            }
        }
        return new EventTable(Arrays.copyOf(times, at), Arrays.copyOf(events, at), Arrays.copyOf(censored, at));
    }

    /** Number of distinct times. */
    public int size() {
        return times.length;
    }

    /** A distinct time; they ascend. */
    public double time(int index) {
        return times[index];
    }

    /** Subjects that had the event at that time. */
    public long events(int index) {
        return events[index];
    }

    /** Subjects lost from sight at that time; they still count as at risk then. */
    public long censored(int index) {
        return censored[index];
    }

    /** Subjects seen until that time or longer. */
    public long atRisk(int index) {
        return atRisk[index];
    }

    /** Subjects at risk just before any time, also between the distinct ones. */
    public long atRiskAt(double time) {
        int index = Arrays.binarySearch(times, time);
        int at = index >= 0 ? index : -index - 1;
        return at < times.length ? atRisk[at] : 0;
    }

    /** Number of subjects. */
    public long subjects() {
        return times.length == 0 ? 0 : atRisk[0];
    }

    /** Number of events. */
    public long events() {
        return Arrays.stream(events).sum();
    }
}
