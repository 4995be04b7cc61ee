package org.towercrier.campaign.ui.internal;

import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.di.UISynchronize;
import org.towercrier.campaign.CampaignException;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreException;

import jakarta.inject.Inject;

/** Long steps that somebody asked for by a button: launch, hand over, evaluate. What they are refused for is told to whoever asked. */
@Creatable
public final class CampaignJobs {

    private final Texts texts;
    private final UISynchronize ui;

    @Inject
    public CampaignJobs(Texts texts, UISynchronize ui) {
        this.texts = texts;
        this.ui = ui;
    }

    /** Something to do. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it, away from the thread of the window. */
        T run(Cancellation cancellation) throws Exception;
    }

    /**
     * Does something in the background.
     *
     * @param key of the name of the job
     * @param done gets what came of it, on the thread of the window
     * @param refused gets the sentence that says why it could not be done
     * @return the job, to cancel it
     */
    public <T> Job run(String key, Work<T> work, Consumer<T> done, Consumer<String> refused) {
        return job(key, work, done, refused, true);
    }

    /** Reads something that nobody asked for and nobody misses when it cannot be read. */
    public <T> void quietly(String key, Work<T> work, Consumer<T> done) {
        job(key, work, done, why -> {}, false);
    }

    private <T> Job job(String key, Work<T> work, Consumer<T> done, Consumer<String> refused, boolean shown) {
        CancelSwitch cancel = new CancelSwitch();
        Job job = new Job(texts.get(key)) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    T result = work.run(cancel);
                    ui.asyncExec(() -> done.accept(result));
                    return Status.OK_STATUS;
                } catch (StoreCancelledException stopped) {
                    return Status.CANCEL_STATUS;
                } catch (Exception failure) { // boundary of the job: whoever asked is told why
                    ILog.of(CampaignJobs.class).warn(String.valueOf(failure.getMessage()), failure);
                    String why = sentence(failure);
                    ui.asyncExec(() -> refused.accept(why));
                    return Status.OK_STATUS;
                }
            }

            @Override
            protected void canceling() {
                cancel.cancel();
            }
        };
        job.setUser(shown);
        job.setSystem(!shown);
        job.schedule();
        return job;
    }

    /** What went wrong, in the language of now. */
    public String sentence(Exception failure) {
        return switch (failure) {
            case CampaignException refused -> refused.text(texts.locale());
            case StoreException store -> store.what(texts.locale()) + ' ' + store.remedy(texts.locale());
            default -> String.valueOf(failure.getLocalizedMessage());
        };
    }
}
