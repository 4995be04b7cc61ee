package org.towercrier.exchange;

/**
 * Takes performance measurements object by object and period by period. Canonical measurements (those that the model's measurement class names) of one
 * object and period become one row, also when they come in several portions; everything else is kept as it is, so nothing of a file is dropped.
 * <pre>
 * int users = sink.measurement("RRC.ConnMean");
 * sink.begin("ManagedElement=1,EUtranCellTDD=7", startMicros, 900, false, line);
 * sink.value(users, 12.5);
 * sink.end();
 * </pre>
 * Checked here for all formats: implausible times (before 1990 or in the future), negative counters, percentages above 100.
 */
public interface MeasurementSink {

    /** Handle of a measurement name, valid for this sink. */
    int measurement(String name);

    /**
     * Begins the values of one object and period.
     *
     * @param objectName distinguished name or cell id as in the file
     * @param startMicros begin of the period, microseconds since 1970-01-01T00:00:00Z
     * @param periodSeconds length of the period, above 0
     * @param suspect marked as unreliable by the network
     * @param line where it stands in the file
     */
    void begin(String objectName, long startMicros, int periodSeconds, boolean suspect, long line);

    /** A numeric value; NaN is an absent one. */
    void value(int measurement, double value);

    /** A value that is not one number, kept as text. */
    void text(int measurement, String text);

    /**
     * Ends what {@link #begin} began.
     *
     * @return false when all of it was quarantined
     */
    boolean end();
}
