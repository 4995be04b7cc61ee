package org.towercrier.ui.map;

/**
 * What is written around the map.
 *
 * @param attribution where the data is from, or that it is synthetic; may be empty
 * @param time time that the colours speak of; may be empty
 */
public record MapOptions(String attribution, String time) {

    /** Nothing. */
    public static final MapOptions NONE = new MapOptions("", "");
}
