package org.towercrier.ui.figure;

import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.towercrier.ui.figure.Figure.Key;
import org.towercrier.ui.figure.Figure.Mark;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Theme;

/** Title of a figure and what its colours mean. */
final class FigureHead {

    private static final int LEFT = 8;
    private static final int TITLE = 28;
    private static final int KEYS = 20;
    private static final int KEY_TOP = 27;

    private final FigureFonts fonts;

    FigureHead(FigureFonts fonts) {
        this.fonts = fonts;
    }

    /** The height it may need at most. */
    int height() {
        return TITLE + KEYS;
    }

    int height(Figure figure) {
        return figure.keys().size() > 1 ? TITLE + KEYS : TITLE;
    }

    void paint(GC gc, Figure figure, Theme theme, NumberFormats numbers, int width) {
        gc.setBackground(theme.background());
        gc.fillRectangle(0, 0, width, height(figure));
        Font normal = gc.getFont();
        gc.setFont(fonts.title());
        gc.setForeground(theme.text());
        gc.drawText(figure.title(), LEFT, 6, true);
        gc.setFont(normal);
        keys(new GcSheet(gc, fonts, theme, numbers, new double[]{ 0, height(figure), width, 0 }, Optional.empty()), figure);
    }

    /** Draws the keys above a sheet. */
    void keys(Sheet sheet, Figure figure) {
        if (figure.keys().size() < 2) {
            return;
        }
        double x = LEFT;
        double top = KEY_TOP - height(figure);
        double line = sheet.lineHeight(Face.SMALL);
        for (Key key : figure.keys()) {
            Color colour = sheet.series(key.colour());
            double high = key.mark() == Mark.LINE ? 3 : 9;
            sheet.rectangle(x, top + line / 2 - high / 2, 14, high, colour, key.mark() == Mark.BAND ? 0.3 : 1);
            sheet.text(key.name(), x + 19, top, Align.LEFT, Face.SMALL, sheet.theme().mutedText());
            x += 19 + sheet.textWidth(key.name(), Face.SMALL) + 16;
        }
    }
}
