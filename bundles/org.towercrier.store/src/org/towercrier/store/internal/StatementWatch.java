package org.towercrier.store.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.towercrier.store.Cancellation;
import org.towercrier.store.EngineSession;

/** Looks at what runs, five times a second: tells progress and repeats cancels that came between two statements. */
final class StatementWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 200;

    private final Set<StatementGuard> guards = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer;

    StatementWatch(EngineSession session) {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "Store statement watch");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(() -> guards.forEach(guard -> guard.watch(session)), PERIOD_MILLIS, PERIOD_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    AutoStop begin(StatementGuard guard, Cancellation cancel) {
        guards.add(guard);
        Cancellation.Registration registration = cancel.onCancel(guard::stop);
        return () -> {
            registration.close();
            guards.remove(guard);
        };
    }

    void stopAll() {
        guards.forEach(StatementGuard::stop);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
