package org.towercrier.store.duckdb;

import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;
import org.towercrier.store.EngineSession;
import org.towercrier.store.StoreEngine;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreOptions;
import org.towercrier.store.duckdb.internal.DriverLoader;

/** Stores in the file {@value #FILE} of the workspace folder, by DuckDB. */
@Component(property = "engine=" + DuckDbEngine.ID)
public final class DuckDbEngine implements StoreEngine {

    /** The id of this engine. */
    public static final String ID = "duckdb";

    /** The store's file in the workspace folder. */
    public static final String FILE = "store.duckdb";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public EngineSession open(Path folder, StoreOptions options) throws StoreException {
        return DriverLoader.opener().open(folder, folder.resolve(FILE), options);
    }
}
