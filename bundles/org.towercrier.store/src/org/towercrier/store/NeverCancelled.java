package org.towercrier.store;

/** The cancellation nobody can set. */
enum NeverCancelled implements Cancellation {
    INSTANCE;

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public Registration onCancel(Runnable stop) {
        return () -> {};
    }
}
