package org.towercrier.network;

import java.util.Optional;
import org.towercrier.model.network.Cell;
import org.towercrier.store.StoreException;

/** The topology that the open workspace holds; a service while a workspace is open. */
public interface TopologyService {

    /**
     * A snapshot of the whole topology as it is now. It does not follow later imports: load it again when the store tells
     * that its tables changed.
     */
    Topology load() throws StoreException;

    /** One cell with all its attributes, detached, for a property sheet; its references are not resolved. */
    Optional<Cell> cell(String id) throws StoreException;
}
