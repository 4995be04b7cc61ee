package org.towercrier.ui.map;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.SeverityGlyph;
import org.towercrier.ui.theme.Theme;

/** What lies over the map: legend, scale bar, attribution, time, buttons, tool tip and rubber band. */
final class MapOverlay {

    /** The buttons at the upper right. */
    enum Button {
        ZOOM_IN, ZOOM_OUT, FIT
    }

    private static final int GAP = 12;
    private static final int PAD = 10;
    private static final int BUTTON = 28;
    private static final int ROW = 20;

    private final UiMessages messages;
    private final Font bold;

    MapOverlay(UiMessages messages, Font bold) {
        this.messages = messages;
        this.bold = bold;
    }

    /** The button at a pixel of a map that is {@code width} wide. */
    static Optional<Button> buttonAt(int width, int x, int y) {
        for (Button button : Button.values()) {
            if (place(button, width).contains(x, y)) {
                return Optional.of(button);
            }
        }
        return Optional.empty();
    }

    private static Rectangle place(Button button, int width) {
        int top = GAP + button.ordinal() * BUTTON + (button == Button.FIT ? 8 : 0);
        return new Rectangle(width - GAP - BUTTON, top, BUTTON, BUTTON);
    }

    void paintButtons(GC gc, Theme theme, int width, Optional<Button> hot) {
        Rectangle zoomIn = place(Button.ZOOM_IN, width);
        Rectangle fit = place(Button.FIT, width);
        panel(gc, theme, zoomIn.x, zoomIn.y, BUTTON, 2 * BUTTON);
        panel(gc, theme, fit.x, fit.y, BUTTON, BUTTON);
        hot.ifPresent(button -> {
            Rectangle place = place(button, width);
            gc.setBackground(theme.hover());
            gc.fillRoundRectangle(place.x + 2, place.y + 2, BUTTON - 3, BUTTON - 3, 4, 4);
        });
        gc.setForeground(theme.line());
        gc.drawLine(zoomIn.x + 6, zoomIn.y + BUTTON, zoomIn.x + BUTTON - 6, zoomIn.y + BUTTON);
        gc.setForeground(theme.text());
        gc.setLineWidth(2);
        gc.setLineCap(SWT.CAP_ROUND);
        int mx = zoomIn.x + BUTTON / 2;
        int my = zoomIn.y + BUTTON / 2;
        gc.drawLine(mx - 5, my, mx + 5, my);
        gc.drawLine(mx, my - 5, mx, my + 5);
        gc.drawLine(mx - 5, my + BUTTON, mx + 5, my + BUTTON);
        int left = fit.x + 8;
        int top = fit.y + 8;
        int end = BUTTON - 16;
        for (int[] corner : new int[][]{ { left, top, 1, 1 }, { left + end, top, -1, 1 }, { left, top + end, 1, -1 },
                { left + end, top + end, -1, -1 } }) {
            gc.drawLine(corner[0], corner[1], corner[0] + 4 * corner[2], corner[1]);
            gc.drawLine(corner[0], corner[1], corner[0], corner[1] + 4 * corner[3]);
        }
        gc.setLineWidth(1);
        gc.setLineCap(SWT.CAP_FLAT);
    }

    void paintLegend(GC gc, Theme theme, int height, List<LegendEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        int wide = 0;
        int high = 2 * PAD - 4;
        for (LegendEntry entry : entries) {
            wide = Math.max(wide, width(gc, entry));
            high += rowHeight(entry);
        }
        int left = GAP;
        int top = height - GAP - high;
        panel(gc, theme, left, top, wide + 2 * PAD, high);
        int y = top + PAD - 2;
        for (LegendEntry entry : entries) {
            paintEntry(gc, theme, entry, left + PAD, y, wide);
            y += rowHeight(entry);
        }
    }

    private static int rowHeight(LegendEntry entry) {
        return entry instanceof LegendEntry.Scale scale ? scale.missing() > 0 ? 64 : 46 : ROW;
    }

    private int width(GC gc, LegendEntry entry) {
        return switch (entry) {
            case LegendEntry.Level level -> 20 + gc.textExtent(messages.get(level.severity().labelKey())).x + 24
                    + gc.textExtent(messages.number(level.count())).x;
            case LegendEntry.Rest rest -> 20 + gc.textExtent(rest.label()).x + 24
                    + gc.textExtent(messages.number(rest.count())).x;
            case LegendEntry.Hollow hollow -> 20 + gc.textExtent(hollow.label()).x + 24
                    + gc.textExtent(messages.number(hollow.count())).x;
            case LegendEntry.Triangle triangle -> 20 + gc.textExtent(triangle.label()).x + 24
                    + gc.textExtent(messages.number(triangle.count())).x;
            case LegendEntry.Mark mark -> 20 + gc.textExtent(mark.label()).x
                    + (mark.count() < 0 ? 0 : 24 + gc.textExtent(messages.number(mark.count())).x);
            case LegendEntry.Scale scale -> Math.max(190, gc.textExtent(scaleTitle(scale.scale())).x);
        };
    }

    private static String scaleTitle(ValueScale scale) {
        return scale.unit().isEmpty() ? scale.label() : scale.label() + " (" + scale.unit() + ")";
    }

    private void paintEntry(GC gc, Theme theme, LegendEntry entry, int x, int y, int wide) {
        int middle = y + ROW / 2;
        switch (entry) {
            case LegendEntry.Level level -> {
                SeverityGlyph.draw(gc, theme, level.severity(), x + 6, middle, 10);
                row(gc, theme, messages.get(level.severity().labelKey()), level.count(), x, y, wide);
            }
            case LegendEntry.Rest rest -> {
                gc.setAlpha(150);
                gc.setBackground(theme.mapCell());
                gc.fillRoundRectangle(x + 1, middle - 5, 10, 10, 3, 3);
                gc.setAlpha(255);
                row(gc, theme, rest.label(), rest.count(), x, y, wide);
            }
            case LegendEntry.Hollow hollow -> {
                gc.setForeground(theme.mutedText());
                gc.drawPolygon(new int[]{ x + 6, middle - 5, x + 11, middle, x + 6, middle + 5, x + 1, middle });
                row(gc, theme, hollow.label(), hollow.count(), x, y, wide);
            }
            case LegendEntry.Triangle triangle -> {
                gc.setForeground(theme.accent());
                gc.setLineWidth(2);
                gc.drawPolygon(new int[]{ x + 6, middle - 5, x + 11, middle + 4, x + 1, middle + 4 });
                gc.setLineWidth(1);
                row(gc, theme, triangle.label(), triangle.count(), x, y, wide);
            }
            case LegendEntry.Mark mark -> {
                gc.setBackground(theme.series(mark.series()));
                gc.fillPolygon(new int[]{ x + 6, middle - 6, x + 12, middle, x + 6, middle + 6, x, middle });
                row(gc, theme, mark.label(), mark.count(), x, y, wide);
            }
            case LegendEntry.Scale scale -> paintScale(gc, theme, scale, x, y, wide);
        }
    }

    private void row(GC gc, Theme theme, String label, long count, int x, int y, int wide) {
        gc.setForeground(theme.text());
        int top = y + (ROW - gc.getFontMetrics().getHeight()) / 2;
        gc.drawText(label, x + 20, top, true);
        if (count >= 0) {
            String number = messages.number(count);
            gc.setForeground(theme.mutedText());
            gc.drawText(number, x + wide - gc.textExtent(number).x, top, true);
        }
    }

    private void paintScale(GC gc, Theme theme, LegendEntry.Scale entry, int x, int y, int wide) {
        ValueScale scale = entry.scale();
        gc.setForeground(theme.text());
        gc.drawText(scaleTitle(scale), x, y, true);
        int top = y + 19;
        for (int i = 0; i < wide; i++) {
            gc.setBackground(theme.sequential(i / (double) (wide - 1)));
            gc.fillRectangle(x + i, top, 1, 9);
        }
        gc.setForeground(theme.mutedText());
        double middle = (scale.min() + scale.max()) / 2;
        String low = messages.numbers().compact(scale.min());
        String half = messages.numbers().compact(middle);
        String high = messages.numbers().compact(scale.max());
        gc.drawText(low, x, top + 11, true);
        gc.drawText(half, x + (wide - gc.textExtent(half).x) / 2, top + 11, true);
        gc.drawText(high, x + wide - gc.textExtent(high).x, top + 11, true);
        if (entry.missing() > 0) {
            row(gc, theme, messages.get("Map_NoValue"), entry.missing(), x, y + 44, wide);
            gc.setAlpha(150);
            gc.setBackground(theme.mapCell());
            gc.fillRoundRectangle(x + 1, y + 49, 10, 10, 3, 3);
            gc.setAlpha(255);
        }
    }

    /** Scale bar of a round length, and below it where the data is from. */
    void paintScaleBar(GC gc, Theme theme, Viewport viewport, String attribution) {
        double metres = 130 * viewport.metresPerPixel();
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        double round = metres / power >= 5 ? 5 * power : metres / power >= 2 ? 2 * power : power;
        int length = (int) Math.round(round / viewport.metresPerPixel());
        String text = round >= 1000 ? messages.numbers().integer(Math.round(round / 1000)) + "\u202Fkm"
                : messages.numbers().measure(round, 1, "m");
        int right = viewport.width() - GAP;
        int line = gc.getFontMetrics().getHeight();
        int bottom = viewport.height() - GAP;
        if (!attribution.isEmpty()) {
            Point extent = gc.textExtent(attribution);
            veiled(gc, theme, attribution, right - extent.x, bottom - line);
            bottom -= line + 6;
        }
        int y = bottom - 3;
        gc.setLineWidth(2);
        gc.setForeground(theme.mutedText());
        gc.drawPolyline(new int[]{ right - length, y - 5, right - length, y, right, y, right, y - 5 });
        gc.setLineWidth(1);
        veiled(gc, theme, text, right - length + (length - gc.textExtent(text).x) / 2, y - line - 4);
    }

    private static void veiled(GC gc, Theme theme, String text, int x, int y) {
        Point extent = gc.textExtent(text);
        gc.setAlpha(190);
        gc.setBackground(theme.mapGround());
        gc.fillRoundRectangle(x - 4, y, extent.x + 8, extent.y, 6, 6);
        gc.setAlpha(255);
        gc.setForeground(theme.mutedText());
        gc.drawText(text, x, y, true);
    }

    void paintTime(GC gc, Theme theme, String time) {
        if (!time.isEmpty()) {
            Point extent = gc.textExtent(time);
            panel(gc, theme, GAP, GAP, extent.x + 2 * PAD, extent.y + 10);
            gc.setForeground(theme.text());
            gc.drawText(time, GAP + PAD, GAP + 5, true);
        }
    }

    void paintTip(GC gc, Theme theme, Viewport viewport, List<String> lines, int mouseX, int mouseY) {
        Font normal = gc.getFont();
        int wide = 0;
        int line = gc.getFontMetrics().getHeight() + 2;
        for (int i = 0; i < lines.size(); i++) {
            gc.setFont(i == 0 ? bold : normal);
            wide = Math.max(wide, gc.textExtent(lines.get(i)).x);
        }
        int width = wide + 2 * PAD;
        int height = lines.size() * line + 14;
        int x = mouseX + 16 + width > viewport.width() ? mouseX - 12 - width : mouseX + 16;
        int y = Math.clamp(mouseY + 12, 4, Math.max(4, viewport.height() - height - 4));
        panel(gc, theme, x, y, width, height);
        for (int i = 0; i < lines.size(); i++) {
            gc.setFont(i == 0 ? bold : normal);
            gc.setForeground(i == 0 ? theme.text() : theme.mutedText());
            gc.drawText(lines.get(i), x + PAD, y + 7 + i * line, true);
        }
        gc.setFont(normal);
    }

    void paintBand(GC gc, Theme theme, Rectangle band) {
        gc.setAlpha(40);
        gc.setBackground(theme.accent());
        gc.fillRectangle(band);
        gc.setAlpha(255);
        gc.setForeground(theme.accent());
        gc.drawRectangle(band);
    }

    private static void panel(GC gc, Theme theme, int x, int y, int width, int height) {
        gc.setBackground(theme.text());
        gc.setAlpha(theme.isDark() ? 0 : 22);
        gc.fillRoundRectangle(x - 1, y + 1, width + 3, height + 2, 8, 8);
        gc.setAlpha(theme.isDark() ? 238 : 242);
        gc.setBackground(theme.isDark() ? theme.raised() : theme.background());
        gc.fillRoundRectangle(x, y, width, height, 6, 6);
        gc.setAlpha(255);
        gc.setForeground(theme.isDark() ? theme.strongLine() : theme.line());
        gc.drawRoundRectangle(x, y, width, height, 6, 6);
    }
}
