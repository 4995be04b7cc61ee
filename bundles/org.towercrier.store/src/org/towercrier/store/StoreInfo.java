package org.towercrier.store;

import java.nio.file.Path;

/**
 * An open store.
 *
 * @param engine        the id of the engine, e.g. {@code duckdb}
 * @param engineVersion the engine's own version
 * @param formatVersion the version of the tables' format, see {@link #FORMAT}
 * @param location      the workspace folder
 */
public record StoreInfo(String engine, String engineVersion, int formatVersion, Path location) {

    /** The format this version of the product writes; older ones are migrated on opening, newer ones refused. */
    public static final int FORMAT = 1;
}
