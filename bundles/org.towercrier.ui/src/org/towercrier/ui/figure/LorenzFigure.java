package org.towercrier.ui.figure;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;

/**
 * How unevenly something is spread: the curve, the diagonal of equal shares, and a point that is named.
 *
 * @param title what it is about
 * @param holders the horizontal axis, share of those who have least
 * @param value the vertical axis, share of what they have
 * @param population shares of the holders, ascending from 0 to 1
 * @param shares what these have together, from 0 to 1
 * @param equal label of the diagonal
 * @param marked the point that is named
 * @param note stands in the free corner, a Gini coefficient for instance
 */
public record LorenzFigure(String title, Axis holders, Axis value, double[] population, double[] shares, String equal,
        Optional<Mark> marked,
        List<String> note) implements Figure {

    private static final double TOP = 30;
    private static final double LEAST = 80;
    /** Where on the diagonal its label stands: below the places of usual marks. */
    private static final double DIAGONAL = 0.32;

    public LorenzFigure {
        if (population.length != shares.length) {
            throw new IllegalArgumentException("Shares of holders and of values differ in number");
        }
        note = List.copyOf(note);
    }

    /** A named point of the curve. @param population share of the holders @param share what they have @param label what it says */
    public record Mark(double population, double share, String label) {
    }

    @Override
    public double leastHeight(double width) {
        return 200;
    }

    @Override
    public void draw(Sheet sheet) {
        double line = sheet.lineHeight(Face.SMALL);
        Scale probe = new Scale(0, 1, sheet.height() - 2 * line - 16, TOP);
        double left = Plot.room(sheet, value, probe) + 8;
        double side = Math.max(LEAST, Math.min(sheet.width() - left - 24, probe.start() - TOP));
        Scale x = new Scale(0, 1, left, left + side);
        Scale y = new Scale(0, 1, TOP + side, TOP);
        new Plot(x, y).frame(sheet, holders, value);
        Color accent = sheet.series(0);
        double[] curve = new double[population.length * 2];
        for (int i = 0; i < population.length; i++) {
            curve[2 * i] = x.at(population[i]);
            curve[2 * i + 1] = y.at(shares[i]);
        }
        if (curve.length > 0) {
            sheet.area(curve, accent, 0.12);
            sheet.lines(curve, accent, 2, false);
        }
        sheet.line(x.at(0), y.at(0), x.at(1), y.at(1), sheet.theme().mutedText(), 1, true);
        sheet.text(equal, x.at(DIAGONAL) - 8, y.at(DIAGONAL) - line - 4, Align.RIGHT, Face.SMALL, sheet.theme().mutedText());
        double top = TOP + 6;
        for (String words : note) {
            sheet.text(words, x.at(0.03), top, Align.LEFT, top == TOP + 6 ? Face.BOLD : Face.NORMAL, sheet.theme().text());
            top += sheet.lineHeight(Face.NORMAL) + 2;
        }
        spots(sheet, x, y);
        marked.ifPresent(mark -> mark(sheet, mark, x, y));
    }

    private void spots(Sheet sheet, Scale x, Scale y) {
        for (int i = 1; i < population.length; i++) {
            double from = x.at(population[i - 1]);
            sheet.spot(Spot.of(from, y.end(), x.at(population[i]) - from, y.start() - y.end(),
                    List.of(holders.label() + "  " + holders.exact(population[i], sheet.numbers()),
                            value.label() + "  " + value.exact(shares[i], sheet.numbers())),
                    Optional.empty()));
        }
    }

    private static void mark(Sheet sheet, Mark mark, Scale x, Scale y) {
        double px = x.at(mark.population());
        double py = y.at(mark.share());
        sheet.line(px, py, px, y.start(), sheet.theme().mutedText(), 1, true);
        sheet.disc(px, py, 5, sheet.series(0), sheet.theme().background());
        double wide = sheet.textWidth(mark.label(), Face.BOLD);
        double right = Math.min(px - 10, x.end());
        double left = Math.max(x.start() + 4, right - wide);
        double top = py - sheet.lineHeight(Face.BOLD) / 2;
        sheet.rectangle(left - 3, top - 1, wide + 6, sheet.lineHeight(Face.BOLD) + 2, sheet.theme().background(), 0.85);
        sheet.text(mark.label(), left, top, Align.LEFT, Face.BOLD, sheet.theme().text());
    }
}
