package org.towercrier.ui.map;

/**
 * Web Mercator (EPSG:3857) scaled to the unit square: x grows from 0 at 180° W to 1 at 180° E, y from 0 at the northern
 * to 1 at the southern limit. At zoom z the world is 256·2<sup>z</sup> pixels wide.
 */
public final class Mercator {

    /** Latitude, degrees, at which the projection is cut so that the world is a square. */
    public static final double MAX_LATITUDE = 85.05112877980659;
    /** Length of the equator in metres (WGS 84 semi-major axis 6,378,137 m). */
    public static final double EQUATOR = 2 * Math.PI * 6_378_137.0;
    /** Width of the world at zoom 0, pixels. */
    public static final double TILE = 256;

    private Mercator() {
    }

    /** x of a longitude in degrees. */
    public static double x(double longitude) {
        return longitude / 360 + 0.5;
    }

    /** y of a latitude in degrees; latitudes beyond ±{@value #MAX_LATITUDE} are cut. */
    public static double y(double latitude) {
        double sine = Math.sin(Math.toRadians(Math.clamp(latitude, -MAX_LATITUDE, MAX_LATITUDE)));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }

    /** Longitude in degrees of an x. */
    public static double longitude(double x) {
        return (x - 0.5) * 360;
    }

    /** Latitude in degrees of a y. */
    public static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
    }

    /** Metres on the ground that one pixel covers at a y and a zoom. */
    public static double metresPerPixel(double y, double zoom) {
        return EQUATOR * Math.cos(Math.toRadians(latitude(y))) / (TILE * Math.pow(2, zoom));
    }
}
