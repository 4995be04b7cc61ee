package org.towercrier.capacity.internal.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.towercrier.model.alarm.BusyHourMethod;

/**
 * Finds the busy hour of each day: the 60 minutes of greatest traffic (FS-1037C). A window counts when its 60 minutes are
 * covered without a gap by samples that are not suspect and carry traffic, and when it lies within one local day. Of windows with
 * equal traffic (to a billionth) the earliest is taken. Samples of any length that divides the hour will do; a day whose
 * samples are longer than an hour has no busy hour.
 */
public final class BusyHourFinder {

    private static final int HOUR = 3600;
    /** Sums of the same numbers in another order differ by less than this. */
    private static final double EQUAL = 1e-9;

    private final LocalClock clock;
    private final BusyHourMethod method;

    /**
     * One busy hour.
     *
     * @param day     local day as days since 1970-01-01
     * @param begin   number of its first sample
     * @param end     number of the sample after its last
     * @param start   begin in epoch seconds
     * @param traffic sum or mean of the traffic in it
     */
    public record Window(int day, int begin, int end, long start, double traffic) {
    }

    /** By a method, with the days of a clock. */
    public BusyHourFinder(LocalClock clock, BusyHourMethod method) {
        this.clock = clock;
        this.method = method;
    }

    /** The busy hours of an object in order of days; days without a whole window are left out. */
    public List<Window> find(CellSeries series, Traffic traffic) {
        if (method == BusyHourMethod.TIME_CONSISTENT) {
            return timeConsistent(series, traffic);
        }
        List<Window> found = new ArrayList<>();
        Window best = null;
        for (int i = 0; i < series.size(); i++) {
            Window window = window(series, traffic, i);
            if (window == null) {
                continue;
            }
            if (best != null && best.day() != window.day()) {
                found.add(best);
                best = null;
            }
            if (best == null || greater(window.traffic(), best.traffic())) {
                best = window;
            }
        }
        if (best != null) {
            found.add(best);
        }
        return found;
    }

    /**
     * The same time on every day: the one whose mean traffic over the days is greatest, among the times that at least half of
     * the days have a window for.
     */
    private List<Window> timeConsistent(CellSeries series, Traffic traffic) {
        Map<Integer, List<Window>> bySecond = new TreeMap<>();
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Window window = window(series, traffic, i);
            if (window != null) {
                bySecond.computeIfAbsent(clock.secondOfDay(window.start()), second -> new ArrayList<>()).add(window);
                if (days.isEmpty() || days.getLast() != window.day()) {
                    days.add(window.day());
                }
            }
        }
        List<Window> best = List.of();
        double bestMean = Double.NaN;
        for (List<Window> windows : bySecond.values()) {
            double mean = windows.stream().mapToDouble(Window::traffic).sum() / windows.size();
            if (2 * windows.size() >= days.size() && (best.isEmpty() || greater(mean, bestMean))) {
                best = windows;
                bestMean = mean;
            }
        }
        return best;
    }

    /** The window that begins with a sample, null when its hour is not whole. */
    private Window window(CellSeries series, Traffic traffic, int begin) {
        int period = series.period();
        long start = series.start(begin);
        if (HOUR % period != 0 || Double.isNaN(traffic.values()[begin])) {
            return null;
        }
        int count = HOUR / period;
        int end = begin + count;
        if (end > series.size() || series.start(end - 1) != start + HOUR - period) {
            return null;
        }
        if (onClockHours() && clock.secondOfDay(start) % HOUR != 0) {
            return null;
        }
        int day = clock.day(start);
        if (clock.day(start + HOUR - 1) != day) {
            return null;
        }
        double sum = 0;
        for (int i = begin; i < end; i++) {
            double value = traffic.values()[i];
            if (Double.isNaN(value) || series.suspect(i)) {
                return null;
            }
            sum += value;
        }
        return new Window(day, begin, end, start, traffic.summed() ? sum : sum / count);
    }

    private boolean onClockHours() {
        return method == BusyHourMethod.CLOCK_HOUR || method == BusyHourMethod.AVERAGE_DAILY_PEAK;
    }

    private static boolean greater(double one, double other) {
        return one - other > EQUAL * Math.max(Math.abs(one), Math.abs(other));
    }
}
