package org.towercrier.campaign.ui.internal.result;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.towercrier.model.campaign.Verdict;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.Figure;
import org.towercrier.ui.figure.Scale;
import org.towercrier.ui.figure.Sheet;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;
import org.towercrier.ui.figure.Spot;

/**
 * Effects with their intervals around zero, one below the other. An interval that does not touch zero is drawn full, one that does hollow.
 *
 * @param title what it is about
 * @param axis what the effects count
 * @param rows from the top
 */
record IntervalFigure(String title, Axis axis, List<Row> rows) implements Figure {

    private static final double ROW = 26;
    private static final double HEAD = 8;
    private static final double FOOT = 40;
    private static final double MOST_NAME = 0.34;
    private static final int TICKS = 5;

    IntervalFigure {
        rows = List.copyOf(rows);
    }

    /**
     * An effect.
     *
     * @param name whose
     * @param value difference of treated and control
     * @param lower lower limit @param upper upper limit
     * @param text the value as it is written beside it
     * @param verdict colour of the interval
     * @param tip what the mouse says
     */
    record Row(String name, double value, double lower, double upper, String text, Verdict verdict, List<String> tip) {

        Row {
            tip = List.copyOf(tip);
        }

        /** Whether chance alone would explain it. */
        boolean touchesZero() {
            return !(lower > 0 || upper < 0);
        }
    }

    @Override
    public double leastHeight(double width) {
        return HEAD + ROW * rows.size() + FOOT;
    }

    @Override
    public void draw(Sheet sheet) {
        double[] range = range();
        double names = Math.min(sheet.width() * MOST_NAME,
                16 + rows.stream().mapToDouble(row -> sheet.textWidth(row.name(), Face.SMALL)).max().orElse(0));
        double values = 16 + rows.stream().mapToDouble(row -> sheet.textWidth(row.text(), Face.SMALL)).max().orElse(0);
        double left = names;
        double right = Math.max(left + 40, sheet.width() - values);
        double bottom = HEAD + ROW * rows.size();
        Scale scale = new Scale(range[0], range[1], left, right);
        for (double tick : scale.ticks(TICKS)) {
            double x = scale.at(tick);
            sheet.line(x, HEAD, x, bottom, tick == 0 ? sheet.theme().strongLine() : sheet.theme().line(), tick == 0 ? 1.5 : 1, false);
            sheet.text(tickText(sheet, tick, scale), x, bottom + 3, Align.MIDDLE, Face.SMALL, sheet.theme().mutedText());
        }
        sheet.text(axis.label(), (left + right) / 2, bottom + 5 + sheet.lineHeight(Face.SMALL), Align.MIDDLE, Face.SMALL,
                sheet.theme().mutedText());
        for (int i = 0; i < rows.size(); i++) {
            row(sheet, rows.get(i), HEAD + ROW * i, scale);
        }
    }

    private void row(Sheet sheet, Row row, double top, Scale x) {
        double middle = top + ROW / 2;
        double line = sheet.lineHeight(Face.SMALL);
        sheet.text(sheet.fit(row.name(), x.start() - 12, Face.SMALL), x.start() - 8, middle - line / 2, Align.RIGHT, Face.SMALL,
                sheet.theme().text());
        Color colour = sheet.theme().edge(Words.mark(row.verdict()));
        if (Double.isFinite(row.value())) {
            double low = x.at(Double.isFinite(row.lower()) ? row.lower() : row.value());
            double high = x.at(Double.isFinite(row.upper()) ? row.upper() : row.value());
            double at = x.at(row.value());
            sheet.line(low, middle, high, middle, colour, 3, false);
            sheet.line(low, middle - 5, low, middle + 5, colour, 1.5, false);
            sheet.line(high, middle - 5, high, middle + 5, colour, 1.5, false);
            sheet.disc(at, middle, 5, row.touchesZero() ? sheet.theme().background() : colour, colour);
        }
        sheet.text(row.text(), sheet.width() - 6, middle - line / 2, Align.RIGHT, Face.SMALL, sheet.theme().text());
        sheet.spot(Spot.of(0, top, sheet.width(), ROW, row.tip(), Optional.empty()));
    }

    /** From the least to the greatest limit, zero included, with room at both ends. */
    double[] range() {
        double least = 0;
        double most = 0;
        for (Row row : rows) {
            for (double value : new double[]{ row.value(), row.lower(), row.upper() }) {
                least = Double.isFinite(value) ? Math.min(least, value) : least;
                most = Double.isFinite(value) ? Math.max(most, value) : most;
            }
        }
        double room = most > least ? (most - least) * 0.06 : 1;
        return new double[]{ least < 0 ? least - room : -room, most + room };
    }

    private String tickText(Sheet sheet, double tick, Scale x) {
        int digits = x.digits(TICKS);
        return axis.isShare() ? sheet.numbers().decimal(tick * 100, Math.max(0, digits - 2)) : sheet.numbers().decimal(tick, digits);
    }
}
