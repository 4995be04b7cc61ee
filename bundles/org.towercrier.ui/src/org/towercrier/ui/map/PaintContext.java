package org.towercrier.ui.map;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.towercrier.ui.theme.Theme;

/** What a layer needs to draw one frame. */
public final class PaintContext {

    private final GC gc;
    private final Viewport viewport;
    private final Theme theme;
    private final LabelPlacer labels = new LabelPlacer();

    public PaintContext(GC gc, Viewport viewport, Theme theme) {
        this.gc = gc;
        this.viewport = viewport;
        this.theme = theme;
    }

    /** Where to draw; layers leave alpha, clipping and line style as they found them. */
    public GC gc() {
        return gc;
    }

    public Viewport viewport() {
        return viewport;
    }

    public Theme theme() {
        return theme;
    }

    /** Keeps labels from covering one another. */
    public LabelPlacer labels() {
        return labels;
    }

    /**
     * Writes a label centred below a pixel, on a veil so that it reads on anything, if there is room for it.
     *
     * @return whether it was written
     */
    public boolean label(String text, int centerX, int top, Color colour) {
        Point extent = gc.textExtent(text);
        int left = centerX - extent.x / 2;
        if (!labels.claim(left - 2, top, extent.x + 4, extent.y)) {
            return false;
        }
        gc.setAlpha(190);
        gc.setBackground(theme.mapLand());
        gc.fillRoundRectangle(left - 3, top, extent.x + 6, extent.y, 6, 6);
        gc.setAlpha(255);
        gc.setForeground(colour);
        gc.drawText(text, left, top, true);
        return true;
    }
}
