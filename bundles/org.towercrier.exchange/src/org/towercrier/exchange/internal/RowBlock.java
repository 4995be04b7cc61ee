package org.towercrier.exchange.internal;

import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;

/** Some hundred rows of one file and table, filled by the reading thread and then handed to the storing thread, which alone touches it from there on. */
final class RowBlock {

    private static final int VALUES = 32_768;

    private final TargetTable table;
    private final int file;
    private final int capacity;
    private final long[] slots;
    private final long[] present;
    private final String[] texts;
    private final long[] lines;
    private int rows;

    RowBlock(TargetTable table, int file, int wanted) {
        this.table = table;
        this.file = file;
        this.capacity = Math.clamp(Math.min(wanted, VALUES / Math.max(1, table.columns())), 16, 4096);
        this.slots = new long[capacity * table.columns()];
        this.present = new long[capacity * table.words()];
        this.texts = new String[capacity * table.texts()];
        this.lines = new long[capacity];
    }

    TargetTable table() {
        return table;
    }

    int rows() {
        return rows;
    }

    int capacity() {
        return capacity;
    }

    boolean full() {
        return rows == capacity;
    }

    void set(int column, long bits) {
        slots[rows * table.columns() + column] = bits;
        present[rows * table.words() + (column >> 6)] |= 1L << column;
    }

    void set(int column, String text) {
        texts[rows * table.texts() + table.textIndex(column)] = text;
        present[rows * table.words() + (column >> 6)] |= 1L << column;
    }

    boolean isSet(int column) {
        return isSet(rows, column);
    }

    private boolean isSet(int row, int column) {
        return (present[row * table.words() + (column >> 6)] & 1L << column) != 0;
    }

    long bits(int column) {
        return slots[rows * table.columns() + column];
    }

    String text(int column) {
        return texts[rows * table.texts() + table.textIndex(column)];
    }

    void unset(int column) {
        present[rows * table.words() + (column >> 6)] &= ~(1L << column);
    }

    void reset() {
        for (int word = 0; word < table.words(); word++) {
            present[rows * table.words() + word] = 0;
        }
    }

    void end(long line) {
        lines[rows++] = line;
    }

    void write(RowWriter writer) throws StoreException {
        int columns = table.columns();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (!isSet(row, column)) {
                    writer.addNull();
                    continue;
                }
                long bits = slots[row * columns + column];
                switch (table.type(column)) {
                    case DOUBLE -> writer.add(Double.longBitsToDouble(bits));
                    case BIGINT -> writer.add(bits);
                    case INTEGER -> writer.add((int) bits);
                    case BOOLEAN -> writer.add(bits != 0);
                    case TIMESTAMP -> writer.addMicros(bits);
                    case DATE -> writer.addDays(bits);
                    case VARCHAR -> writer.add(texts[row * table.texts() + table.textIndex(column)]);
                }
            }
            writer.add(file).add(lines[row]).endRow();
        }
    }
}
