package org.towercrier.store;

import java.nio.file.Path;

/** The workspace folder, or the file in it, cannot be written. */
public final class StoreReadOnlyException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param folder the workspace
     */
    public StoreReadOnlyException(Path folder, Throwable cause) {
        super("ReadOnly", cause, folder);
    }
}
