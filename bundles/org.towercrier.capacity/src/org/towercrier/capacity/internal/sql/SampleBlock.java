package org.towercrier.capacity.internal.sql;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.towercrier.capacity.internal.expression.Expression.Function;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.MeasuredObject;
import org.towercrier.capacity.internal.series.ObjectStatistics;

/**
 * The samples of one object as they come from the store, row after row. Neighbouring rows usually belong to different objects: the
 * values of a row lie side by side, so that storing them touches one place in memory and not one for each measurement.
 */
public final class SampleBlock {

    private static final int SMALLEST = 16;

    private final MeasuredObject object;
    private final int period;
    private final int columns;
    private long[] starts;
    private boolean[] suspect;
    private double[] values;
    private int size;
    private boolean sorted = true;

    SampleBlock(MeasuredObject object, ObjectStatistics statistics, int columns) {
        int rows = Math.toIntExact(statistics.rows());
        this.object = object;
        this.period = statistics.period();
        this.columns = columns;
        this.starts = new long[rows];
        this.suspect = new boolean[rows];
        this.values = new double[rows * columns];
    }

    int period() {
        return period;
    }

    /** Begins a row; returns where its values begin in {@link #values()}. */
    int add(long start, boolean doubtful) {
        if (size == starts.length) {
            int larger = Math.max(SMALLEST, size * 2);
            starts = Arrays.copyOf(starts, larger);
            suspect = Arrays.copyOf(suspect, larger);
            values = Arrays.copyOf(values, larger * columns);
        }
        sorted &= size == 0 || starts[size - 1] < start;
        starts[size] = start;
        suspect[size] = doubtful;
        return columns * size++;
    }

    double[] values() {
        return values;
    }

    /**
     * The samples in order of time, column by column.
     *
     * @param names    the measurements in the order of the columns
     * @param naturals how measurements are put together
     */
    public CellSeries series(List<String> names, Map<String, Function> naturals) {
        int[] order = order();
        long[] orderedStarts = new long[size];
        boolean[] orderedSuspect = new boolean[size];
        for (int i = 0; i < size; i++) {
            orderedStarts[i] = starts[order[i]];
            orderedSuspect[i] = suspect[order[i]];
        }
        Map<String, double[]> ordered = new HashMap<>();
        for (int column = 0; column < columns; column++) {
            double[] target = new double[size];
            for (int i = 0; i < size; i++) {
                target[i] = values[order[i] * columns + column];
            }
            ordered.put(names.get(column), target);
        }
        return new CellSeries(object, period, orderedStarts, orderedSuspect, ordered, naturals);
    }

    /** The rows by their begins, which are distinct. */
    private int[] order() {
        int[] order = new int[size];
        if (sorted) {
            Arrays.setAll(order, i -> i);
            return order;
        }
        long base = Arrays.stream(starts, 0, size).min().orElse(0);
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (starts[i] - base) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        Arrays.setAll(order, i -> (int) keys[i]);
        return order;
    }
}
