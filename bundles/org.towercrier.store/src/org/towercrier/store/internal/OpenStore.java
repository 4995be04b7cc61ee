package org.towercrier.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.emf.ecore.EClass;
import org.jooq.DSLContext;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DefaultConfiguration;
import org.towercrier.store.Cancellation;
import org.towercrier.store.Change;
import org.towercrier.store.Documents;
import org.towercrier.store.EngineSession;
import org.towercrier.store.Query;
import org.towercrier.store.Store;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreClosedException;
import org.towercrier.store.StoreEngine;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreInfo;
import org.towercrier.store.StoreListener;
import org.towercrier.store.StoreOptions;
import org.towercrier.store.StoreReadOnlyException;
import org.towercrier.store.TableSchema;

/** The store on any engine: transactions, cancel, schema and events. */
public final class OpenStore implements Store {

    private static final Settings SETTINGS = new Settings().withExecuteLogging(false).withRenderFormatted(false);

    static {
        // The query library greets with a banner and a tip on the log, which is our users' console.
        for (String greeting : new String[]{ "org.jooq.no-logo", "org.jooq.no-tips" }) {
            System.setProperty(greeting, System.getProperty(greeting, "true"));
        }
    }

    private final StoreInfo info;
    private final EngineSession session;
    private final WorkspaceLock lock;
    private final StoreListener listener;
    private final TableCatalog catalog = new TableCatalog();
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Readers readers;
    private final StatementWatch watch;
    private final Documents documents;
    private volatile boolean closed;

    private OpenStore(StoreInfo info, EngineSession session, WorkspaceLock lock, StoreListener listener, Clock clock) {
        this.info = info;
        this.session = session;
        this.lock = lock;
        this.listener = listener;
        this.readers = new Readers(session);
        this.watch = new StatementWatch(session);
        this.documents = new SqlDocuments(this, listener, clock);
    }

    /** See {@link org.towercrier.store.Stores#open}. */
    public static Store open(StoreEngine engine, Path folder, StoreOptions options, StoreListener listener, Clock clock)
            throws StoreException {
        return open(engine, folder, options, listener, clock, StoreFormat.current());
    }

    static Store open(StoreEngine engine, Path folder, StoreOptions options, StoreListener listener, Clock clock,
            StoreFormat format) throws StoreException {
        Path location = folder.toAbsolutePath().normalize();
        WorkspaceLock lock = WorkspaceLock.acquire(location, clock.instant());
        EngineSession session = null;
        try {
            session = engine.open(location, options);
            OpenStore store = new OpenStore(new StoreInfo(engine.id(), session.version(), format.version(), location),
                    session, lock, listener, clock);
            store.write(tx -> {
                format.apply(tx.sql(), location);
                SqlDocuments.createTable(tx.sql());
                return location;
            });
            return store;
        } catch (StoreException | RuntimeException e) {
            release(session, lock, e);
            throw e;
        }
    }

    private static void release(EngineSession session, WorkspaceLock lock, Exception failure) {
        try {
            if (session != null) {
                session.close();
            }
            lock.close();
        } catch (StoreException | IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public StoreInfo info() {
        return info;
    }

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public <R> R read(Query<R> query, Cancellation cancel) throws StoreException {
        checkOpen();
        StatementGuard guard = new StatementGuard(cancel);
        try {
            return readers.use(connection -> {
                try (AutoStop stop = watch.begin(guard, cancel)) {
                    guard.check();
                    return query.run(sql(connection, guard));
                }
            });
        } catch (SQLException | DataAccessException e) {
            throw failure(e, cancel);
        }
    }

    @Override
    public <R> R write(Change<R> change, Cancellation cancel) throws StoreException {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("A change must not be started within another one");
        }
        StatementGuard guard = new StatementGuard(cancel);
        R result;
        writing.lock();
        try {
            checkOpen();
            result = Borrowed.use(session::writer, connection -> transaction(connection, change, guard, cancel));
        } catch (SQLException | DataAccessException e) {
            throw failure(e, cancel);
        } catch (Refused e) {
            throw e.reason;
        } finally {
            writing.unlock();
        }
        SortedSet<String> changed = guard.changed();
        changed.removeIf(table -> table.startsWith(StagedTable.PREFIX) || table.startsWith(StoreFormat.OWN_PREFIX));
        if (!changed.isEmpty()) {
            listener.changed(changed);
        }
        return result;
    }

    private <R> R transaction(Connection connection, Change<R> change, StatementGuard guard, Cancellation cancel)
            throws SQLException {
        session.begin(connection);
        boolean committed = false;
        try (AutoStop stop = watch.begin(guard, cancel);
                SqlTransaction transaction = new SqlTransaction(session, connection, sql(connection, guard), catalog, guard)) {
            guard.check();
            R result = change.run(transaction);
            transaction.finish();
            guard.check();
            session.commit(connection);
            committed = true;
            catalog.complete(transaction.ensured());
            return result;
        } catch (StoreException e) {
            throw new Refused(e);
        } finally {
            if (!committed) {
                session.rollback(connection);
            }
        }
    }

    @Override
    public void ensure(Collection<? extends EClass> types) throws StoreException {
        Set<EClass> stored = types.stream().filter(TableSchema::isStored)
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
        if (stored.stream().allMatch(type -> catalog.isComplete(catalog.schema(type)))) {
            return;
        }
        write(tx -> {
            ((SqlTransaction) tx).ensure(stored);
            return stored;
        });
    }

    @Override
    public void close() throws StoreException {
        if (closed) {
            return;
        }
        closed = true;
        watch.stopAll();
        writing.lock();
        try {
            readers.close();
            watch.close();
            session.close();
        } catch (SQLException e) {
            throw session.translate(e);
        } finally {
            writing.unlock();
            unlock();
        }
    }

    private void unlock() throws StoreException {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StoreReadOnlyException(info.location(), e);
        }
    }

    private DSLContext sql(Connection connection, StatementGuard guard) {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.setConnection(connection);
        configuration.setSQLDialect(session.dialect());
        configuration.setSettings(SETTINGS);
        configuration.setExecuteListener(guard);
        return configuration.dsl();
    }

    private void checkOpen() throws StoreException {
        if (closed) {
            throw new StoreClosedException();
        }
    }

    private StoreException failure(Exception failure, Cancellation cancel) {
        if (cancel.cancelled()) {
            return new StoreCancelledException();
        }
        if (closed) {
            return new StoreClosedException();
        }
        Throwable cause = failure instanceof DataAccessException && failure.getCause() != null ? failure.getCause() : failure;
        return session.translate(cause);
    }

    /** Carries a store exception out of a place that cannot throw it. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient StoreException reason;

        Refused(StoreException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
