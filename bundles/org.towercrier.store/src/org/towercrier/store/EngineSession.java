package org.towercrier.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalDouble;

import org.jooq.SQLDialect;

/**
 * An open database of an engine: what the engine-independent store needs of it. Safe for several threads as far as the
 * connections are distinct.
 */
public interface EngineSession extends AutoCloseable {

    /** The engine's own version. */
    String version();

    /** The dialect statements are rendered for. */
    SQLDialect dialect();

    /** A connection for reading, in the hands of the caller, who closes it. */
    Connection reader() throws SQLException;

    /** The one connection that writes; it belongs to the session and is never closed by the caller. */
    Connection writer() throws SQLException;

    /** Begins a transaction on a connection. */
    void begin(Connection connection) throws SQLException;

    /** Commits what was begun. */
    void commit(Connection connection) throws SQLException;

    /** Undoes what was begun; harmless when the engine has undone it already. */
    void rollback(Connection connection) throws SQLException;

    /**
     * Begins to append rows to a table in the running transaction of a connection.
     *
     * @param temporary whether it is a temporary table of that connection
     */
    RowWriter append(Connection connection, TableSchema table, boolean temporary) throws StoreException;

    /** How much of the running statement is done (0 to 1), where the engine knows. */
    OptionalDouble progress(Statement running);

    /** The store exception for a failure of this engine. */
    StoreException translate(Throwable failure);

    @Override
    void close() throws StoreException;
}
