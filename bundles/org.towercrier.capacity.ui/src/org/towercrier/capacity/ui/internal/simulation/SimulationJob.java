package org.towercrier.capacity.ui.internal.simulation;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.simulation.SimulationRequest;
import org.towercrier.capacity.simulation.SimulationResult;
import org.towercrier.capacity.simulation.Simulator;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.view.StoreJob;

/** A simulation in the background, with progress and cancel; what came of it is told away from the thread of the window. */
final class SimulationJob extends StoreJob {

    private final Simulator simulator;
    private final SimulationRequest request;
    private final Consumer<SimulationResult> found;
    private final Consumer<Exception> refused;

    SimulationJob(String name, Simulator simulator, SimulationRequest request, Consumer<SimulationResult> found,
            Consumer<Exception> refused) {
        super(name);
        this.simulator = simulator;
        this.request = request;
        this.found = found;
        this.refused = refused;
    }

    @Override
    protected IStatus work(Cancellation cancellation) throws StoreException {
        try {
            found.accept(simulator.simulate(request, cancellation));
        } catch (RuleSetException broken) {
            refused.accept(broken);
        }
        return Status.OK_STATUS;
    }

    @Override
    protected IStatus failed(StoreException trouble) {
        // The view says it; a dialog besides would say it twice.
        refused.accept(trouble);
        return Status.OK_STATUS;
    }
}
