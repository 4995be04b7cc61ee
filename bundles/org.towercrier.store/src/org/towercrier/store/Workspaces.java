package org.towercrier.store;

import java.nio.file.Path;
import java.util.Optional;

/** Opens and closes the one workspace of this process; a DS service. */
public interface Workspaces {

    /**
     * Opens the workspace of a folder, creating it when there is none, and registers its {@link Store} as a service. A
     * workspace that is open is closed first; opening the open one again returns it.
     *
     * @throws StoreLockedException   another process has it open
     * @throws StoreReadOnlyException the folder cannot be written
     * @throws StoreDamagedException  the file is not a readable store
     * @throws StoreFormatException   a newer version of the product wrote it
     */
    Store open(Path folder) throws StoreException;

    /** The open store. */
    Optional<Store> current();

    /** Closes the open workspace, if any: the services that need the store go first. */
    void close() throws StoreException;
}
