package org.towercrier.capacity.ui.internal.data;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.di.annotations.Optional;
import org.towercrier.capacity.alarm.AlarmService;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.StoreJob;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Lets shelves expire while the window is open: looks twice a minute whether the time of one is over. */
public final class ShelfTimerAddon {

    private static final long PERIOD_MILLIS = 30_000;
    private static final long LEAST_MILLIS = 500;

    private final StoreJob job = new StoreJob("") {
        @Override
        protected IStatus work(Cancellation cancellation) throws StoreException {
            AlarmService service = alarms;
            if (service != null) {
                service.expireShelves();
                schedule(service.nextExpiry().map(ShelfTimerAddon::wait).orElse(PERIOD_MILLIS));
            }
            return Status.OK_STATUS;
        }

        @Override
        protected IStatus failed(StoreException trouble) {
            // the list says itself when the store is in trouble; the timer tries again
            schedule(PERIOD_MILLIS);
            return Status.OK_STATUS;
        }
    };
    private volatile AlarmService alarms;

    /** Until the next shelf expires, but not longer than the period: another process may shelve too. */
    private static long wait(Instant expiry) {
        return Math.clamp(Duration.between(Instant.now(), expiry).toMillis() + 1, LEAST_MILLIS, PERIOD_MILLIS);
    }

    public ShelfTimerAddon() {
        job.setSystem(true);
    }

    @Inject
    void service(@Optional AlarmService service) {
        alarms = service;
        if (service != null) {
            job.schedule();
        }
    }

    @PreDestroy
    void close() {
        alarms = null;
        job.cancel();
    }
}
