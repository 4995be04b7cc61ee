package org.towercrier.capacity.internal.detect;

import java.util.Arrays;

import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;

/**
 * The seasonal baseline of an object: for each hour of the week the median and the median absolute deviation (MAD) of its
 * samples. Both stay put while fewer than half of the samples are exceptional. An hour of the week is known when its samples
 * cover three hours at least, that is three weeks.
 */
public final class Baseline {

    /** Makes the MAD of normally distributed values their standard deviation. */
    public static final double NORMAL = 1.4826;

    private static final int HOURS = 168;
    private static final int HOUR_SECONDS = 3600;
    private static final int FEWEST_HOURS = 3;

    private final double[] medians = new double[HOURS];
    private final double[] deviations = new double[HOURS];

    /** Of the values whose samples begin at or after {@code from}; NaN is passed over. */
    public Baseline(CellSeries series, double[] values, long from, LocalClock clock) {
        int[] hours = new int[values.length];
        int[] counts = new int[HOURS];
        for (int i = 0; i < values.length; i++) {
            boolean counted = !Double.isNaN(values[i]) && series.start(i) >= from;
            hours[i] = counted ? clock.hourOfWeek(series.start(i)) : -1;
            if (counted) {
                counts[hours[i]]++;
            }
        }
        double[][] buckets = new double[HOURS][];
        for (int hour = 0; hour < HOURS; hour++) {
            buckets[hour] = new double[counts[hour]];
        }
        for (int i = values.length - 1; i >= 0; i--) {
            if (hours[i] >= 0) {
                buckets[hours[i]][--counts[hours[i]]] = values[i];
            }
        }
        for (int hour = 0; hour < HOURS; hour++) {
            summarise(hour, buckets[hour], series.period());
        }
    }

    private void summarise(int hour, double[] bucket, int period) {
        if ((long) bucket.length * period < (long) FEWEST_HOURS * HOUR_SECONDS) {
            medians[hour] = Double.NaN;
            deviations[hour] = Double.NaN;
            return;
        }
        double median = median(bucket);
        for (int i = 0; i < bucket.length; i++) {
            bucket[i] = Math.abs(bucket[i] - median);
        }
        medians[hour] = median;
        deviations[hour] = median(bucket);
    }

    /** The median; the mean of the middle two when there is an even number. Sorts the values. */
    static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** The median of an hour of the week, NaN when there is not enough data. */
    public double median(int hourOfWeek) {
        return medians[hourOfWeek];
    }

    /** The median absolute deviation of an hour of the week, NaN when there is not enough data. */
    public double deviation(int hourOfWeek) {
        return deviations[hourOfWeek];
    }
}
