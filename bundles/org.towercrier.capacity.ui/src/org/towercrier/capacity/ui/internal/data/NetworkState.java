package org.towercrier.capacity.ui.internal.data;

import java.util.Optional;

import org.towercrier.store.StoreException;

/**
 * What the views know of the network at a moment.
 *
 * @param snapshot what was loaded last
 * @param trouble  what stood in the way of the last load; the snapshot is then that of an earlier one
 * @param loading  whether a newer one is being loaded
 */
public record NetworkState(NetworkSnapshot snapshot, Optional<StoreException> trouble, boolean loading) {

    /** Before anything was loaded. */
    public static final NetworkState NONE = new NetworkState(NetworkSnapshot.EMPTY, Optional.empty(), false);

    NetworkState whileLoading() {
        return new NetworkState(snapshot, trouble, true);
    }

    NetworkState failed(StoreException failure) {
        return new NetworkState(snapshot, Optional.of(failure), false);
    }

    /** Whether nothing was loaded yet, but soon will be. */
    boolean beginning() {
        return loading && snapshot == NetworkSnapshot.EMPTY;
    }

    /** Whether views look the same but for the loading bar. */
    boolean looksLike(NetworkState other) {
        return snapshot == other.snapshot && trouble.equals(other.trouble) && beginning() == other.beginning();
    }
}
