package org.towercrier.statistics.survival;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A survival curve: a step function that is 1 until the first event.
 *
 * @param subjects number of subjects
 * @param events number of events
 * @param points the curve at every distinct time of the data, ascending
 * @param median the time at which half have had the event: the first with S(t) ≤ 0.5; empty when the curve never gets there
 * @param medianLower lower confidence limit of the median: the first time at which the lower band is at most 0.5
 * @param medianUpper upper confidence limit of the median, empty when the upper band never gets down to 0.5
 * @param restrictedMean mean time until the event, of the time up to the last one seen: the area under the curve
 */
public record SurvivalCurve(long subjects, long events, List<Point> points, OptionalDouble median, OptionalDouble medianLower,
        OptionalDouble medianUpper, double restrictedMean) {

    public SurvivalCurve {
        points = List.copyOf(points);
    }

    /**
     * The curve from one time until before the next.
     *
     * @param survival share that has not had the event until and including this time
     * @param standardError of the survival, by Greenwood's formula
     * @param lower lower confidence limit, NaN when unknown
     * @param upper upper confidence limit, NaN when unknown
     * @param atRisk subjects at risk just before this time
     * @param events events at this time
     * @param censored subjects lost from sight at this time
     */
    public record Point(double time, double survival, double standardError, double lower, double upper, long atRisk, long events,
            long censored) {
    }

    /** S(t) at any time. Beyond the last time seen the last value is returned: nothing is known there. */
    public double at(double time) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 1 : points.get(low - 1).survival();
    }
}
