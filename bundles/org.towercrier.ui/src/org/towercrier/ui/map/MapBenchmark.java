package org.towercrier.ui.map;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.towercrier.ui.theme.Theme;

/** Times frames of the map as they are drawn, whole and without any cache. */
public final class MapBenchmark {

    private MapBenchmark() {
    }

    /**
     * Times of frames.
     *
     * @param frames number of frames
     * @param median milliseconds of the frame in the middle
     * @param worst milliseconds of the slowest frame
     */
    public record FrameTimes(int frames, double median, double worst) {
    }

    /** Draws one frame into a new image, which the caller disposes of. */
    public static Image frame(Device device, List<MapLayer> layers, Viewport viewport, Theme theme) {
        Image image = new Image(device,
                new ImageData(viewport.width(), viewport.height(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF)));
        GC gc = new GC(image);
        try {
            MapRenderer.render(gc, viewport, theme, layers, Set.of());
        } finally {
            gc.dispose();
        }
        return image;
    }

    /** Draws the given viewports one after the other; the first is drawn once before, to warm up. */
    public static FrameTimes run(Device device, List<MapLayer> layers, List<Viewport> viewports, Theme theme) {
        Viewport size = viewports.getFirst();
        Image image = new Image(device,
                new ImageData(size.width(), size.height(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF)));
        GC gc = new GC(image);
        double[] millis = new double[viewports.size()];
        try {
            MapRenderer.render(gc, size, theme, layers, Set.of());
            for (int i = 0; i < millis.length; i++) {
                long start = System.nanoTime();
                MapRenderer.render(gc, viewports.get(i), theme, layers, Set.of());
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        } finally {
            gc.dispose();
            image.dispose();
        }
        Arrays.sort(millis);
        return new FrameTimes(millis.length, millis[millis.length / 2], millis[millis.length - 1]);
    }

    /** A tour over {@code bounds}: from the whole to a street and back, and along it at each height. */
    public static List<Viewport> tour(MapBounds bounds, int width, int height, int frames) {
        Viewport whole = Viewport.fit(bounds, width, height, 40);
        Viewport[] tour = new Viewport[frames];
        for (int i = 0; i < frames; i++) {
            double share = i / (double) Math.max(1, frames - 1);
            double zoom = whole.zoom() + (17 - whole.zoom()) * (1 - Math.abs(1 - 2 * share));
            double along = 0.35 + 0.3 * share;
            tour[i] = new Viewport(bounds.minX() + bounds.width() * along, bounds.minY() + bounds.height() * 0.5, zoom,
                    width, height);
        }
        return List.of(tour);
    }
}
