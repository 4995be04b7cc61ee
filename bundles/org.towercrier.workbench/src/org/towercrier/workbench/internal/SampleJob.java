package org.towercrier.workbench.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.SampleService;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;

/** Writes the sample city in the background; cancelled, it leaves the workspace as it was. */
public final class SampleJob extends Job {

    private static final int SHARES = 1000;
    private static final SampleRequest CITY = SampleRequest.of(1_000, 30, 20_000, 1);

    private final JobCancel cancel = new JobCancel();
    private final SampleService sample;
    private final Runnable afterwards;

    /** @param afterwards runs on the job's thread when the city is there */
    public SampleJob(SampleService sample, WorkbenchMessages messages, Runnable afterwards) {
        super(messages.get("Sample_Job"));
        this.sample = sample;
        this.afterwards = afterwards;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), SHARES);
        cancel.follow(monitor);
        try {
            sample.replaceAll(CITY, cancel);
        } catch (StoreCancelledException cancelled) {
            return Status.CANCEL_STATUS;
        } catch (StoreException trouble) {
            return Status.error(trouble.getLocalizedMessage(), trouble);
        }
        afterwards.run();
        return Status.OK_STATUS;
    }

    @Override
    protected void canceling() {
        cancel.cancel();
    }

    /** Passes the progress of the store on to the window. */
    private static final class JobCancel extends CancelSwitch {

        private volatile IProgressMonitor monitor = new NullProgressMonitor();
        private int done;

        void follow(IProgressMonitor running) {
            monitor = running;
        }

        @Override
        public void progress(double fraction) {
            int now = (int) (fraction * SHARES);
            if (now > done) {
                monitor.worked(now - done);
                done = now;
            }
        }
    }
}
