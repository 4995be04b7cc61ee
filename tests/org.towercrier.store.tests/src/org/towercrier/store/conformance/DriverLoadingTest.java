package org.towercrier.store.conformance;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.store.EngineSession;
import org.towercrier.store.StoreOptions;
import org.towercrier.store.duckdb.DuckDbEngine;

/** The driver takes its native library from the cache. */
class DriverLoadingTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("the driver is loaded by the loader that knows the cached library, not by its own unpacking")
    void cachedLibrary() throws Exception {
        try (EngineSession session = new DuckDbEngine().open(folder, new StoreOptions(256, 1))) {
            assertNotSame(DuckDbEngine.class.getClassLoader(), session.getClass().getClassLoader());
            assertTrue(session.version().startsWith("v"), session.version());
        }
    }
}
