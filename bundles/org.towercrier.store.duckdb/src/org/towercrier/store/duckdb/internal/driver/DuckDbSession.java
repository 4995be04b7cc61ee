package org.towercrier.store.duckdb.internal.driver;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalDouble;

import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jooq.SQLDialect;
import org.towercrier.store.EngineSession;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** An open DuckDB file: the first connection writes, duplicates of it read. */
final class DuckDbSession implements EngineSession {

    private final DuckDBConnection writer;
    private final String version;
    private final Failures failures;

    DuckDbSession(DuckDBConnection writer, String version, Failures failures) {
        this.writer = writer;
        this.version = version;
        this.failures = failures;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.DUCKDB;
    }

    @Override
    public Connection reader() throws SQLException {
        Connection reader = writer.duplicate();
        try {
            // Without printing: the engine would draw a bar on the console of the product.
            execute(reader, "SET enable_progress_bar = true");
            execute(reader, "SET enable_progress_bar_print = false");
            return reader;
        } catch (SQLException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public Connection writer() {
        return writer;
    }

    /** An explicit statement: the appender does not heed the connection's auto-commit. */
    @Override
    public void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN TRANSACTION");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    @Override
    public RowWriter append(Connection connection, TableSchema table, boolean temporary) throws StoreException {
        try {
            return new DuckDbRows(connection.unwrap(DuckDBConnection.class), table, temporary ? "temp" : null, failures);
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    @Override
    public OptionalDouble progress(Statement running) {
        try {
            double percent = running.unwrap(DuckDBPreparedStatement.class).getQueryProgress().getPercentage();
            return percent < 0 || percent > 100 ? OptionalDouble.empty() : OptionalDouble.of(percent / 100);
        } catch (SQLException e) {
            // Progress is told where it is known; a statement that has just ended knows none.
            return OptionalDouble.empty();
        }
    }

    @Override
    public StoreException translate(Throwable failure) {
        return failures.translate(failure);
    }

    @Override
    public void close() throws StoreException {
        try {
            writer.close();
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
