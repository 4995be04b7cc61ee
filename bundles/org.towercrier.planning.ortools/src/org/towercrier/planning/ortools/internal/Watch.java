package org.towercrier.planning.ortools.internal;

import java.util.function.BooleanSupplier;

import org.towercrier.planning.solver.Threads;

/** Asks several times a second whether the user wants to stop, and stops the search then. */
final class Watch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 50;

    private final Thread thread;

    Watch(BooleanSupplier cancelled, Runnable stop) {
        thread = Thread.ofVirtual().name("solver watch").start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    if (cancelled.getAsBoolean()) {
                        // Again and again: a search that has not begun yet would miss the first call.
                        stop.run();
                    }
                    Thread.sleep(PERIOD_MILLIS);
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
        Threads.join(thread);
    }
}
