package org.towercrier.command;

/**
 * Progress to the terminal and cancellation from it. Safe for use by several threads. Progress is drawn on standard
 * error, only when that is a terminal, a few times a second at most: reporting often costs nothing.
 */
public interface CommandMonitor {

    /**
     * Begins a task; an earlier one is over.
     *
     * @param name
     *            what is done, in the user's language
     * @param total
     *            size of the work in {@code unit}s, or 0 when it is not known
     * @param unit
     *            what is counted, for example {@code "rows"}; empty for none
     */
    void task(String name, long total, String unit);

    /** How much of the current task is done so far (not the step since the last call). */
    void progress(long done);

    /** Whether the user asked to stop. */
    boolean cancelled();

    /**
     * @throws CancelledException
     *             when the user asked to stop
     */
    void checkCancelled();

    /**
     * Runs {@code stop} once, on another thread, when the user asks to stop; at once when that has already happened.
     *
     * @return takes {@code stop} out again
     */
    Registration onCancel(Runnable stop);

    /** Takes a registration back. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
