package org.towercrier.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.jooq.DSLContext;
import org.towercrier.store.EngineSession;
import org.towercrier.store.StoreClosedException;
import org.towercrier.store.StoreException;

/** Connections for reading: one per running query, a few kept for the next ones. */
final class Readers {

    private static final int KEPT = 4;

    private final EngineSession session;
    private final Deque<Connection> idle = new ArrayDeque<>();
    /** Queries hold the shared side, closing takes the other one: it waits for them. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    Readers(EngineSession session) {
        this.session = session;
    }

    /** Runs a piece of work in a transaction of its own, which is always undone: it has only read. */
    <R> R use(Work<R> work) throws SQLException, StoreException {
        open.readLock().lock();
        try {
            Connection connection = take();
            boolean usable = false;
            try {
                session.begin(connection);
                R result = work.run(connection);
                usable = true;
                return result;
            } finally {
                usable &= undo(connection);
                giveBack(connection, usable);
            }
        } finally {
            open.readLock().unlock();
        }
    }

    private boolean undo(Connection connection) {
        try {
            session.rollback(connection);
            return true;
        } catch (SQLException e) {
            // A connection that cannot even roll back is of no more use; the query's own failure is what counts.
            return false;
        }
    }

    private Connection take() throws SQLException, StoreException {
        synchronized (idle) {
            if (closed) {
                throw new StoreClosedException();
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return session.reader();
    }

    private void giveBack(Connection connection, boolean usable) throws SQLException {
        synchronized (idle) {
            if (usable && idle.size() < KEPT) {
                idle.push(connection);
                return;
            }
        }
        connection.close();
    }

    void close() throws SQLException {
        open.writeLock().lock();
        try {
            closed = true;
            while (!idle.isEmpty()) {
                idle.pop().close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<R> {

        /** See {@link org.towercrier.store.Query#run(DSLContext)}. */
        R run(Connection connection) throws SQLException, StoreException;
    }
}
