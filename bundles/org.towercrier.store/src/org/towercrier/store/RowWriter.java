package org.towercrier.store;

import java.util.Optional;

/**
 * Writes rows column by column, in the order of {@link TableSchema#columns()}. This is the fast path (millions of values
 * a second): it is not safe for several threads, and after an exception the transaction is lost.
 */
public interface RowWriter extends AutoCloseable {

    /** A BIGINT; also accepted for INTEGER (range checked) and DOUBLE columns. */
    RowWriter add(long value) throws StoreException;

    /** An INTEGER; also accepted for BIGINT and DOUBLE columns. */
    RowWriter add(int value) throws StoreException;

    /** A DOUBLE. NaN is stored as an absent value. */
    RowWriter add(double value) throws StoreException;

    /** A BOOLEAN. */
    RowWriter add(boolean value) throws StoreException;

    /** A VARCHAR; {@code null} is an absent value. */
    RowWriter add(String value) throws StoreException;

    /** A TIMESTAMP as microseconds since 1970-01-01T00:00:00Z. */
    RowWriter addMicros(long utcEpochMicros) throws StoreException;

    /** A DATE as days since 1970-01-01. */
    RowWriter addDays(long epochDay) throws StoreException;

    /** An absent value of any column. */
    RowWriter addNull() throws StoreException;

    /**
     * A boxed value by its column: Number, Boolean, CharSequence, Instant, LocalDate, Enumerator, collections of simple
     * values (as a JSON array) or {@code null}. Slower than the typed methods.
     *
     * @throws IllegalArgumentException when the value does not fit the column
     */
    default RowWriter addObject(Object value) throws StoreException {
        return BoxedValues.add(this, value);
    }

    /** The column the next value goes to; empty when the row is complete. */
    Optional<TableSchema.Column> next();

    /** Ends the row; columns not given are absent. */
    void endRow() throws StoreException;

    /** Rows ended so far. */
    long rows();

    /** Hands everything to the engine. */
    @Override
    void close() throws StoreException;
}
