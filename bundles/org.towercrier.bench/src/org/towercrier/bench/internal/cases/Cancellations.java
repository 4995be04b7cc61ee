package org.towercrier.bench.internal.cases;

import org.towercrier.command.CommandMonitor;
import org.towercrier.store.Cancellation;

/** Lets the store listen to the user. */
final class Cancellations {

    private Cancellations() {
    }

    static Cancellation of(CommandMonitor monitor) {
        return new Cancellation() {
            @Override
            public boolean cancelled() {
                return monitor.cancelled();
            }

            @Override
            public Registration onCancel(Runnable stop) {
                return monitor.onCancel(stop)::close;
            }
        };
    }
}
