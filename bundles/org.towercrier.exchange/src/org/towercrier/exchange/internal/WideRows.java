package org.towercrier.exchange.internal;

import java.util.Arrays;

/**
 * Wide rows of one file by object and period, so that values that come in several portions become one row. Open addressing over parallel arrays: one file may
 * hold hundreds of thousands of them.
 */
final class WideRows {

    private static final int EMPTY = -1;

    private final int width;
    private int size;
    private int[] objects = new int[16];
    private int[] periods = new int[16];
    private long[] starts = new long[16];
    private long[] lines = new long[16];
    private boolean[] suspects = new boolean[16];
    private double[] values;
    private int[] table = new int[64];

    /** @param width number of values of a row */
    WideRows(int width) {
        this.width = width;
        this.values = new double[16 * width];
        Arrays.fill(table, EMPTY);
    }

    int size() {
        return size;
    }

    /** The row of the key, made when it is not there yet with all values absent (NaN). */
    int row(int object, long start, int period, long line) {
        int mask = table.length - 1;
        int slot = hash(object, start, period) & mask;
        while (table[slot] != EMPTY) {
            int row = table[slot];
            if (objects[row] == object && starts[row] == start && periods[row] == period) {
                return row;
            }
            slot = slot + 1 & mask;
        }
        return add(slot, object, start, period, line);
    }

    private int add(int slot, int object, long start, int period, long line) {
        if (size == objects.length) {
            grow();
        }
        int row = size++;
        objects[row] = object;
        starts[row] = start;
        periods[row] = period;
        lines[row] = line;
        suspects[row] = false;
        Arrays.fill(values, row * width, (row + 1) * width, Double.NaN);
        table[slot] = row;
        if (size * 2 > table.length) {
            rehash();
        }
        return row;
    }

    private void grow() {
        int length = size * 2;
        objects = Arrays.copyOf(objects, length);
        periods = Arrays.copyOf(periods, length);
        starts = Arrays.copyOf(starts, length);
        lines = Arrays.copyOf(lines, length);
        suspects = Arrays.copyOf(suspects, length);
        values = Arrays.copyOf(values, length * width);
    }

    private void rehash() {
        table = new int[table.length * 2];
        Arrays.fill(table, EMPTY);
        int mask = table.length - 1;
        for (int row = 0; row < size; row++) {
            int slot = hash(objects[row], starts[row], periods[row]) & mask;
            while (table[slot] != EMPTY) {
                slot = slot + 1 & mask;
            }
            table[slot] = row;
        }
    }

    private static int hash(int object, long start, int period) {
        long mixed = (object * 31L + period) * 0x9E3779B97F4A7C15L ^ start * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed ^ mixed >>> 32);
    }

    double get(int row, int column) {
        return values[row * width + column];
    }

    void set(int row, int column, double value) {
        values[row * width + column] = value;
    }

    /** One unreliable portion makes the whole row unreliable. */
    void suspect(int row, boolean suspect) {
        suspects[row] |= suspect;
    }

    boolean suspect(int row) {
        return suspects[row];
    }

    int object(int row) {
        return objects[row];
    }

    long start(int row) {
        return starts[row];
    }

    int period(int row) {
        return periods[row];
    }

    long line(int row) {
        return lines[row];
    }

    void clear() {
        size = 0;
        Arrays.fill(table, EMPTY);
    }
}
