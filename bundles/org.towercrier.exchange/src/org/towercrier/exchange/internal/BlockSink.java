package org.towercrier.exchange.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

import org.towercrier.exchange.RowSink;
import org.towercrier.store.ColumnType;

/** Collects the rows of one file and table into blocks. */
final class BlockSink implements RowSink {

    private static final int FIRST = 64;

    private final TargetTable table;
    private final int file;
    private final FileTally tally;
    private final Optional<RowCheck> check;
    private final Consumer<RowBlock> out;
    private RowBlock block;

    /** @param check looks at each row before it is accepted @param out takes full blocks */
    BlockSink(TargetTable table, int file, FileTally tally, Optional<RowCheck> check, Consumer<RowBlock> out) {
        this.table = table;
        this.file = file;
        this.tally = tally;
        this.check = check;
        this.out = out;
        // Small at first: a folder may hold many thousands of files with a handful of rows each.
        this.block = new RowBlock(table, file, FIRST);
    }

    @Override
    public int column(String featureName) {
        return table.column(featureName);
    }

    @Override
    public RowSink set(int column, double value) {
        switch (table.type(column)) {
            case DOUBLE -> {
                if (!Double.isNaN(value)) {
                    block.set(column, Double.doubleToRawLongBits(value));
                }
            }
            case BIGINT, INTEGER -> {
                if (value != Math.rint(value)) {
                    throw new IllegalArgumentException(table.name(column) + " takes whole numbers, not " + value);
                }
                set(column, (long) value);
            }
            default -> throw mismatch(column, "a number");
        }
        return this;
    }

    @Override
    public RowSink set(int column, long value) {
        switch (table.type(column)) {
            case DOUBLE -> block.set(column, Double.doubleToRawLongBits(value));
            case BIGINT -> block.set(column, value);
            case INTEGER -> block.set(column, Math.toIntExact(value));
            default -> throw mismatch(column, "a whole number");
        }
        return this;
    }

    @Override
    public RowSink set(int column, boolean value) {
        require(column, ColumnType.BOOLEAN, "a truth value");
        block.set(column, value ? 1 : 0);
        return this;
    }

    @Override
    public RowSink set(int column, String value) {
        require(column, ColumnType.VARCHAR, "a text");
        block.set(column, value);
        return this;
    }

    @Override
    public RowSink set(int column, Instant value) {
        return setMicros(column, ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    @Override
    public RowSink set(int column, LocalDate value) {
        require(column, ColumnType.DATE, "a date");
        block.set(column, value.toEpochDay());
        return this;
    }

    @Override
    public RowSink setMicros(int column, long utcEpochMicros) {
        require(column, ColumnType.TIMESTAMP, "a point in time");
        block.set(column, utcEpochMicros);
        return this;
    }

    @Override
    public boolean isSet(int column) {
        return block.isSet(column);
    }

    @Override
    public void reset() {
        block.reset();
    }

    @Override
    public boolean end(long line) {
        tally.rowEnded(table.type(), line);
        for (int column : table.key()) {
            if (!block.isSet(column)) {
                tally.quarantine(line, table.name(column), "", Texts.text("Row_NoKey", table.name(column)));
                block.reset();
                return false;
            }
        }
        if (check.isPresent() && !check.get().accept(block, line)) {
            block.reset();
            return false;
        }
        block.end(line);
        if (block.full()) {
            int next = block.capacity() * 8;
            out.accept(block);
            block = new RowBlock(table, file, next);
        }
        return true;
    }

    /** Hands over what is left. */
    void flush() {
        if (block.rows() > 0) {
            block.reset();
            out.accept(block);
            block = new RowBlock(table, file, FIRST);
        }
    }

    private void require(int column, ColumnType type, String what) {
        if (table.type(column) != type) {
            throw mismatch(column, what);
        }
    }

    private IllegalArgumentException mismatch(int column, String what) {
        return new IllegalArgumentException(table.name(column) + " is " + table.type(column) + " and takes not " + what);
    }
}
