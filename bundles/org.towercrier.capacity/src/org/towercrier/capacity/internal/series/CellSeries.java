package org.towercrier.capacity.internal.series;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.towercrier.capacity.internal.expression.Expression.Function;
import org.towercrier.capacity.internal.expression.Samples;

/**
 * The samples of one object in order of time, all of one length; NaN stands for an absent value. Samples that the network
 * element marked as suspect are there, so that they are not taken for gaps, but all their values are absent.
 */
public final class CellSeries implements Samples {

    private final MeasuredObject object;
    private final int period;
    private final long[] starts;
    private final boolean[] suspect;
    private final Map<String, double[]> columns;
    private final Map<String, Function> naturals;

    /**
     * @param object   whose samples
     * @param period   length of each in seconds
     * @param starts   begins in epoch seconds, ascending
     * @param suspect  which are suspect
     * @param columns  values by the name of the measurement
     * @param naturals how measurements are put together
     */
    public CellSeries(MeasuredObject object, int period, long[] starts, boolean[] suspect, Map<String, double[]> columns,
            Map<String, Function> naturals) {
        if (period < 1) {
            throw new IllegalArgumentException("A sample lasts a second at least");
        }
        this.object = object;
        this.period = period;
        this.starts = starts;
        this.suspect = suspect;
        this.columns = columns;
        this.naturals = naturals;
    }

    /** Whose samples. */
    public MeasuredObject object() {
        return object;
    }

    @Override
    public int size() {
        return starts.length;
    }

    /** Begin of a sample in epoch seconds. */
    public long start(int index) {
        return starts[index];
    }

    /** End of a sample in epoch seconds. */
    public long end(int index) {
        return starts[index] + period;
    }

    /** Whether a sample is suspect. */
    public boolean suspect(int index) {
        return suspect[index];
    }

    /** Length of the samples in seconds. */
    public int period() {
        return period;
    }

    @Override
    public int period(int index) {
        return period;
    }

    @Override
    public double value(String measurement, int index) {
        double[] column = columns.get(measurement);
        return column == null ? Double.NaN : column[index];
    }

    @Override
    public double[] column(String measurement) {
        double[] column = columns.get(measurement);
        if (column == null) {
            column = new double[starts.length];
            Arrays.fill(column, Double.NaN);
        }
        return column;
    }

    /** Whether a measurement was read at all. */
    public boolean has(String measurement) {
        return columns.containsKey(measurement);
    }

    /** The same with some of its measurements only. */
    public CellSeries only(Set<String> measurements) {
        Map<String, double[]> some = new HashMap<>();
        measurements.stream().filter(columns::containsKey).forEach(each -> some.put(each, columns.get(each)));
        return new CellSeries(object, period, starts, suspect, some, naturals);
    }

    @Override
    public Function natural(String measurement) {
        return naturals.getOrDefault(measurement, Function.SUM);
    }
}
