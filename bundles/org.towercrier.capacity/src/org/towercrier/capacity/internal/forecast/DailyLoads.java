package org.towercrier.capacity.internal.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.series.BusyHourFinder;
import org.towercrier.capacity.internal.series.BusyHourFinder.Window;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;
import org.towercrier.capacity.internal.series.Traffic;
import org.towercrier.model.alarm.BusyHourMethod;

/**
 * A figure in the busy hour of each day. A day that is not covered by measurements to four fifths is left out: its busiest hour may lie in
 * what is missing.
 *
 * @param firstDay days since 1970-01-01 of the first value
 * @param values   one for each day up to the last one known, NaN where there is none
 */
public record DailyLoads(int firstDay, double[] values) {

    private static final int DAY = 86_400;
    private static final double COVERED = 0.8;

    /** Of an object; empty when no day has a value. */
    public static Optional<DailyLoads> of(CellSeries series, Kpi kpi, LocalClock clock) {
        Optional<Traffic> traffic = Traffic.of(series);
        if (traffic.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Integer> covered = covered(series, traffic.get(), clock);
        List<Window> windows = new BusyHourFinder(clock, BusyHourMethod.SLIDING).find(series, traffic.get()).stream()
                .filter(window -> covered.getOrDefault(window.day(), 0) >= COVERED * DAY).toList();
        Map<Integer, Double> found = new HashMap<>();
        for (Window window : windows) {
            double value = kpi.over(series, window.begin(), window.end());
            if (!Double.isNaN(value)) {
                found.put(window.day(), value);
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int first = found.keySet().stream().mapToInt(Integer::intValue).min().orElseThrow();
        int last = found.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        double[] values = new double[last - first + 1];
        Arrays.fill(values, Double.NaN);
        found.forEach((day, value) -> values[day - first] = value);
        return Optional.of(new DailyLoads(first, values));
    }

    /** How many seconds of each day have known traffic. */
    private static Map<Integer, Integer> covered(CellSeries series, Traffic traffic, LocalClock clock) {
        Map<Integer, Integer> covered = new HashMap<>();
        int day = Integer.MIN_VALUE;
        int seconds = 0;
        for (int i = 0; i < series.size(); i++) {
            int here = clock.day(series.start(i));
            if (here != day) {
                covered.put(day, seconds);
                day = here;
                seconds = 0;
            }
            seconds += Double.isNaN(traffic.values()[i]) ? 0 : series.period();
        }
        covered.put(day, seconds);
        return covered;
    }

    /** Days since 1970-01-01 of the last value. */
    public int lastDay() {
        return firstDay + values.length - 1;
    }

    /**
     * What was known at the end of a day: the values of the last days up to it, from the first of them that is known.
     *
     * @param most how many days back at most
     */
    public DailyLoads until(int day, int most) {
        int end = Math.min(day, lastDay());
        int begin = Math.max(firstDay, end - most + 1);
        while (begin < end && Double.isNaN(values[begin - firstDay])) {
            begin++;
        }
        return new DailyLoads(begin, Arrays.copyOfRange(values, begin - firstDay, end - firstDay + 1));
    }
}
