package org.towercrier.store;

/**
 * A wish to stop, asked by the store and set from outside, and the way back for progress. A progress monitor is adapted
 * to it with {@link CancelSwitch}.
 */
public interface Cancellation {

    /** Whether the work should stop. */
    boolean cancelled();

    /**
     * Calls {@code stop} once when the cancel comes, from the cancelling thread; at once when it has come already.
     *
     * @return ends the registration; must be closed when the work is over
     */
    Registration onCancel(Runnable stop);

    /**
     * Told now and then while one statement runs.
     *
     * @param fraction how much of the running statement is done, 0 to 1
     */
    default void progress(double fraction) {
    }

    /** Never cancelled. */
    static Cancellation none() {
        return NeverCancelled.INSTANCE;
    }

    /** The end of a registration. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {

        @Override
        void close();
    }
}
