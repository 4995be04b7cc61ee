package org.towercrier.store.internal;

import java.util.Optional;

import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema.Column;

/** A row writer that looks for a cancel now and then, and numbers the rows where the table has a column for it. */
final class GuardedWriter implements RowWriter {

    private static final int CHECK_MASK = 0x7ff;

    private final RowWriter rows;
    private final StatementGuard guard;
    private final boolean numbered;
    private boolean closed;

    /** @param numbered whether the last column is the number of the row */
    GuardedWriter(RowWriter rows, StatementGuard guard, boolean numbered) {
        this.rows = rows;
        this.guard = guard;
        this.numbered = numbered;
    }

    @Override
    public RowWriter add(long value) throws StoreException {
        rows.add(value);
        return this;
    }

    @Override
    public RowWriter add(int value) throws StoreException {
        rows.add(value);
        return this;
    }

    @Override
    public RowWriter add(double value) throws StoreException {
        rows.add(value);
        return this;
    }

    @Override
    public RowWriter add(boolean value) throws StoreException {
        rows.add(value);
        return this;
    }

    @Override
    public RowWriter add(String value) throws StoreException {
        rows.add(value);
        return this;
    }

    @Override
    public RowWriter addMicros(long utcEpochMicros) throws StoreException {
        rows.addMicros(utcEpochMicros);
        return this;
    }

    @Override
    public RowWriter addDays(long epochDay) throws StoreException {
        rows.addDays(epochDay);
        return this;
    }

    @Override
    public RowWriter addNull() throws StoreException {
        rows.addNull();
        return this;
    }

    @Override
    public Optional<Column> next() {
        return rows.next();
    }

    @Override
    public void endRow() throws StoreException {
        if (numbered) {
            if (!rows.next().map(column -> column.name().equals(StagedTable.SEQUENCE)).orElse(false)) {
                throw new IllegalStateException("A staged row ends with its file and line");
            }
            rows.add(rows.rows());
        }
        rows.endRow();
        if ((rows.rows() & CHECK_MASK) == 0) {
            guard.check();
        }
    }

    @Override
    public long rows() {
        return rows.rows();
    }

    @Override
    public void close() throws StoreException {
        if (!closed) {
            closed = true;
            rows.close();
        }
    }
}
