package org.towercrier.ui.map;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;

/** Administrative boundaries: the muted ground under everything else. */
public final class PolygonLayer implements MapLayer {

    private record Area(String label, List<double[]> rings, MapBounds bounds) {
    }

    private List<Area> areas = List.of();
    private MapBounds bounds = MapBounds.NONE;
    private Runnable repaint = () -> {};

    /** Shows other areas. */
    public void setPolygons(List<MapPolygon> polygons) {
        List<Area> projected = new ArrayList<>(polygons.size());
        MapBounds all = MapBounds.NONE;
        for (MapPolygon polygon : polygons) {
            Area area = project(polygon);
            projected.add(area);
            all = all.join(area.bounds());
        }
        areas = List.copyOf(projected);
        bounds = all;
        repaint.run();
    }

    private static Area project(MapPolygon polygon) {
        MapBounds bounds = MapBounds.NONE;
        List<double[]> rings = new ArrayList<>(polygon.rings().size());
        for (double[] ring : polygon.rings()) {
            double[] projected = new double[ring.length];
            for (int i = 0; i < ring.length; i += 2) {
                projected[i] = Mercator.x(ring[i]);
                projected[i + 1] = Mercator.y(ring[i + 1]);
                bounds = bounds.join(MapBounds.at(projected[i], projected[i + 1]));
            }
            rings.add(projected);
        }
        return new Area(polygon.label(), rings, bounds);
    }

    @Override
    public void attach(Runnable newRepaint) {
        repaint = newRepaint;
    }

    @Override
    public MapBounds bounds() {
        return bounds;
    }

    @Override
    public void paint(PaintContext context) {
        GC gc = context.gc();
        MapBounds seen = context.viewport().bounds();
        gc.setFillRule(SWT.FILL_EVEN_ODD);
        gc.setLineWidth(1);
        gc.setLineJoin(SWT.JOIN_ROUND);
        gc.setBackground(context.theme().mapLand());
        gc.setForeground(context.theme().mapBorder());
        for (Area area : areas) {
            if (!area.bounds().intersects(seen)) {
                continue;
            }
            Path path = new Path(gc.getDevice());
            try {
                area.rings().forEach(ring -> trace(path, ring, context.viewport()));
                gc.fillPath(path);
                gc.drawPath(path);
            } finally {
                path.dispose();
            }
        }
        for (Area area : areas) {
            if (!area.label().isEmpty() && area.bounds().intersects(seen)) {
                paintLabel(context, area);
            }
        }
    }

    /** Follows a ring, leaving out what is nearer than a pixel to the point before. */
    private static void trace(Path path, double[] ring, Viewport viewport) {
        double lastX = viewport.screenX(ring[0]);
        double lastY = viewport.screenY(ring[1]);
        path.moveTo((float) lastX, (float) lastY);
        for (int i = 2; i < ring.length; i += 2) {
            double x = viewport.screenX(ring[i]);
            double y = viewport.screenY(ring[i + 1]);
            if (Math.abs(x - lastX) + Math.abs(y - lastY) >= 1) {
                path.lineTo((float) x, (float) y);
                lastX = x;
                lastY = y;
            }
        }
        path.close();
    }

    private static void paintLabel(PaintContext context, Area area) {
        Viewport viewport = context.viewport();
        double wide = area.bounds().width() * viewport.scale();
        int needed = context.gc().textExtent(area.label()).x;
        if (wide > needed * 1.4 && wide < 6 * viewport.width()) {
            context.label(area.label(),
                    (int) viewport.screenX((area.bounds().minX() + area.bounds().maxX()) / 2),
                    (int) viewport.screenY((area.bounds().minY() + area.bounds().maxY()) / 2),
                    context.theme().mutedText());
        }
    }
}
