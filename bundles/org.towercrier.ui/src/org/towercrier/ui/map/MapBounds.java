package org.towercrier.ui.map;

/**
 * A rectangle of the projected world, in the units of {@link Mercator}.
 *
 * @param minX western edge
 * @param minY northern edge
 * @param maxX eastern edge
 * @param maxY southern edge
 */
public record MapBounds(double minX, double minY, double maxX, double maxY) {

    /** Bounds of nothing; joining them with others gives the others. */
    public static final MapBounds NONE = new MapBounds(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Bounds of a single place. */
    public static MapBounds at(double x, double y) {
        return new MapBounds(x, y, x, y);
    }

    /** Bounds of a rectangle in degrees. */
    public static MapBounds ofDegrees(double west, double south, double east, double north) {
        return new MapBounds(Mercator.x(west), Mercator.y(north), Mercator.x(east), Mercator.y(south));
    }

    public boolean isEmpty() {
        return minX > maxX || minY > maxY;
    }

    public double width() {
        return maxX - minX;
    }

    public double height() {
        return maxY - minY;
    }

    public boolean contains(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    public boolean intersects(MapBounds other) {
        return minX <= other.maxX && maxX >= other.minX && minY <= other.maxY && maxY >= other.minY;
    }

    /** The least bounds that hold both. */
    public MapBounds join(MapBounds other) {
        return new MapBounds(Math.min(minX, other.minX), Math.min(minY, other.minY), Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }

    /** These bounds grown by {@code margin} on each side. */
    public MapBounds grown(double margin) {
        return new MapBounds(minX - margin, minY - margin, maxX + margin, maxY + margin);
    }
}
