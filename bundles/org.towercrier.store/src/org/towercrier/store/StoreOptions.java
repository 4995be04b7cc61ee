package org.towercrier.store;

/**
 * How an engine may use the machine.
 *
 * @param memoryMiB the engine's memory in MiB, beside the Java heap; what needs more goes to the workspace's temporary
 *                  folder
 * @param threads   the engine's threads
 */
public record StoreOptions(int memoryMiB, int threads) {

    /** System property for the engine's memory in MiB. */
    public static final String MEMORY_PROPERTY = "towercrier.store.memory";

    /** System property for the number of the engine's threads. */
    public static final String THREADS_PROPERTY = "towercrier.store.threads";

    private static final int DEFAULT_MEMORY = 1024;
    private static final int SMALLEST_MEMORY = 128;

    public StoreOptions {
        if (memoryMiB < SMALLEST_MEMORY) {
            throw new IllegalArgumentException("The store needs " + SMALLEST_MEMORY + " MiB at least, not " + memoryMiB);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("The store needs one thread at least, not " + threads);
        }
    }

    /** 1 GiB and all processors, unless the system properties say otherwise. */
    public static StoreOptions defaults() {
        return new StoreOptions(Integer.getInteger(MEMORY_PROPERTY, DEFAULT_MEMORY),
                Integer.getInteger(THREADS_PROPERTY, Runtime.getRuntime().availableProcessors()));
    }
}
