package org.towercrier.store;

import java.util.ArrayList;
import java.util.List;

/** A cancellation that is set by calling {@link #cancel()}, from any thread. */
public class CancelSwitch implements Cancellation {

    private final List<Runnable> stops = new ArrayList<>();
    private boolean cancelled;

    /** Sets the wish to stop and stops what is running; calling it again does nothing. */
    public void cancel() {
        List<Runnable> called;
        synchronized (stops) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            called = List.copyOf(stops);
            stops.clear();
        }
        called.forEach(Runnable::run);
    }

    @Override
    public boolean cancelled() {
        synchronized (stops) {
            return cancelled;
        }
    }

    @Override
    public Registration onCancel(Runnable stop) {
        synchronized (stops) {
            if (!cancelled) {
                stops.add(stop);
                return () -> remove(stop);
            }
        }
        stop.run();
        return () -> {};
    }

    private void remove(Runnable stop) {
        synchronized (stops) {
            stops.remove(stop);
        }
    }
}
