package org.towercrier.statistics.survival;

import java.util.ArrayList;
import java.util.List;

import org.towercrier.statistics.Tails;

/** How likely the event is in each interval of time for those who got there: it shows when customers leave. */
public final class Hazard {

    private Hazard() {
    }

    /**
     * One interval, from (exclusive) to (inclusive).
     *
     * @param atRisk subjects that got beyond its beginning
     * @param events events in it
     * @param exposure time all subjects together were under observation in it
     * @param rate events per subject and unit of time: events / exposure; NaN without exposure
     * @param lower lower limit of the rate, 95 % by default, on the log scale; NaN without events
     * @param upper upper limit of the rate
     */
    public record Interval(double from, double to, long atRisk, long events, double exposure, double rate, double lower, double upper) {
    }

    /** Rates in intervals of equal width from 0 to the last time, with 95 % limits. */
    public static List<Interval> byInterval(EventTable table, double width) {
        return byInterval(table, width, 0.95);
    }

    /**
     * Rates in intervals of equal width from 0 to the last time. A subject that leaves within an interval counts for the part it was seen; the limits are
     * rate · exp(± z / √events), that of a Poisson count.
     *
     * @param width of an interval, above 0
     * @param level confidence level
     */
    public static List<Interval> byInterval(EventTable table, double width, double level) {
        if (!(width > 0)) {
            throw new IllegalArgumentException("An interval has a width above 0: " + width);
        }
        List<Interval> intervals = new ArrayList<>();
        double z = Tails.twoSided(level);
        double end = table.size() == 0 ? 0 : table.time(table.size() - 1);
        int at = 0;
        while (at < table.size() && table.time(at) <= 0) {
            at++;
        }
        for (long step = 0; step * width < end; step++) {
            double from = step * width;
            double to = (step + 1) * width;
            long atRisk = at < table.size() ? table.atRisk(at) : 0;
            long events = 0;
            double exposure = atRisk * width;
            for (; at < table.size() && table.time(at) <= to; at++) {
                events += table.events(at);
                exposure -= (table.events(at) + table.censored(at)) * (to - table.time(at));
            }
            double rate = exposure > 0 ? events / exposure : Double.NaN;
            double factor = events > 0 ? Math.exp(z / Math.sqrt(events)) : Double.NaN;
            intervals.add(new Interval(from, to, atRisk, events, exposure, rate, rate / factor, rate * factor));
        }
        return intervals;
    }
}
