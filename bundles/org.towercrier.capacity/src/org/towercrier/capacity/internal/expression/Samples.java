package org.towercrier.capacity.internal.expression;

/** The samples of one object that an expression is evaluated over. */
public interface Samples {

    /**
     * A value.
     *
     * @param measurement name of the measurement
     * @param index       number of the sample
     * @return the value, NaN when it is absent
     */
    double value(String measurement, int index);

    /**
     * The values of all samples, NaN where they are absent; not to be changed.
     *
     * @param measurement name of the measurement
     */
    double[] column(String measurement);

    /** The number of samples. */
    int size();

    /** The length of a sample in seconds. */
    int period(int index);

    /** How a measurement is put together where the expression does not say it. */
    Expression.Function natural(String measurement);
}
