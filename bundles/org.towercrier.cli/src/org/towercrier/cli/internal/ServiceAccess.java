package org.towercrier.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.towercrier.store.StoreException;

/** The services of the running product, seen from the command line. */
interface ServiceAccess {

    /** New instances of the sub-commands, one each. */
    List<Object> commands();

    /** Opens the workspace whose services are then to be had. */
    void open(Path workspace) throws StoreException;

    /** A service, waiting a while for it to come up. */
    <T> Optional<T> await(Class<T> type);

    /** The services that are there now. */
    <T> List<T> installed(Class<T> type);

    /** Why a service is missing, for the error message: what its component waits for, if that is known. */
    String whyMissing(Class<?> type);

    /** Closes the workspace if it is open. */
    void closeWorkspace() throws StoreException;
}
