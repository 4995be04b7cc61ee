package org.towercrier.store;

import java.nio.file.Path;

/** The file is not a readable store. */
public final class StoreDamagedException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the store's file
     */
    public StoreDamagedException(Path file, Throwable cause) {
        super("Damaged", cause, file, reason(cause));
    }

    private static String reason(Throwable cause) {
        return cause == null || cause.getMessage() == null ? "" : cause.getMessage().lines().findFirst().orElse("");
    }
}
