package org.towercrier.ui.map;

/**
 * What part of the world is seen: an immutable value that converts between the projected world and pixels.
 *
 * @param centerX x of the middle, in the units of {@link Mercator}
 * @param centerY y of the middle
 * @param zoom zoom level, any fraction, {@value #MIN_ZOOM} to {@value #MAX_ZOOM}
 * @param width width in pixels
 * @param height height in pixels
 */
public record Viewport(double centerX, double centerY, double zoom, int width, int height) {

    public static final double MIN_ZOOM = 1;
    public static final double MAX_ZOOM = 20;

    public Viewport {
        zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
        centerX = Math.clamp(centerX, 0, 1);
        centerY = Math.clamp(centerY, 0, 1);
        width = Math.max(1, width);
        height = Math.max(1, height);
    }

    /** The viewport that shows {@code bounds} whole, with {@code padding} pixels around them. */
    public static Viewport fit(MapBounds bounds, int width, int height, int padding) {
        if (bounds.isEmpty()) {
            return new Viewport(0.5, 0.5, MIN_ZOOM, width, height);
        }
        double across = Math.max(40, width - 2 * padding) / Math.max(bounds.width(), 1e-9);
        double down = Math.max(40, height - 2 * padding) / Math.max(bounds.height(), 1e-9);
        double zoom = Math.min(Math.log(Math.min(across, down) / Mercator.TILE) / Math.log(2), 16);
        return new Viewport((bounds.minX() + bounds.maxX()) / 2, (bounds.minY() + bounds.maxY()) / 2, zoom, width,
                height);
    }

    /** Pixels per unit of the projected world. */
    public double scale() {
        return Mercator.TILE * Math.pow(2, zoom);
    }

    /** Pixel column of an x. */
    public double screenX(double x) {
        return (x - centerX) * scale() + width / 2.0;
    }

    /** Pixel row of a y. */
    public double screenY(double y) {
        return (y - centerY) * scale() + height / 2.0;
    }

    /** x of a pixel column. */
    public double worldX(double screenX) {
        return (screenX - width / 2.0) / scale() + centerX;
    }

    /** y of a pixel row. */
    public double worldY(double screenY) {
        return (screenY - height / 2.0) / scale() + centerY;
    }

    /** The world that is seen. */
    public MapBounds bounds() {
        return bounds(0);
    }

    /** The world that is seen, and {@code margin} pixels around it. */
    public MapBounds bounds(double margin) {
        return new MapBounds(worldX(-margin), worldY(-margin), worldX(width + margin), worldY(height + margin));
    }

    /** Metres on the ground per pixel in the middle. */
    public double metresPerPixel() {
        return Mercator.metresPerPixel(centerY, zoom);
    }

    /** The viewport after dragging the map by pixels: what was under the mouse stays under it. */
    public Viewport panned(double right, double down) {
        return new Viewport(centerX - right / scale(), centerY - down / scale(), zoom, width, height);
    }

    /** The viewport at another zoom, with the place under the given pixel kept there. */
    public Viewport zoomedAt(double pixelX, double pixelY, double newZoom) {
        double clamped = Math.clamp(newZoom, MIN_ZOOM, MAX_ZOOM);
        double newScale = Mercator.TILE * Math.pow(2, clamped);
        return new Viewport(worldX(pixelX) - (pixelX - width / 2.0) / newScale,
                worldY(pixelY) - (pixelY - height / 2.0) / newScale, clamped, width, height);
    }

    /** The viewport in a window of another size, around the same middle. */
    public Viewport resized(int newWidth, int newHeight) {
        return new Viewport(centerX, centerY, zoom, newWidth, newHeight);
    }

    /** The viewport between this one and another, {@code share} of the way, for moving smoothly. */
    public Viewport towards(Viewport other, double share) {
        return new Viewport(centerX + (other.centerX - centerX) * share, centerY + (other.centerY - centerY) * share,
                zoom + (other.zoom - zoom) * share, width, height);
    }
}
