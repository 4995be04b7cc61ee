package org.towercrier.workbench.internal;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;

/** What one job reports of its progress; written by the job, read by the window. */
final class JobProgress extends NullProgressMonitor {

    private final Job job;
    private final Runnable changed;
    private volatile String task = "";
    private volatile int total = UNKNOWN;
    private volatile double done;

    JobProgress(Job job, Runnable changed) {
        this.job = job;
        this.changed = changed;
    }

    Job job() {
        return job;
    }

    String title() {
        return task.isEmpty() ? job.getName() : job.getName() + ": " + task;
    }

    /** From 0 to 100, or -1 when the job cannot tell. */
    int percent() {
        return total <= 0 ? -1 : (int) Math.min(100, Math.floor(done * 100 / total));
    }

    @Override
    public void beginTask(String name, int totalWork) {
        total = totalWork;
        done = 0;
        setTaskName(name);
    }

    @Override
    public void setTaskName(String name) {
        task = name == null || name.equals(job.getName()) ? "" : name;
        changed.run();
    }

    @Override
    public void subTask(String name) {
        setTaskName(name);
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    @Override
    public void internalWorked(double work) {
        done += work;
        changed.run();
    }
}
