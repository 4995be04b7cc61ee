package org.towercrier.store.duckdb.internal;

import java.nio.file.Path;

import org.towercrier.store.EngineSession;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreOptions;

/** Opens database files; the bridge to the classes that see the driver. */
public interface Opener {

    /**
     * Opens or creates a database.
     *
     * @param folder the workspace
     * @param file   the database file in it
     */
    EngineSession open(Path folder, Path file, StoreOptions options) throws StoreException;
}
