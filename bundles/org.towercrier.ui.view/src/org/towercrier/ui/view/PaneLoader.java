package org.towercrier.ui.view;

import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.kit.Trouble;

/**
 * Reads in the background what a {@link StatePane} shows. The latest request wins: what was asked before is cancelled,
 * and what it found is not shown. While it reads, the pane says so; when it fails, the pane says what happened, and
 * tries again on demand. To be used on the thread of the window.
 */
public final class PaneLoader {

    /** Reads something, away from the thread of the window. */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Reads.
         *
         * @param cancellation tells when nobody waits for it any more; hand it on to the store
         * @throws Exception anything, which the pane then explains, by {@link Troubles}
         */
        T read(Cancellation cancellation) throws Exception;
    }

    private final PartSite site;
    private final StatePane pane;
    private ReadJob<?> current;

    public PaneLoader(PartSite site, StatePane pane) {
        this.site = site;
        this.pane = pane;
        pane.addDisposeListener(event -> cancel());
    }

    /**
     * Reads, then shows the content of the pane and hands what was read to the consumer, on the thread of the window. The
     * consumer may show that there is nothing instead.
     */
    public <T> void load(Reading<T> reading, Consumer<T> consumer) {
        drop();
        pane.setLoading(true);
        read(reading, consumer);
    }

    /** As {@link #load}, for content that says itself that it is being loaded. */
    public <T> void loadQuietly(Reading<T> reading, Consumer<T> consumer) {
        cancel();
        read(reading, consumer);
    }

    private <T> void read(Reading<T> reading, Consumer<T> consumer) {
        ReadJob<T> job = new ReadJob<>(site.part().getLocalizedLabel(), reading, consumer);
        current = job;
        job.schedule();
    }

    /** Forgets what is being read. */
    public void cancel() {
        drop();
        if (!pane.isDisposed()) {
            pane.setLoading(false);
        }
    }

    private void drop() {
        if (current != null) {
            current.cancel();
            current = null;
        }
    }

    private boolean isLatest(ReadJob<?> job) {
        return current == job && !pane.isDisposed();
    }

    private final class ReadJob<T> extends Job {

        private final Reading<T> reading;
        private final Consumer<T> consumer;
        private final CancelSwitch cancellation = new CancelSwitch();

        ReadJob(String name, Reading<T> reading, Consumer<T> consumer) {
            super(name == null ? "" : name);
            this.reading = reading;
            this.consumer = consumer;
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                T found = reading.read(cancellation);
                site.later(() -> show(found));
                return Status.OK_STATUS;
            } catch (StoreCancelledException stopped) {
                return Status.CANCEL_STATUS;
            } catch (Exception failure) { // boundary of the job: whatever happens, the view says it
                if (cancellation.cancelled()) {
                    return Status.CANCEL_STATUS;
                }
                ILog.of(PaneLoader.class).warn(String.valueOf(failure.getMessage()), failure);
                Trouble trouble = Troubles.of(failure, site.messages());
                site.later(() -> show(trouble));
                return Status.OK_STATUS;
            }
        }

        @Override
        protected void canceling() {
            cancellation.cancel();
        }

        private void show(T found) {
            if (isLatest(this)) {
                current = null;
                pane.setLoading(false);
                pane.showContent();
                consumer.accept(found);
            }
        }

        private void show(Trouble trouble) {
            if (isLatest(this)) {
                current = null;
                pane.setLoading(false);
                pane.showTrouble(trouble, () -> load(reading, consumer));
            }
        }
    }
}
