package org.towercrier.ui.figure;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Theme;

/** A sheet in a window or a picture. */
final class GcSheet extends Sheet {

    private final GC gc;
    private final FigureFonts fonts;
    private final double left;
    private final double top;

    /** @param left where the sheet begins on what the GC draws on @param top likewise */
    GcSheet(GC gc, FigureFonts fonts, Theme theme, NumberFormats numbers, double[] box, Optional<Zoom> zoom) {
        super(theme, numbers, box[2], box[3], zoom);
        this.gc = gc;
        this.fonts = fonts;
        left = box[0];
        top = box[1];
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
    }

    private void use(Face face) {
        Font font = fonts.of(face);
        if (!font.equals(gc.getFont())) {
            gc.setFont(font);
        }
    }

    @Override
    public double textWidth(String text, Face face) {
        use(face);
        return gc.textExtent(text).x;
    }

    @Override
    public double lineHeight(Face face) {
        use(face);
        return gc.getFontMetrics().getHeight();
    }

    @Override
    public void text(String text, double x, double above, Align align, Face face, Color colour) {
        use(face);
        double wide = align == Align.LEFT ? 0 : gc.textExtent(text).x;
        double from = align == Align.LEFT ? x : align == Align.RIGHT ? x - wide : x - wide / 2;
        gc.setForeground(colour);
        gc.drawText(text, (int) Math.round(left + from), (int) Math.round(top + above), true);
    }

    @Override
    public void lines(double[] points, Color colour, double thickness, boolean dashed) {
        if (points.length < 4) {
            return;
        }
        gc.setForeground(colour);
        gc.setLineWidth((int) Math.max(1, Math.round(thickness)));
        gc.setLineStyle(dashed ? SWT.LINE_DASH : SWT.LINE_SOLID);
        int[] places = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            places[i] = (int) Math.round(points[i] + (i % 2 == 0 ? left : top));
        }
        gc.drawPolyline(places);
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    @Override
    public void area(double[] corners, Color colour, double opacity) {
        int[] places = new int[corners.length];
        for (int i = 0; i < corners.length; i++) {
            places[i] = (int) Math.round(corners[i] + (i % 2 == 0 ? left : top));
        }
        gc.setBackground(colour);
        gc.setAlpha((int) Math.round(opacity * 255));
        gc.fillPolygon(places);
        gc.setAlpha(255);
    }

    @Override
    public void ribbon(Ribbon ribbon, Color colour, double opacity) {
        Path path = new Path(gc.getDevice());
        float from = (float) (left + ribbon.left());
        float to = (float) (left + ribbon.right());
        float middle = (from + to) / 2;
        path.moveTo(from, (float) (top + ribbon.leftTop()));
        path.cubicTo(middle, (float) (top + ribbon.leftTop()), middle, (float) (top + ribbon.rightTop()), to,
                (float) (top + ribbon.rightTop()));
        path.lineTo(to, (float) (top + ribbon.rightBottom()));
        path.cubicTo(middle, (float) (top + ribbon.rightBottom()), middle, (float) (top + ribbon.leftBottom()), from,
                (float) (top + ribbon.leftBottom()));
        path.close();
        gc.setBackground(colour);
        gc.setAlpha((int) Math.round(opacity * 255));
        gc.fillPath(path);
        gc.setAlpha(255);
        path.dispose();
    }

    @Override
    public void disc(double x, double y, double radius, Color fill, Color edge) {
        int px = (int) Math.round(left + x - radius);
        int py = (int) Math.round(top + y - radius);
        int size = (int) Math.round(2 * radius);
        gc.setBackground(fill);
        gc.fillOval(px, py, size, size);
        gc.setForeground(edge);
        gc.setLineWidth(1);
        gc.drawOval(px, py, size, size);
    }

    @Override
    public void clip(double x, double y, double wide, double high) {
        gc.setClipping((int) Math.round(left + x), (int) Math.round(top + y), (int) Math.round(wide), (int) Math.round(high));
    }

    @Override
    public void unclip() {
        gc.setClipping((Rectangle) null);
    }
}
