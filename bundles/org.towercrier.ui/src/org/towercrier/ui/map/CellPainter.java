package org.towercrier.ui.map;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.towercrier.ui.theme.Contrast;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;

/** Draws sectors and bubbles of one frame. */
final class CellPainter {

    /** Values are drawn in so many colours, each in one go. */
    private static final int VALUE_CLASSES = 24;
    private static final float OMNI_SHARE = 0.6f;
    /** From this radius in pixels on there is room for the shape of the severity. */
    private static final float GLYPH_RADIUS = 19;
    private static final double LABEL_ZOOM = 15;
    private static final int MOST_LABELS = 50;
    /** An edge costs twice as much as a fill: among more cells than this only alarms get one. */
    private static final int MOST_EDGES = 500;

    private final PaintContext context;
    private final Viewport viewport;
    private final GC gc;
    private final Theme theme;
    private final MapCells cells;
    private final int[] rings;
    private final CellColouring colouring;

    CellPainter(PaintContext context, MapCells cells, int[] rings, CellColouring colouring) {
        this.context = context;
        this.viewport = context.viewport();
        this.gc = context.gc();
        this.theme = context.theme();
        this.cells = cells;
        this.rings = rings;
        this.colouring = colouring;
    }

    /** Order of painting and of hits: what is worse lies above. */
    static int rank(CellColouring colouring, int cell) {
        return switch (colouring) {
            case CellColouring.Plain plain -> 0;
            case CellColouring.BySeverity by -> by.severity()[cell] < 0 ? 0
                    : Severity.values().length - by.severity()[cell];
            case CellColouring.ByValue by -> Float.isNaN(by.value()[cell]) ? 0
                    : 1 + (int) Math.round(by.scale().share(by.value()[cell]) * (VALUE_CLASSES - 1));
        };
    }

    /** Radius in pixels of a cell's wedge: true to scale when near, never too small to see or too large to see past. */
    static float radius(Viewport viewport, MapCells cells, int cell) {
        double zoom = viewport.zoom();
        double least = Math.clamp(6 + (zoom - 10) * 2.2, 6, 20);
        double most = Math.clamp(10 + (zoom - 10) * 6.5, 12, 90);
        float metres = cells.radius()[cell];
        double wanted = (Float.isNaN(metres) ? 250 : metres) / viewport.metresPerPixel();
        return (float) Math.clamp(wanted, least, most);
    }

    static boolean contains(Viewport viewport, MapCells cells, int[] rings, int cell, double worldX, double worldY,
            double px, double py) {
        double dx = px - viewport.screenX(worldX);
        double dy = py - viewport.screenY(worldY);
        float radius = radius(viewport, cells, cell) * (cells.isOmni(cell) ? OMNI_SHARE : 1);
        double distance = Math.hypot(dx, dy);
        int of = Math.max(1, rings[cell] >>> 16);
        int ring = rings[cell] & 0xFFFF;
        if (distance > radius * (ring + 1) / of || distance < radius * ring / of) {
            return false;
        }
        if (cells.isOmni(cell)) {
            return true;
        }
        double direction = Math.toDegrees(Math.atan2(dx, -dy));
        double off = Math.abs(Math.IEEEremainder(direction - cells.azimuth()[cell], 360));
        return off <= cells.beamWidth()[cell] / 2;
    }

    void paintSectors(int[] singles, double[] x, double[] y) {
        int ranks = colouring instanceof CellColouring.ByValue ? VALUE_CLASSES + 1 : Severity.values().length + 1;
        WedgePath[] paths = new WedgePath[ranks];
        try {
            for (int cell : singles) {
                int rank = rank(colouring, cell);
                if (paths[rank] == null) {
                    paths[rank] = new WedgePath(gc.getDevice());
                }
                add(paths[rank], cell, (float) viewport.screenX(x[cell]), (float) viewport.screenY(y[cell]));
            }
            gc.setLineWidth(1);
            for (int rank = 0; rank < ranks; rank++) {
                if (paths[rank] != null) {
                    fill(paths[rank], rank, singles.length <= MOST_EDGES);
                }
            }
        } finally {
            for (WedgePath path : paths) {
                if (path != null) {
                    path.dispose();
                }
            }
        }
        gc.setAlpha(255);
        if (colouring instanceof CellColouring.BySeverity by) {
            paintGlyphs(singles, by.severity(), x, y);
        }
        if (viewport.zoom() >= LABEL_ZOOM) {
            paintLabels(singles, x, y);
        }
    }

    private void add(WedgePath path, int cell, float sx, float sy) {
        float radius = radius(viewport, cells, cell);
        int of = Math.max(1, rings[cell] >>> 16);
        int ring = rings[cell] & 0xFFFF;
        float gap = of > 1 && radius > 14 ? 1f : 0;
        if (cells.isOmni(cell)) {
            float outer = radius * OMNI_SHARE;
            path.disc(sx, sy, ring == 0 ? 0 : outer * ring / of + gap, outer * (ring + 1) / of);
        } else {
            path.wedge(sx, sy, ring == 0 ? 0 : radius * ring / of + gap, radius * (ring + 1) / of,
                    cells.azimuth()[cell], cells.beamWidth()[cell]);
        }
    }

    private void fill(WedgePath shapes, int rank, boolean edges) {
        Color fill = colour(rank);
        boolean quiet = rank == 0;
        gc.setAlpha(quiet ? 95 : 225);
        gc.setBackground(fill);
        gc.fillPath(shapes.path());
        if (edges || !quiet && colouring instanceof CellColouring.BySeverity) {
            gc.setAlpha(quiet ? 150 : 255);
            gc.setForeground(Contrast.mix(fill, theme.isDark() ? theme.mapGround() : theme.text(), quiet ? 0.1 : 0.35));
            gc.drawPath(shapes.path());
        }
    }

    private Color colour(int rank) {
        if (rank == 0) {
            return theme.mapCell();
        }
        return colouring instanceof CellColouring.ByValue ? theme.sequential((rank - 1) / (double) (VALUE_CLASSES - 1))
                : theme.severity(Severity.values()[Severity.values().length - rank]);
    }

    private void paintGlyphs(int[] singles, byte[] severities, double[] x, double[] y) {
        for (int cell : singles) {
            float radius = radius(viewport, cells, cell);
            int of = Math.max(1, rings[cell] >>> 16);
            if (severities[cell] < 0 || radius / of < GLYPH_RADIUS) {
                continue;
            }
            Severity severity = Severity.values()[severities[cell]];
            double middle = cells.isOmni(cell) ? 0 : radius * ((rings[cell] & 0xFFFF) + 0.6) / of;
            double direction = Math.toRadians(cells.isOmni(cell) ? 0 : cells.azimuth()[cell]);
            Color ink = Contrast.ink(theme.severity(severity));
            SeverityGlyph.draw(gc, severity, (int) Math.round(viewport.screenX(x[cell]) + middle * Math.sin(direction)),
                    (int) Math.round(viewport.screenY(y[cell]) - middle * Math.cos(direction)), 7, ink, ink);
        }
    }

    private void paintLabels(int[] singles, double[] x, double[] y) {
        MapBounds seen = viewport.bounds();
        String last = "";
        int written = 0;
        for (int cell : singles) {
            String site = cells.site()[cell];
            if (!site.isEmpty() && !site.equals(last) && seen.contains(x[cell], y[cell]) && written < MOST_LABELS) {
                int top = (int) (viewport.screenY(y[cell]) + radius(viewport, cells, cell) * 0.75f + 2);
                written += context.label(site, (int) viewport.screenX(x[cell]), top, theme.text()) ? 1 : 0;
                last = site;
            }
        }
    }

    void paintBubble(Bubble bubble, SpatialIndex index) {
        int[] counts = new int[Severity.values().length];
        double[] sum = new double[2];
        bubble.forEach(index, cell -> {
            if (colouring instanceof CellColouring.BySeverity by && by.severity()[cell] >= 0) {
                counts[by.severity()[cell]]++;
            } else if (colouring instanceof CellColouring.ByValue by && !Float.isNaN(by.value()[cell])) {
                sum[0] += by.value()[cell];
                sum[1]++;
            }
        });
        int cx = (int) Math.round(viewport.screenX(bubble.x()));
        int cy = (int) Math.round(viewport.screenY(bubble.y()));
        int radius = bubble.radius();
        boolean valued = sum[1] > 0;
        Color fill = valued && colouring instanceof CellColouring.ByValue by
                ? theme.sequential(by.scale().share(sum[0] / sum[1])) : theme.background();
        gc.setAlpha(240);
        gc.setBackground(fill);
        gc.fillOval(cx - radius, cy - radius, 2 * radius, 2 * radius);
        gc.setAlpha(255);
        paintDonut(cx, cy, radius, counts, bubble.members());
        String text = compact(bubble.members());
        Point extent = gc.textExtent(text);
        gc.setForeground(valued ? Contrast.ink(fill) : theme.text());
        gc.drawText(text, cx - extent.x / 2, cy - extent.y / 2, true);
    }

    /** The rim of a bubble: shares of the severities from twelve o'clock on, each at least so long that it is seen. */
    private void paintDonut(int cx, int cy, int radius, int[] counts, int members) {
        gc.setLineWidth(3);
        gc.setForeground(Contrast.mix(theme.mapCell(), theme.background(), 0.35));
        gc.drawOval(cx - radius, cy - radius, 2 * radius, 2 * radius);
        gc.setLineWidth(4);
        gc.setLineCap(SWT.CAP_FLAT);
        int from = 90;
        int worst = -1;
        for (int severity = 0; severity < Severity.CLEARED.ordinal(); severity++) {
            if (counts[severity] > 0) {
                worst = worst < 0 ? severity : worst;
                int sweep = Math.clamp(Math.round(360f * counts[severity] / members), 24, Math.max(24, from + 270));
                gc.setForeground(theme.severity(Severity.values()[severity]));
                gc.drawArc(cx - radius, cy - radius, 2 * radius, 2 * radius, from - sweep, sweep);
                from -= sweep;
            }
        }
        gc.setLineWidth(1);
        if (worst >= 0) {
            int gx = cx + Math.round(radius * 0.71f);
            int gy = cy - Math.round(radius * 0.71f);
            gc.setBackground(theme.background());
            gc.fillOval(gx - 8, gy - 8, 16, 16);
            SeverityGlyph.draw(gc, theme, Severity.values()[worst], gx, gy, 9);
        }
    }

    /** Marks a selected cell, or the bubble that stands for it. */
    void paintHighlight(int cell, double worldX, double worldY, Optional<Bubble> bubble) {
        gc.setAlpha(255);
        if (bubble.isPresent()) {
            Bubble around = bubble.get();
            ring((float) viewport.screenX(around.x()), (float) viewport.screenY(around.y()), around.radius() + 5);
            return;
        }
        float sx = (float) viewport.screenX(worldX);
        float sy = (float) viewport.screenY(worldY);
        float radius = radius(viewport, cells, cell);
        WedgePath path = new WedgePath(gc.getDevice());
        try {
            add(path, cell, sx, sy);
            gc.setForeground(theme.background());
            gc.setLineWidth(5);
            gc.drawPath(path.path());
            gc.setForeground(theme.accent());
            gc.setLineWidth(3);
            gc.drawPath(path.path());
        } finally {
            path.dispose();
        }
        ring(sx, sy, radius + 6);
    }

    private void ring(float sx, float sy, float radius) {
        int left = Math.round(sx - radius);
        int top = Math.round(sy - radius);
        int size = Math.round(2 * radius);
        gc.setForeground(theme.background());
        gc.setLineWidth(4);
        gc.drawOval(left, top, size, size);
        gc.setForeground(theme.accent());
        gc.setLineWidth(2);
        gc.drawOval(left, top, size, size);
        gc.setLineWidth(1);
    }

    private static String compact(int count) {
        if (count < 1000) {
            return Integer.toString(count);
        }
        return count < 10_000 ? Math.round(count / 100.0) / 10.0 + "k" : Math.round(count / 1000.0) + "k";
    }
}
