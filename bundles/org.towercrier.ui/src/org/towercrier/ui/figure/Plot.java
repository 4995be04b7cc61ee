package org.towercrier.ui.figure;

import org.eclipse.swt.graphics.Color;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;
import org.towercrier.ui.theme.Contrast;

/**
 * The frame of a figure with two axes: the vertical one is named above it, the horizontal one below its right end.
 *
 * @param x horizontal scale
 * @param y vertical scale
 */
record Plot(Scale x, Scale y) {

    private static final double PIXELS_PER_X_TICK = 72;
    private static final double PIXELS_PER_Y_TICK = 44;
    private static final double GAP = 6;

    static int xTicks(Scale x) {
        return (int) Math.max(2, Math.abs(x.end() - x.start()) / PIXELS_PER_X_TICK);
    }

    static int yTicks(Scale y) {
        return (int) Math.max(2, Math.abs(y.end() - y.start()) / PIXELS_PER_Y_TICK);
    }

    /** Room left of the vertical axis for its labels. */
    static double room(Sheet sheet, Axis axis, Scale y) {
        int most = yTicks(y);
        return y.ticks(most).stream().mapToDouble(tick -> sheet.textWidth(axis.tick(tick, y.digits(most), sheet.numbers()), Face.SMALL))
                .max()
                .orElse(0) + 2 * GAP;
    }

    /** Draws grid, ticks and names. */
    void frame(Sheet sheet, Axis across, Axis up) {
        Color grid = Contrast.mix(sheet.theme().background(), sheet.theme().line(), 0.7);
        Color words = sheet.theme().mutedText();
        double line = sheet.lineHeight(Face.SMALL);
        int rows = yTicks(y);
        for (double tick : y.ticks(rows)) {
            sheet.line(x.start(), y.at(tick), x.end(), y.at(tick), grid, 1, false);
            sheet.text(up.tick(tick, y.digits(rows), sheet.numbers()), x.start() - GAP, y.at(tick) - line / 2, Align.RIGHT, Face.SMALL,
                    words);
        }
        sheet.text(up.title(), Math.max(4, x.start() - 40), y.end() - line - 10, Align.LEFT, Face.SMALL, words);
        sheet.line(x.start(), y.start(), x.end(), y.start(), sheet.theme().strongLine(), 1, false);
        int columns = xTicks(x);
        for (double tick : x.ticks(columns)) {
            sheet.line(x.at(tick), y.start(), x.at(tick), y.start() + 4, sheet.theme().strongLine(), 1, false);
            sheet.text(across.tick(tick, x.digits(columns), sheet.numbers()), x.at(tick), y.start() + GAP, Align.MIDDLE, Face.SMALL, words);
        }
        sheet.text(across.title(), x.end(), y.start() + GAP + line + 2, Align.RIGHT, Face.SMALL, words);
    }
}
