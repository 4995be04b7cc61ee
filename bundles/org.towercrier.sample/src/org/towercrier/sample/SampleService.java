package org.towercrier.sample;

import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;

/** Fills the open workspace with the sample city; a service while a workspace is open. */
public interface SampleService {

    /** Whether the workspace holds network, measurements or customers already. */
    boolean hasData() throws StoreException;

    /** Whether all the network that the workspace holds is synthetic; true for an empty one. */
    boolean onlySynthetic() throws StoreException;

    /**
     * Empties every table of the workspace, documents stay, and writes the city, all in one transaction: after a
     * cancel or a crash everything is as before.
     *
     * @param cancel
     *            stops the work, and is told the share that is done
     */
    SampleReport replaceAll(SampleRequest request, Cancellation cancel) throws StoreException;
}
