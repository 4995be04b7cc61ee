package org.towercrier.capacity.internal.series;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.towercrier.capacity.internal.kpi.Measurements;

/** Builds the samples of one cell. */
public final class SeriesBuilder {

    /** 2026-01-05 was a Monday. */
    public static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    private static final Measurements MEASUREMENTS = new Measurements();

    private final int period;
    private final TreeMap<Long, Map<String, Double>> samples = new TreeMap<>();
    private final Set<Long> suspect = new HashSet<>();

    private SeriesBuilder(int period) {
        this.period = period;
    }

    /** Of samples of some length in seconds. */
    public static SeriesBuilder every(int period) {
        return new SeriesBuilder(period);
    }

    /** A value for every sample of some days from the Monday on. */
    public SeriesBuilder days(int count, String measurement, ToDoubleFunction<Instant> value) {
        long begin = MONDAY.getEpochSecond();
        for (long start = begin; start < begin + count * 86_400L; start += period) {
            at(Instant.ofEpochSecond(start), measurement, value.applyAsDouble(Instant.ofEpochSecond(start)));
        }
        return this;
    }

    /** A value. */
    public SeriesBuilder at(Instant start, String measurement, double value) {
        samples.computeIfAbsent(start.getEpochSecond(), key -> new HashMap<>()).put(measurement, value);
        return this;
    }

    /** A gap. */
    public SeriesBuilder without(Instant from, Instant until) {
        samples.subMap(from.getEpochSecond(), until.getEpochSecond()).clear();
        return this;
    }

    /** Suspect samples: their values are not to be believed. */
    public SeriesBuilder suspect(Instant from, Instant until) {
        samples.subMap(from.getEpochSecond(), until.getEpochSecond()).keySet().forEach(suspect::add);
        return this;
    }

    /** The series, as a reader makes it. */
    public CellSeries build() {
        long[] starts = samples.keySet().stream().mapToLong(Long::longValue).toArray();
        boolean[] doubtful = new boolean[starts.length];
        Map<String, double[]> columns = new HashMap<>();
        samples.values()
                .forEach(values -> values.keySet().forEach(name -> columns.computeIfAbsent(name, key -> new double[starts.length])));
        for (int i = 0; i < starts.length; i++) {
            doubtful[i] = suspect.contains(starts[i]);
            Map<String, Double> values = doubtful[i] ? Map.of() : samples.get(starts[i]);
            for (Map.Entry<String, double[]> column : columns.entrySet()) {
                column.getValue()[i] = values.getOrDefault(column.getKey(), Double.NaN);
            }
        }
        MeasuredObject object = new MeasuredObject(1, "cell-1", "cell-1", "LTE_FDD", "URBAN", Set.of("north"));
        return new CellSeries(object, period, starts, doubtful, columns, MEASUREMENTS.naturals());
    }
}
