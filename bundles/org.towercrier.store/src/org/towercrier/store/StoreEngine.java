package org.towercrier.store;

import java.nio.file.Path;

/** A database engine that can hold a store: a whiteboard service. */
public interface StoreEngine {

    /** The id, e.g. {@code duckdb}. */
    String id();

    /**
     * Opens or creates the engine's database in a workspace folder. The caller holds the workspace lock.
     *
     * @throws StoreException the folder cannot be written, the file is damaged, …
     */
    EngineSession open(Path folder, StoreOptions options) throws StoreException;
}
