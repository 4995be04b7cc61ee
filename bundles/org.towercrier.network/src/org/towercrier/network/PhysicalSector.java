package org.towercrier.network;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Cells that cover the same ground: same site, and azimuths within 15 degrees. Capacity is judged per cell and per
 * physical sector.
 *
 * @param id
 *            stable name: the one given with the cells, else the site and the number of the sector, clockwise from north
 * @param site
 *            identity of the site
 * @param azimuth
 *            mean direction in degrees from north, empty for cells that cover all round
 * @param cells
 *            positions of the cells in the snapshot, ascending
 */
public record PhysicalSector(String id, String site, OptionalDouble azimuth, List<Integer> cells) {

    /** Degrees within which azimuths count as one direction. */
    public static final double TOLERANCE = 15;

    public PhysicalSector {
        Objects.requireNonNull(id);
        Objects.requireNonNull(site);
        cells = List.copyOf(cells);
    }
}
