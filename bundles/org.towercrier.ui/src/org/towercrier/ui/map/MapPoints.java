package org.towercrier.ui.map;

/**
 * Points on the map, such as access points, candidate sites or complaints: one array per attribute.
 *
 * @param longitude degrees; NaN when not known
 * @param latitude degrees; NaN when not known
 * @param series number of each point's colour, see {@link org.towercrier.ui.theme.Theme#series(int)}
 * @param id ids, as they appear in selections
 * @param label names for people
 */
public record MapPoints(double[] longitude, double[] latitude, byte[] series, String[] id, String[] label) {

    /** No points. */
    public static final MapPoints NONE = new MapPoints(new double[0], new double[0], new byte[0], new String[0],
            new String[0]);

    public MapPoints {
        int n = id.length;
        if (longitude.length != n || latitude.length != n || series.length != n || label.length != n) {
            throw new IllegalArgumentException("The arrays of points differ in length: " + n + " ids");
        }
    }

    public int size() {
        return id.length;
    }
}
