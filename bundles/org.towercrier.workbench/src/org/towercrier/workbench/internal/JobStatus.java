package org.towercrier.workbench.internal;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.jobs.ProgressProvider;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/**
 * The running job in the status line: its name, how far it is, and a button that cancels it. What a job could not do stays there
 * until somebody takes it away or the next job runs.
 */
public final class JobStatus {

    private static final int REFRESH_MILLIS = 100;
    private static final int STEPS = 1000;
    private static final int NAME_WIDTH = 320;
    private static final int SENTENCE_WIDTH = 640;
    private static final int BAR_WIDTH = 120;
    private static final int BAR_HEIGHT = 8;

    private final IJobManager jobs = Job.getJobManager();
    private final UISynchronize ui;
    private final WorkbenchMessages messages;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final JobChangeAdapter follower = new JobChangeAdapter() {
        @Override
        public void done(IJobChangeEvent event) {
            if (!event.getJob().isSystem() && event.getResult().matches(IStatus.WARNING | IStatus.ERROR)
                    && !event.getResult().getMessage().isBlank()) {
                told = event.getResult();
                refreshSoon();
            }
            JobProgress finished = current;
            if (finished != null && finished.job() == event.getJob()) {
                current = null;
                refreshSoon();
            }
        }
    };
    private volatile JobProgress current;
    /** What the last job could not do; null when it did all. */
    private volatile IStatus told;
    private Composite pane;
    private Label name;
    private ProgressBar bar;
    private ToolItem cancel;

    @Inject
    public JobStatus(UISynchronize ui, WorkbenchMessages messages) {
        this.ui = ui;
        this.messages = messages;
    }

    @PostConstruct
    void build(Composite parent) {
        pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(pane);
        name = new Label(pane, SWT.RIGHT);
        name.setData("org.eclipse.e4.ui.css.CssClassName", "StatusText");
        GridDataFactory.swtDefaults().hint(NAME_WIDTH, SWT.DEFAULT).applyTo(name);
        bar = new ProgressBar(pane, SWT.HORIZONTAL | SWT.SMOOTH);
        bar.setMaximum(STEPS);
        GridDataFactory.swtDefaults().hint(BAR_WIDTH, BAR_HEIGHT).applyTo(bar);
        cancel = new ToolItem(new ToolBar(pane, SWT.FLAT), SWT.PUSH);
        cancel.setText("\u2715");
        cancel.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> cancelCurrent()));
        pane.setVisible(false);
        jobs.setProgressProvider(new ProgressProvider() {
            @Override
            public IProgressMonitor createMonitor(Job job) {
                return job.isSystem() ? new NullProgressMonitor() : follow(job);
            }
        });
        jobs.addJobChangeListener(follower);
    }

    @PreDestroy
    void stop() {
        jobs.setProgressProvider(null);
        jobs.removeJobChangeListener(follower);
    }

    private JobProgress follow(Job job) {
        JobProgress progress = new JobProgress(job, this::refreshSoon);
        told = null;
        current = progress;
        refreshSoon();
        return progress;
    }

    private void cancelCurrent() {
        JobProgress running = current;
        if (running != null) {
            running.job().cancel();
        } else {
            told = null;
            refreshSoon();
        }
    }

    /** Many reports become one repaint: a job may report a million times. */
    private void refreshSoon() {
        if (refreshing.compareAndSet(false, true)) {
            ui.asyncExec(() -> {
                if (pane.isDisposed()) {
                    return;
                }
                pane.getDisplay().timerExec(REFRESH_MILLIS, this::refresh);
            });
        }
    }

    private void refresh() {
        refreshing.set(false);
        if (pane.isDisposed()) {
            return;
        }
        JobProgress running = current;
        IStatus left = told;
        pane.setVisible(running != null || left != null);
        if (running != null) {
            int percent = running.percent();
            String text = percent < 0 ? running.title() : messages.get("Status_Job", running.title(), percent);
            show(text, NAME_WIDTH, percent >= 0, "Status_Cancel");
            bar.setSelection(Math.max(0, percent) * STEPS / 100);
        } else if (left != null) {
            show("\u25b2 " + left.getMessage(), SENTENCE_WIDTH, false, "Status_Dismiss");
        }
    }

    private void show(String text, int width, boolean measured, String buttonKey) {
        name.setText(text);
        name.setToolTipText(text);
        bar.setVisible(measured);
        cancel.setToolTipText(messages.get(buttonKey));
        if (name.getLayoutData() instanceof GridData place && place.widthHint != width) {
            place.widthHint = width;
            pane.requestLayout();
        }
    }
}
