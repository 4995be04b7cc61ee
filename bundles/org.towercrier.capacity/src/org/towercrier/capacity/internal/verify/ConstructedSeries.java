package org.towercrier.capacity.internal.verify;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.MeasuredObject;

/** The samples of a cell that was never built: without gaps from a Monday on, each value put there by a check. */
final class ConstructedSeries {

    /** Begin of the first sample, a Monday. */
    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

    private static final int DAY = 86_400;

    private final int period;
    private final int size;
    private final Map<String, double[]> columns = new HashMap<>();

    /** Of some days of samples of a length in seconds that divides the day. */
    ConstructedSeries(int days, int period) {
        this.period = period;
        this.size = days * (DAY / period);
    }

    int size() {
        return size;
    }

    /** The same value in all samples. */
    ConstructedSeries all(String measurement, double value) {
        Arrays.fill(column(measurement), value);
        return this;
    }

    /** A value in one sample. */
    ConstructedSeries at(int sample, String measurement, double value) {
        column(measurement)[sample] = value;
        return this;
    }

    private double[] column(String measurement) {
        return columns.computeIfAbsent(measurement, name -> {
            double[] values = new double[size];
            Arrays.fill(values, Double.NaN);
            return values;
        });
    }

    CellSeries build() {
        long[] starts = new long[size];
        Arrays.setAll(starts, i -> BEGIN.getEpochSecond() + (long) i * period);
        MeasuredObject object = new MeasuredObject(1, "constructed", "constructed", "LTE_TDD", "URBAN", Set.of());
        return new CellSeries(object, period, starts, new boolean[size], columns, new Measurements().naturals());
    }
}
