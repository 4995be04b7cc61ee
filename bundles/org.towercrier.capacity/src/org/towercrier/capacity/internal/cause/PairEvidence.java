package org.towercrier.capacity.internal.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plain counts behind a cause and its effect, that a person can judge. */
public final class PairEvidence {

    private final EventStream stream;
    private final long window;
    /** Times of the events by type and place. */
    private final long[][][] times;

    /**
     * Counts.
     *
     * @param followed events of the effect with one of the cause within the window before, at the place or next to it
     * @param expected how many would have by chance, were the cause spread evenly over the time
     * @param lag      median time from the latest cause to the effect, seconds; 0 without any
     */
    public record Counts(long followed, double expected, long lag) {
    }

    public PairEvidence(EventStream stream, long window) {
        this.stream = stream;
        this.window = window;
        this.times = new long[stream.typeCount()][stream.placeCount()][];
        int[][] sizes = new int[stream.typeCount()][stream.placeCount()];
        for (int event = 0; event < stream.size(); event++) {
            sizes[stream.types()[event]][stream.places()[event]]++;
        }
        for (int type = 0; type < times.length; type++) {
            for (int place = 0; place < times[type].length; place++) {
                times[type][place] = new long[sizes[type][place]];
            }
        }
        int[][] filled = new int[stream.typeCount()][stream.placeCount()];
        for (int event = 0; event < stream.size(); event++) {
            int type = stream.types()[event];
            int place = stream.places()[event];
            times[type][place][filled[type][place]++] = stream.times()[event];
        }
    }

    public Counts count(int cause, int effect) {
        List<Long> lags = new ArrayList<>();
        double expected = 0;
        for (int place = 0; place < stream.placeCount(); place++) {
            long[] effects = times[effect][place];
            if (effects.length == 0) {
                continue;
            }
            long near = times[cause][place].length;
            for (int neighbour : stream.neighbours()[place]) {
                near += times[cause][neighbour].length;
            }
            expected += effects.length * (1 - Math.exp(-near * window / stream.span()));
            for (long time : effects) {
                long lag = lag(cause, place, time);
                if (lag <= window) {
                    lags.add(lag);
                }
            }
        }
        lags.sort(null);
        return new Counts(lags.size(), expected, lags.isEmpty() ? 0 : lags.get(lags.size() / 2));
    }

    private long lag(int cause, int place, long time) {
        long lag = time - latestBefore(times[cause][place], time);
        for (int neighbour : stream.neighbours()[place]) {
            lag = Math.min(lag, time - latestBefore(times[cause][neighbour], time));
        }
        return lag;
    }

    /** The latest of the ascending times that is before {@code time}; far in the past when none is. */
    private static long latestBefore(long[] sorted, long time) {
        int index = Arrays.binarySearch(sorted, time);
        int insertion = index < 0 ? -index - 1 : index;
        while (insertion > 0 && sorted[insertion - 1] >= time) {
            insertion--;
        }
        return insertion == 0 ? Long.MIN_VALUE / 4 : sorted[insertion - 1];
    }
}
