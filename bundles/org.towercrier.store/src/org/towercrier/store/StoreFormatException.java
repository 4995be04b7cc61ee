package org.towercrier.store;

import java.nio.file.Path;

/** The store was written by a newer version of the product. */
public final class StoreFormatException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param found     the format of the store
     * @param supported the newest format this product knows
     */
    public StoreFormatException(Path folder, int found, int supported) {
        super("Format", null, folder, found, supported);
    }
}
