package org.towercrier.capacity.simulation;

import org.towercrier.capacity.RuleSetException;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Replays rule sets over the stored measurements of the open workspace, with the decisions of detection itself. */
public interface Simulator {

    /**
     * Replays. The alarms of the workspace stay as they are; that the candidate has been seen is logged with its digest, unless
     * there was nothing to see.
     *
     * @param request what to replay
     * @param monitor asked whether to stop, and told the progress, 0 to 1
     * @throws RuleSetException a rule set has errors
     * @throws StoreException   the store cannot be read, or the monitor was cancelled
     */
    SimulationResult simulate(SimulationRequest request, Cancellation monitor) throws StoreException, RuleSetException;
}
