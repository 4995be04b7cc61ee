package org.towercrier.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

import org.towercrier.store.internal.OpenStore;

/** Opens stores without OSGi: for tests and tools. In the product, {@link Workspaces} does it. */
public final class Stores {

    private Stores() {
    }

    /**
     * Opens or creates the store of a folder and locks it for this process.
     *
     * @param listener told of commits and saved documents, on the thread that made them
     * @param clock    the time documents are saved at
     */
    public static Store open(StoreEngine engine, Path folder, StoreOptions options, StoreListener listener, Clock clock)
            throws StoreException {
        return OpenStore.open(Objects.requireNonNull(engine), folder, options, listener, clock);
    }

    /** Opens or creates the store of a folder with default options, telling nobody. */
    public static Store open(StoreEngine engine, Path folder) throws StoreException {
        return open(engine, folder, StoreOptions.defaults(), StoreListener.NONE, Clock.systemUTC());
    }
}
