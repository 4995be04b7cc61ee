package org.towercrier.store.internal;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.QOM;
import org.towercrier.store.Cancellation;
import org.towercrier.store.EngineSession;

/**
 * Watches the statements of one read or write: stops the running one on a cancel, tells its progress, and notes which
 * tables are changed.
 */
final class StatementGuard implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient Cancellation cancel;
    private final transient SortedSet<String> changed = new TreeSet<>();
    private transient Statement running;
    private transient volatile boolean stopped;

    StatementGuard(Cancellation cancel) {
        this.cancel = cancel;
    }

    SortedSet<String> changed() {
        return changed;
    }

    void check() {
        if (toStop()) {
            throw new DataAccessException("cancelled");
        }
    }

    private boolean toStop() {
        return stopped || cancel.cancelled();
    }

    /** From any thread: stops the running statement, and those to come. */
    synchronized void stop() {
        stopped = true;
        if (running != null) {
            try {
                running.cancel();
            } catch (SQLException e) {
                // The statement has ended meanwhile: there is nothing left to stop.
                running = null;
            }
        }
    }

    /** From the watching thread: tells the progress, and repeats a cancel that came before its statement ran. */
    void watch(EngineSession session) {
        if (toStop()) {
            stop();
            return;
        }
        OptionalDouble done;
        synchronized (this) {
            done = running == null ? OptionalDouble.empty() : session.progress(running);
        }
        done.ifPresent(cancel::progress);
    }

    @Override
    public void renderStart(ExecuteContext context) {
        Query query = context.query();
        Table<?> table = switch (query) {
            case QOM.Insert<?> insert -> insert.$into();
            case QOM.Update<?> update -> update.$table();
            case QOM.Delete<?> delete -> delete.$from();
            case QOM.Merge<?> merge -> merge.$into();
            case null, default -> null;
        };
        if (table != null) {
            changed.add(table.getName());
        }
    }

    @Override
    public void executeStart(ExecuteContext context) {
        Statement statement = context.statement();
        synchronized (this) {
            running = statement;
        }
        check();
    }

    @Override
    public void executeEnd(ExecuteContext context) {
        synchronized (this) {
            running = null;
        }
    }

    @Override
    public void exception(ExecuteContext context) {
        executeEnd(context);
    }

    @Override
    public void recordEnd(ExecuteContext context) {
        check();
    }
}
