package org.towercrier.ui;

import java.util.List;

/**
 * Finds things of an area by name for the search field of the window. Provided as an OSGi service; asked on the UI thread
 * with every key, so it has to answer within milliseconds.
 */
public interface FindProvider {

    /**
     * Something that was found.
     *
     * @param kind  what it is, in the user's words: cell, site, customer
     * @param label its name
     * @param open  goes there
     */
    record Found(String kind, String label, Runnable open) {
    }

    /** Somebody begins to search: the time to read, in the background, what {@link #find} looks among. */
    default void prepare() {
        // most have it at hand
    }

    /**
     * Finds by words that must all occur in the name.
     *
     * @param words what somebody typed, in lower case, at least one
     * @param most  how many are wanted at most
     */
    List<Found> find(List<String> words, int most);
}
