package org.towercrier.ui.figure;

import java.util.Optional;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.towercrier.ui.figure.Figure.Key;
import org.towercrier.ui.figure.Figure.Mark;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;
import org.towercrier.ui.kit.FittedText;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Theme;

/** Title of a figure and what its colours mean. */
final class FigureHead {

    private static final int LEFT = 8;
    private static final int TITLE = 28;
    private static final int KEYS = 20;
    private static final int SIGN = 19;
    private static final int GAP = 16;

    private final FigureFonts fonts;

    FigureHead(FigureFonts fonts) {
        this.fonts = fonts;
    }

    /** The height of title and keys in a width; keys that do not fit beside one another go on below. */
    int height(GC gc, Figure figure, int width) {
        return TITLE + KEYS * rows(gc, figure, width);
    }

    private int rows(GC gc, Figure figure, int width) {
        if (figure.keys().size() < 2) {
            return 0;
        }
        Font before = gc.getFont();
        gc.setFont(fonts.of(Face.SMALL));
        int rows = 1;
        int x = LEFT;
        for (Key key : figure.keys()) {
            int wide = SIGN + gc.textExtent(key.name()).x + GAP;
            if (x > LEFT && x + wide - GAP > width) {
                rows++;
                x = LEFT;
            }
            x += wide;
        }
        gc.setFont(before);
        return rows;
    }

    void paint(GC gc, Figure figure, Theme theme, NumberFormats numbers, int width) {
        int height = height(gc, figure, width);
        gc.setBackground(theme.background());
        gc.fillRectangle(0, 0, width, height);
        Font normal = gc.getFont();
        gc.setFont(fonts.title());
        gc.setForeground(theme.text());
        gc.drawText(FittedText.fit(gc, figure.title(), width - 2 * LEFT), LEFT, 6, true);
        gc.setFont(normal);
        keys(new GcSheet(gc, fonts, theme, numbers, new double[]{ 0, height, width, 0 }, Optional.empty()), figure, height);
    }

    /** Draws the keys above a sheet that begins at a height. */
    void keys(Sheet sheet, Figure figure, int height) {
        if (figure.keys().size() < 2) {
            return;
        }
        double x = LEFT;
        double top = TITLE - 1 - height;
        double line = sheet.lineHeight(Face.SMALL);
        for (Key key : figure.keys()) {
            double wide = SIGN + sheet.textWidth(key.name(), Face.SMALL) + GAP;
            if (x > LEFT && x + wide - GAP > sheet.width()) {
                top += KEYS;
                x = LEFT;
            }
            double high = key.mark() == Mark.LINE ? 3 : 9;
            sheet.rectangle(x, top + line / 2 - high / 2, 14, high, sheet.series(key.colour()), key.mark() == Mark.BAND ? 0.3 : 1);
            sheet.text(key.name(), x + SIGN, top, Align.LEFT, Face.SMALL, sheet.theme().mutedText());
            x += wide;
        }
    }
}
