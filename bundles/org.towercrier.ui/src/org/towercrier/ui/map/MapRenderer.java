package org.towercrier.ui.map;

import java.util.List;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.towercrier.ui.theme.Theme;

/** Draws all layers of a frame. */
final class MapRenderer {

    private MapRenderer() {
    }

    static void render(GC gc, Viewport viewport, Theme theme, List<MapLayer> layers, Set<String> selection) {
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        gc.setAlpha(255);
        gc.setBackground(theme.mapGround());
        gc.fillRectangle(0, 0, viewport.width(), viewport.height());
        PaintContext context = new PaintContext(gc, viewport, theme);
        layers.forEach(layer -> layer.paint(context));
        layers.forEach(layer -> layer.paintSelection(context, selection));
    }
}
