package org.towercrier.demo.internal;

import org.towercrier.command.CommandMonitor;
import org.towercrier.store.Cancellation;

/** The monitor of a command as the store and the areas know it: asked for a cancel, told of progress. */
final class MonitorCancellation implements Cancellation {

    private static final int SHARES = 1_000;

    private final CommandMonitor monitor;

    /** @param task what is done, in the user's language */
    MonitorCancellation(CommandMonitor monitor, String task) {
        this.monitor = monitor;
        monitor.task(task, SHARES, "");
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
        monitor.progress(Math.round(fraction * SHARES));
    }
}
