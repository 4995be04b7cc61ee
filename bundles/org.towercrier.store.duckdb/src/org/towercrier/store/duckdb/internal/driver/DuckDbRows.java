package org.towercrier.store.duckdb.internal.driver;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.towercrier.store.ColumnType;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.TableSchema.Column;

/** Rows by DuckDB's appender, which writes values straight into the engine's column vectors. */
final class DuckDbRows implements RowWriter {

    private final TableSchema table;
    private final ColumnType[] types;
    private final DuckDBAppender appender;
    private final Failures failures;
    private final int foreign;
    private int column;
    private long rows;

    /** @param catalog the catalog of the table, or null for that of the file */
    DuckDbRows(DuckDBConnection connection, TableSchema table, String catalog, Failures failures) throws SQLException {
        this.table = table;
        this.types = table.columns().stream().map(Column::type).toArray(ColumnType[]::new);
        this.foreign = columns(connection, table, catalog) - types.length;
        this.appender = catalog == null ? connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.name())
                : connection.createAppender(catalog, DuckDBConnection.DEFAULT_SCHEMA, table.name());
        this.failures = failures;
    }

    /** Columns that the model does not know follow those it knows; the appender wants a value for each. */
    private static int columns(DuckDBConnection connection, TableSchema table, String catalog) throws SQLException {
        String name = '"' + table.name() + '"';
        String qualified = catalog == null ? name : catalog + '.' + DuckDBConnection.DEFAULT_SCHEMA + '.' + name;
        try (PreparedStatement none = connection.prepareStatement("SELECT * FROM " + qualified + " LIMIT 0")) {
            return none.getMetaData().getColumnCount();
        }
    }

    @Override
    public RowWriter add(long value) throws StoreException {
        try {
            switch (advance()) {
                case BIGINT -> appender.append(value);
                case INTEGER -> appender.append(Math.toIntExact(value));
                case DOUBLE -> appender.append((double) value);
                default -> throw misfit("a whole number");
            }
            return this;
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    @Override
    public RowWriter add(int value) throws StoreException {
        return add((long) value);
    }

    @Override
    public RowWriter add(double value) throws StoreException {
        try {
            if (advance() != ColumnType.DOUBLE) {
                throw misfit("a floating point number");
            }
            if (value == value) {
                appender.append(value);
            } else {
                appender.appendNull();
            }
            return this;
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    @Override
    public RowWriter add(boolean value) throws StoreException {
        try {
            if (advance() != ColumnType.BOOLEAN) {
                throw misfit("a truth value");
            }
            appender.append(value);
            return this;
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    @Override
    public RowWriter add(String value) throws StoreException {
        try {
            if (advance() != ColumnType.VARCHAR) {
                throw misfit("text");
            }
            if (value == null) {
                appender.appendNull();
            } else {
                appender.append(value);
            }
            return this;
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    @Override
    public RowWriter addMicros(long utcEpochMicros) throws StoreException {
        try {
            if (advance() != ColumnType.TIMESTAMP) {
                throw misfit("a point in time");
            }
            appender.appendEpochMicros(utcEpochMicros);
            return this;
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    @Override
    public RowWriter addDays(long epochDay) throws StoreException {
        try {
            if (advance() != ColumnType.DATE) {
                throw misfit("a day");
            }
            appender.appendEpochDays(Math.toIntExact(epochDay));
            return this;
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    @Override
    public RowWriter addNull() throws StoreException {
        try {
            advance();
            appender.appendNull();
            return this;
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    @Override
    public Optional<Column> next() {
        return column < types.length ? Optional.of(table.columns().get(column)) : Optional.empty();
    }

    @Override
    public void endRow() throws StoreException {
        while (column < types.length) {
            addNull();
        }
        try {
            for (int i = 0; i < foreign; i++) {
                appender.appendNull();
            }
            appender.endRow();
        } catch (SQLException e) {
            throw failures.translate(e);
        }
        column = 0;
        rows++;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws StoreException {
        try {
            appender.close();
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    private ColumnType advance() throws SQLException {
        if (column == 0) {
            appender.beginRow();
        }
        if (column >= types.length) {
            throw new IllegalStateException("Table " + table.name() + " has " + types.length + " columns only");
        }
        return types[column++];
    }

    private IllegalArgumentException misfit(String what) {
        Column at = table.columns().get(column - 1);
        return new IllegalArgumentException("Column " + at.name() + " of type " + at.type() + " takes no " + what);
    }
}
