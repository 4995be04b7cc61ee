package org.towercrier.capacity.internal.series;

/**
 * What is stored of an object at one length of samples.
 *
 * @param object number of the object
 * @param period length of the samples in seconds
 * @param rows   how many
 * @param first  begin of the first in epoch seconds
 * @param last   begin of the last in epoch seconds
 */
public record ObjectStatistics(int object, int period, long rows, long first, long last) {

    /** End of the last sample in epoch seconds. */
    public long end() {
        return last + period;
    }

    /** The time that the samples cover, in seconds. */
    long covered() {
        return rows * period;
    }

    /**
     * Of two lengths of samples of one object the one to judge by: that which covers more time, the shorter one of equals. An
     * element may report the same figures every quarter of an hour and again every hour.
     */
    public static ObjectStatistics dominant(ObjectStatistics one, ObjectStatistics other) {
        if (one.covered() != other.covered()) {
            return one.covered() > other.covered() ? one : other;
        }
        return one.period() < other.period() ? one : other;
    }
}
