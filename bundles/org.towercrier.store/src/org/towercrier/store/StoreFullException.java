package org.towercrier.store;

import java.nio.file.Path;

/** The disk of the workspace is full; what was committed before is safe. */
public final class StoreFullException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param folder the workspace
     */
    public StoreFullException(Path folder, Throwable cause) {
        super("Full", cause, folder);
    }
}
