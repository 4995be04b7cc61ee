package org.towercrier.store;

import java.time.Instant;
import java.time.LocalDate;

import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.towercrier.store.internal.InstantBinding;

/** The types of columns, each with its Java type in statements. */
public enum ColumnType {

    /** Text, an enum literal, a key of another row, or a JSON array. */
    VARCHAR(SQLDataType.VARCHAR),
    /** 32-bit whole number. */
    INTEGER(SQLDataType.INTEGER),
    /** 64-bit whole number. */
    BIGINT(SQLDataType.BIGINT),
    /** 64-bit floating point number. */
    DOUBLE(SQLDataType.DOUBLE),
    /** Truth value. */
    BOOLEAN(SQLDataType.BOOLEAN),
    /** Point in time, UTC, {@link Instant} with microseconds. */
    TIMESTAMP(SQLDataType.LOCALDATETIME.asConvertedDataType(new InstantBinding())),
    /** Calendar day, {@link LocalDate}. */
    DATE(SQLDataType.LOCALDATE);

    private final DataType<?> type;

    ColumnType(DataType<?> type) {
        this.type = type;
    }

    /** The type in statements. */
    public DataType<?> dataType() {
        return type;
    }

    /** The type of a timestamp in statements, for expressions of one's own. */
    @SuppressWarnings("unchecked")
    public static DataType<Instant> instant() {
        return (DataType<Instant>) TIMESTAMP.type;
    }
}
