package org.towercrier.workbench.internal;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.IProgressMonitor;
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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The running job in the status line: its name, how far it is, and a button that cancels it. */
public final class JobStatus {

    private static final int REFRESH_MILLIS = 100;
    private static final int STEPS = 1000;

    private final IJobManager jobs = Job.getJobManager();
    private final UISynchronize ui;
    private final WorkbenchMessages messages;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final JobChangeAdapter follower = new JobChangeAdapter() {
        @Override
        public void done(IJobChangeEvent event) {
            JobProgress finished = current;
            if (finished != null && finished.job() == event.getJob()) {
                current = null;
                refreshSoon();
            }
        }
    };
    private volatile JobProgress current;
    private Composite pane;
    private Label name;
    private ProgressBar bar;

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
        GridDataFactory.swtDefaults().hint(320, SWT.DEFAULT).applyTo(name);
        bar = new ProgressBar(pane, SWT.HORIZONTAL | SWT.SMOOTH);
        bar.setMaximum(STEPS);
        GridDataFactory.swtDefaults().hint(120, 8).applyTo(bar);
        ToolItem cancel = new ToolItem(new ToolBar(pane, SWT.FLAT), SWT.PUSH);
        cancel.setText("\u2715");
        cancel.setToolTipText(messages.get("Status_Cancel"));
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
        current = progress;
        refreshSoon();
        return progress;
    }

    private void cancelCurrent() {
        JobProgress running = current;
        if (running != null) {
            running.job().cancel();
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
        pane.setVisible(running != null);
        if (running == null) {
            return;
        }
        int percent = running.percent();
        String text = percent < 0 ? running.title() : messages.get("Status_Job", running.title(), percent);
        name.setText(text);
        name.setToolTipText(text);
        bar.setVisible(percent >= 0);
        bar.setSelection(Math.max(0, percent) * STEPS / 100);
    }
}
