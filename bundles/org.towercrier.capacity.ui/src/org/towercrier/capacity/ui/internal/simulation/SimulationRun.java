package org.towercrier.capacity.ui.internal.simulation;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.towercrier.capacity.simulation.SimulationRequest;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.simulation.Simulator;
import org.towercrier.ui.view.PartSite;

/** The simulation that runs for a view, one at a time; what becomes of it is told on the thread of the window. */
final class SimulationRun {

    private final PartSite site;
    private final Consumer<SimulationResult> found;
    private final Consumer<Exception> refused;
    private final Runnable done;
    private Optional<SimulationJob> running = Optional.empty();

    /**
     * @param found   told the result
     * @param refused told what stood against it
     * @param done    run afterwards, whatever became of it
     */
    SimulationRun(PartSite site, Consumer<SimulationResult> found, Consumer<Exception> refused, Runnable done) {
        this.site = site;
        this.found = found;
        this.refused = refused;
        this.done = done;
    }

    boolean isRunning() {
        return running.isPresent();
    }

    void start(String label, Simulator simulator, SimulationRequest request) {
        SimulationJob job = new SimulationJob(label, simulator, request, result -> site.later(() -> found.accept(result)),
                trouble -> site.later(() -> refused.accept(trouble)));
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                site.later(SimulationRun.this::ended);
            }
        });
        running = Optional.of(job);
        job.schedule();
    }

    void cancel() {
        running.ifPresent(Job::cancel);
    }

    private void ended() {
        running = Optional.empty();
        done.run();
    }
}
