package org.towercrier.planning.solver;

/** Waiting for threads that end by themselves, for planners and the solvers behind them. */
public final class Threads {

    private Threads() {
    }

    /** Waits for a thread to end, also when interrupted; the interruption is kept for the caller. */
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
