package org.towercrier.sample.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EClass;
import org.towercrier.sample.SampleRequest;
import org.towercrier.store.Cancellation;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/**
 * Tables that keep nothing but the fingerprint of what was written, in the order it was written: the name and value of each
 * column that has one, so that a column added to the model later does not change it.
 */
final class DigestTables implements Tables {

    private static final int SHORT = 16;

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    private DigestTables() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java machine has SHA-256", impossible);
        }
    }

    /** The first digits of the fingerprint of a sample city, hexadecimal. */
    static String of(SampleRequest request) throws StoreException {
        DigestTables tables = new DigestTables();
        new SampleWriter(request).write(tables, Cancellation.none());
        return HexFormat.of().formatHex(tables.digest.digest()).substring(0, SHORT);
    }

    @Override
    public RowWriter insert(EClass type) {
        text(type.getName());
        return new Writer(TableSchema.of(type));
    }

    private void text(String value) {
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void number(long value) {
        digest.update(number.clear().putLong(value).array());
    }

    private final class Writer implements RowWriter {
        private final TableSchema schema;
        private int column;
        private long rows;

        Writer(TableSchema schema) {
            this.schema = schema;
        }

        @Override
        public RowWriter add(long value) {
            name();
            number(value);
            return this;
        }

        private void name() {
            text(schema.columns().get(column++).name());
        }

        @Override
        public RowWriter add(int value) {
            return add((long) value);
        }

        @Override
        public RowWriter add(double value) {
            return add(Double.doubleToLongBits(value));
        }

        @Override
        public RowWriter add(boolean value) {
            return add(value ? 1L : 0L);
        }

        @Override
        public RowWriter add(String value) {
            if (value == null) {
                column++;
                return this;
            }
            name();
            text(value);
            return this;
        }

        @Override
        public RowWriter addMicros(long utcEpochMicros) {
            return add(utcEpochMicros);
        }

        @Override
        public RowWriter addDays(long epochDay) {
            return add(epochDay);
        }

        @Override
        public RowWriter addNull() {
            return add((String) null);
        }

        @Override
        public RowWriter addObject(Object value) {
            return value == null ? addNull()
                    : add(value instanceof Enumerator literal ? literal.getLiteral() : value.toString());
        }

        @Override
        public Optional<TableSchema.Column> next() {
            return column < schema.columns().size() ? Optional.of(schema.columns().get(column)) : Optional.empty();
        }

        @Override
        public void endRow() {
            column = 0;
            rows++;
        }

        @Override
        public long rows() {
            return rows;
        }

        @Override
        public void close() {
            number(rows);
        }
    }
}
