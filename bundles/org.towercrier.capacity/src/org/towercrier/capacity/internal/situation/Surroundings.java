package org.towercrier.capacity.internal.situation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the cells with alarms are, and which are neighbours.
 *
 * @param places     by cell id; a cell that is not known is missing
 * @param neighbours by cell id, in both directions
 */
public record Surroundings(Map<String, Place> places, Map<String, Set<String>> neighbours) {

    /**
     * A cell's place.
     *
     * @param sector    id of its physical sector
     * @param site      id of its site
     * @param latitude  degrees, NaN when unknown
     * @param longitude degrees, NaN when unknown
     */
    public record Place(Optional<String> sector, Optional<String> site, double latitude, double longitude) {
        boolean located() {
            return !Double.isNaN(latitude) && !Double.isNaN(longitude);
        }
    }

    /** The sector; a cell without a known one is a sector of its own. */
    String sector(String cell) {
        return Optional.ofNullable(places.get(cell)).flatMap(Place::sector).orElse(cell);
    }

    /** The site; a cell without a known one is on its own. */
    String site(String cell) {
        return Optional.ofNullable(places.get(cell)).flatMap(Place::site).orElseGet(() -> sector(cell));
    }

    Set<String> neighbours(String cell) {
        return neighbours.getOrDefault(cell, Set.of());
    }

    Optional<Place> located(String cell) {
        return Optional.ofNullable(places.get(cell)).filter(Place::located);
    }
}
