package org.towercrier.expansion.internal;

import org.towercrier.planning.PlanningMonitor;
import org.towercrier.store.Cancellation;

/** Lets one wish to stop hold for the store and the planner. */
final class MonitorCancellation implements Cancellation {

    private final PlanningMonitor monitor;

    MonitorCancellation(PlanningMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public boolean cancelled() {
        return monitor.cancelled();
    }

    @Override
    public Registration onCancel(Runnable stop) {
        if (monitor.cancelled()) {
            stop.run();
        }
        return () -> {};
    }
}
