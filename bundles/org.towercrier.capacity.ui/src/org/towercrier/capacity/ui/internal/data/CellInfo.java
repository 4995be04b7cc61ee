package org.towercrier.capacity.ui.internal.data;

import java.util.Optional;

/**
 * What the views show of a cell.
 *
 * @param id         its id
 * @param name       its name, the id when it has none
 * @param site       name of its site, empty when it has none
 * @param region     name of its region, empty when it has none
 * @param technology literal, empty when not known
 * @param scenario   literal of the coverage scenario, empty when not known
 * @param sector     id of the physical sector, empty when not known
 * @param band       name of the band, empty when not known
 * @param bandwidth  MHz
 * @param longitude  degrees, NaN when not known
 * @param latitude   degrees, NaN when not known
 * @param azimuth    degrees clockwise from north, NaN when not known
 * @param beamWidth  degrees, NaN when not known
 * @param range      metres, NaN when not known
 * @param synthetic  whether it belongs to a sample city
 */
public record CellInfo(String id, String name, String site, String region, String technology, String scenario,
        String sector, String band, Optional<Double> bandwidth, double longitude, double latitude, double azimuth,
        double beamWidth, double range, boolean synthetic) {

    /** Whether it can be shown on a map. */
    public boolean placed() {
        return !Double.isNaN(longitude) && !Double.isNaN(latitude);
    }
}
