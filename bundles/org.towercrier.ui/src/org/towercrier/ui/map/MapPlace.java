package org.towercrier.ui.map;

/**
 * A place on a map as it is shown.
 *
 * @param latitude  degrees, WGS 84
 * @param longitude degrees, WGS 84
 * @param viewport  of the map
 */
public record MapPlace(double latitude, double longitude, Viewport viewport) {

    /** The place under a pixel. */
    public static MapPlace at(Viewport viewport, double px, double py) {
        return new MapPlace(Mercator.latitude(viewport.worldY(py)), Mercator.longitude(viewport.worldX(px)), viewport);
    }
}
