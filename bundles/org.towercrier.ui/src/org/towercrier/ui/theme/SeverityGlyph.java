package org.towercrier.ui.theme;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** Draws the shape of a severity, so that it looks the same in tables, on the map and in legends. */
public final class SeverityGlyph {

    private SeverityGlyph() {
    }

    /**
     * Draws a glyph in the colours of its severity.
     *
     * @param size height and width in pixels; 10 suits a table row
     */
    public static void draw(GC gc, Theme theme, Severity severity, int centerX, int centerY, int size) {
        draw(gc, severity, centerX, centerY, size, theme.severity(severity), theme.edge(severity));
    }

    /** Draws a glyph in given colours; {@code edge} is the outline and the stroke of the open shapes. */
    public static void draw(GC gc, Severity severity, int centerX, int centerY, int size, Color fill, Color edge) {
        int half = size / 2;
        Color background = gc.getBackground();
        Color foreground = gc.getForeground();
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(1);
        gc.setBackground(fill);
        gc.setForeground(edge);
        switch (severity) {
            case CRITICAL -> {
                gc.fillOval(centerX - half, centerY - half, size, size);
                gc.drawOval(centerX - half, centerY - half, size, size);
            }
            case MAJOR -> polygon(gc, new int[]{ centerX, centerY - half, centerX + half + 1, centerY + half,
                    centerX - half - 1, centerY + half });
            case MINOR -> polygon(gc, new int[]{ centerX - half + 1, centerY - half + 1, centerX + half - 1,
                    centerY - half + 1, centerX + half - 1, centerY + half - 1, centerX - half + 1,
                    centerY + half - 1 });
            case WARNING -> polygon(gc, new int[]{ centerX, centerY - half - 1, centerX + half + 1, centerY, centerX,
                    centerY + half + 1, centerX - half - 1, centerY });
            case CLEARED -> {
                gc.setLineWidth(2);
                gc.drawOval(centerX - half + 1, centerY - half + 1, size - 2, size - 2);
                gc.setLineWidth(1);
            }
            case INDETERMINATE -> {
                Point extent = gc.textExtent("?");
                gc.drawText("?", centerX - extent.x / 2, centerY - extent.y / 2, true);
            }
        }
        gc.setBackground(background);
        gc.setForeground(foreground);
    }

    private static void polygon(GC gc, int[] points) {
        gc.fillPolygon(points);
        gc.drawPolygon(points);
    }
}
