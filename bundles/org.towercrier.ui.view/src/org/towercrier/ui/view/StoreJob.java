package org.towercrier.ui.view;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;

/** A job on the store: cancelling the job stops the running statement, and the statement's progress is the job's. */
public abstract class StoreJob extends Job {

    private static final int TICKS = 1_000;

    private volatile CancelSwitch running = new CancelSwitch();

    protected StoreJob(String name) {
        super(name);
    }

    /** Does the work, away from the UI thread; what it returns is the result of the job. */
    protected abstract IStatus work(Cancellation cancellation) throws StoreException;

    /** Is told what went wrong, away from the UI thread; the result is the status of the job. */
    protected IStatus failed(StoreException trouble) {
        return Status.error(trouble.getMessage(), trouble);
    }

    @Override
    protected final IStatus run(IProgressMonitor monitor) {
        CancelSwitch own = new Progress(monitor);
        running = own;
        monitor.beginTask(getName(), TICKS);
        try {
            return work(own);
        } catch (StoreCancelledException stopped) {
            return Status.CANCEL_STATUS;
        } catch (StoreException trouble) {
            return failed(trouble);
        } finally {
            monitor.done();
        }
    }

    @Override
    protected void canceling() {
        running.cancel();
    }

    private static final class Progress extends CancelSwitch {

        private final IProgressMonitor monitor;
        private int done;

        Progress(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void progress(double fraction) {
            int now = (int) Math.round(fraction * TICKS);
            if (now > done) {
                monitor.worked(now - done);
                done = now;
            }
        }
    }
}
