package org.towercrier.ui.figure;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.towercrier.ui.figure.Sheet.Face;
import org.towercrier.ui.theme.Theme;

/** Exact values beside the mouse. */
final class FigureTip {

    private static final int AWAY = 14;
    private static final int PAD = 9;

    private final FigureFonts fonts;

    FigureTip(FigureFonts fonts) {
        this.fonts = fonts;
    }

    void paint(GC gc, Spot spot, Point mouse, Theme theme, Rectangle area) {
        gc.setFont(fonts.of(Face.NORMAL));
        int line = gc.getFontMetrics().getHeight() + 3;
        int wide = spot.tip().stream().mapToInt(text -> gc.textExtent(text).x).max().orElse(0) + 2 * PAD;
        int high = spot.tip().size() * line + 2 * PAD - 3;
        int left = mouse.x + AWAY + wide > area.width ? Math.max(2, mouse.x - AWAY - wide) : mouse.x + AWAY;
        int top = Math.clamp(mouse.y + AWAY, 2, Math.max(2, area.height - high - 2));
        gc.setBackground(theme.isDark() ? theme.raised() : theme.background());
        gc.setAlpha(245);
        gc.fillRoundRectangle(left, top, wide, high, 6, 6);
        gc.setAlpha(255);
        gc.setForeground(theme.strongLine());
        gc.setLineWidth(1);
        gc.drawRoundRectangle(left, top, wide, high, 6, 6);
        for (int i = 0; i < spot.tip().size(); i++) {
            gc.setForeground(i == 0 ? theme.text() : theme.mutedText());
            gc.drawText(spot.tip().get(i), left + PAD, top + PAD + i * line, true);
        }
    }
}
