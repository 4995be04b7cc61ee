package org.towercrier.ui.map;

import org.eclipse.swt.graphics.GC;

/** Meridians and parallels in round steps, so that a map without a background still has a ground to stand on. */
public final class GraticuleLayer implements MapLayer {

    private static final double[] STEPS = { 30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001 };
    private static final int LEAST_PIXELS = 110;

    @Override
    public void paint(PaintContext context) {
        Viewport viewport = context.viewport();
        GC gc = context.gc();
        double pixelsPerDegree = viewport.scale() / 360;
        double step = STEPS[0];
        for (double candidate : STEPS) {
            if (candidate * pixelsPerDegree < LEAST_PIXELS) {
                break;
            }
            step = candidate;
        }
        MapBounds bounds = viewport.bounds();
        gc.setForeground(context.theme().mapGrid());
        gc.setLineWidth(1);
        long from = (long) Math.ceil(Mercator.longitude(bounds.minX()) / step);
        long to = (long) Math.floor(Mercator.longitude(bounds.maxX()) / step);
        for (long i = from; i <= to; i++) {
            int x = (int) Math.round(viewport.screenX(Mercator.x(i * step)));
            gc.drawLine(x, 0, x, viewport.height());
        }
        from = (long) Math.ceil(Mercator.latitude(bounds.maxY()) / step);
        to = (long) Math.floor(Mercator.latitude(bounds.minY()) / step);
        for (long i = from; i <= to; i++) {
            int y = (int) Math.round(viewport.screenY(Mercator.y(i * step)));
            gc.drawLine(0, y, viewport.width(), y);
        }
    }
}
