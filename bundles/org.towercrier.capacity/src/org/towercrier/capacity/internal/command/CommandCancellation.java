package org.towercrier.capacity.internal.command;

import org.towercrier.command.CommandMonitor;
import org.towercrier.store.Cancellation;

/** Hands a person's wish to stop to the store, and the progress to the person. */
final class CommandCancellation implements Cancellation {

    private static final long WHOLE = 1_000;

    private final CommandMonitor monitor;

    private CommandCancellation(CommandMonitor monitor) {
        this.monitor = monitor;
    }

    /** Begins a task of that name. */
    static Cancellation of(CommandMonitor monitor, String task) {
        monitor.task(task, WHOLE, "");
        return new CommandCancellation(monitor);
    }

    @Override
    public boolean cancelled() {
        return monitor.cancelled();
    }

    @Override
    public Registration onCancel(Runnable stop) {
        return monitor.onCancel(stop)::close;
    }

    @Override
    public void progress(double fraction) {
        monitor.progress(Math.round(fraction * WHOLE));
    }
}
