package org.towercrier.capacity.ui.internal.data;

import org.towercrier.store.StoreException;

/** Something that was done in the store and can be taken back. */
@FunctionalInterface
public interface Reversible {

    /** Takes it back, away from the thread of the window, and returns what takes that back in turn. */
    Reversible reverse() throws StoreException;
}
