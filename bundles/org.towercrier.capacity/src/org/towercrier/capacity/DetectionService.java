package org.towercrier.capacity;

import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Evaluates rules over the stored measurements of the open workspace. It changes nothing. */
public interface DetectionService {

    /**
     * Detects. The result is a pure function of the stored samples and the request.
     *
     * @param request what to detect
     * @param monitor asked whether to stop, and told the progress of the whole detection, 0 to 1
     * @throws RuleSetException the rule set has errors
     * @throws StoreException   the store cannot be read, or the monitor was cancelled
     */
    DetectionResult detect(DetectionRequest request, Cancellation monitor) throws StoreException, RuleSetException;
}
