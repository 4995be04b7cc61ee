package org.towercrier.exchange;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Takes rows of one model class, value by value in any order; what is not set is absent. {@link #end} finishes the row: a row without its key, or of a
 * measurement class with an implausible time or a negative counter, goes to quarantine instead.
 */
public interface RowSink {

    /** Number of a column for the fast methods. @throws IllegalArgumentException when the class has no such column */
    int column(String featureName);

    /** Number of the column of a feature. @throws IllegalArgumentException when the class has no such column */
    default int column(EStructuralFeature feature) {
        return column(feature.getName());
    }

    /** @throws IllegalArgumentException when the column is not numeric */
    RowSink set(int column, double value);

    /** Integer and long columns; a double column takes it too. */
    RowSink set(int column, long value);

    RowSink set(int column, boolean value);

    /** Texts and literals of enumerations. */
    RowSink set(int column, String value);

    RowSink set(int column, Instant value);

    RowSink set(int column, LocalDate value);

    /** Time as microseconds since 1970-01-01T00:00:00Z. */
    RowSink setMicros(int column, long utcEpochMicros);

    /** Is there a value for the column in the row begun? */
    boolean isSet(int column);

    /** Drops the values of the row begun. */
    void reset();

    /**
     * Ends the row.
     *
     * @param line where it stands in the file, 1 first
     * @return false when it was quarantined
     */
    boolean end(long line);
}
