package org.towercrier.ui.map;

import java.util.List;

/**
 * An area on the map, such as a district.
 *
 * @param id its id
 * @param label its name, written in its middle when there is room; may be empty
 * @param rings closed lines as longitude and latitude in turns, degrees; by the even-odd rule a ring in another is a
 *        hole, as in GeoJSON
 */
public record MapPolygon(String id, String label, List<double[]> rings) {

    public MapPolygon {
        rings = List.copyOf(rings);
        for (double[] ring : rings) {
            if (ring.length % 2 != 0 || ring.length < 6) {
                throw new IllegalArgumentException("A ring of " + id + " has " + ring.length + " numbers");
            }
        }
    }
}
