package org.towercrier.workbench.internal;

/**
 * Something that can be found by its name.
 *
 * @param kind what it is, in the user's words: perspective, view, command
 * @param label its name in the user's language
 * @param open goes there
 */
record FindEntry(String kind, String label, Runnable open) {
}
