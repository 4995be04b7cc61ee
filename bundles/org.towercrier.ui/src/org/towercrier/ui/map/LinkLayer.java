package org.towercrier.ui.map;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Lines between places: relay links of access points, neighbour relations of a cell. */
public final class LinkLayer implements MapLayer {

    private final List<LegendEntry> legend;
    private final int series;
    private double[] ends = new double[0];
    private MapBounds bounds = MapBounds.NONE;
    private Runnable repaint = () -> {};

    /** A layer in one of the series colours of the theme. */
    public LinkLayer(int series, List<LegendEntry> legend) {
        this.series = series;
        this.legend = List.copyOf(legend);
    }

    /**
     * Shows other links.
     *
     * @param degrees longitude and latitude of one end and of the other, four numbers for each link
     */
    public void setLinks(double[] degrees) {
        if (degrees.length % 4 != 0) {
            throw new IllegalArgumentException(degrees.length + " numbers are not four for each link");
        }
        double[] projected = new double[degrees.length];
        MapBounds all = MapBounds.NONE;
        for (int i = 0; i < degrees.length; i += 2) {
            projected[i] = Mercator.x(degrees[i]);
            projected[i + 1] = Mercator.y(degrees[i + 1]);
            all = all.join(MapBounds.at(projected[i], projected[i + 1]));
        }
        ends = projected;
        bounds = all;
        repaint.run();
    }

    @Override
    public void attach(Runnable newRepaint) {
        repaint = newRepaint;
    }

    @Override
    public void paint(PaintContext context) {
        Viewport viewport = context.viewport();
        MapBounds seen = viewport.bounds();
        GC gc = context.gc();
        gc.setForeground(context.theme().series(series));
        gc.setLineWidth(2);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setAlpha(170);
        for (int i = 0; i < ends.length; i += 4) {
            MapBounds link = MapBounds.at(ends[i], ends[i + 1]).join(MapBounds.at(ends[i + 2], ends[i + 3]));
            if (link.intersects(seen)) {
                gc.drawLine((int) Math.round(viewport.screenX(ends[i])), (int) Math.round(viewport.screenY(ends[i + 1])),
                        (int) Math.round(viewport.screenX(ends[i + 2])),
                        (int) Math.round(viewport.screenY(ends[i + 3])));
            }
        }
        gc.setAlpha(255);
        gc.setLineWidth(1);
    }

    @Override
    public MapBounds bounds() {
        return bounds;
    }

    @Override
    public List<LegendEntry> legend() {
        return legend;
    }
}
