package org.towercrier.campaign.ui.internal.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.towercrier.statistics.experiment.Qini;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.Figure;
import org.towercrier.ui.figure.Sheet;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;
import org.towercrier.ui.figure.Spot;

/**
 * The Qini curve beside the straight line to its end, which is what chance would win.
 *
 * @param title what it is about
 * @param across persons by descending score
 * @param up outcome won by treating them
 * @param points of the curve, ascending
 * @param curve what the curve is called @param chance what the line is called
 */
record QiniFigure(String title, Axis across, Axis up, List<Qini.Point> points, String curve, String chance) implements Figure {

    private static final double TOP = 12;
    private static final double RIGHT = 24;
    private static final int TICKS = 4;
    private static final int STRIPS = 60;
    private static final int MOST_POINTS = 600;

    QiniFigure {
        points = List.copyOf(points);
    }

    @Override
    public List<Key> keys() {
        return List.of(new Key(0, curve, Mark.LINE), new Key(-1, chance, Mark.LINE));
    }

    @Override
    public double leastHeight(double width) {
        return 150;
    }

    @Override
    public void draw(Sheet sheet) {
        if (points.isEmpty()) {
            return;
        }
        double persons = Math.max(1, points.getLast().persons());
        double least = Math.min(0, points.stream().mapToDouble(Qini.Point::gain).min().orElse(0));
        double most = Math.max(1e-9, points.stream().mapToDouble(Qini.Point::gain).max().orElse(1));
        double line = sheet.lineHeight(Face.SMALL);
        double left = 16 + line + Math.max(sheet.textWidth(sheet.numbers().compact(most), Face.SMALL),
                sheet.textWidth(sheet.numbers().compact(least), Face.SMALL));
        double right = sheet.width() - RIGHT;
        double bottom = sheet.height() - 2 * line - 12;
        Frame frame = new Frame(persons, least, most, left, right, bottom);
        axes(sheet, frame, line);
        sheet.line(frame.x(0), frame.y(0), frame.x(persons), frame.y(points.getLast().gain()), sheet.theme().strongLine(), 1.5, true);
        List<Qini.Point> drawn = thinned();
        double[] path = new double[2 * drawn.size() + 2];
        path[0] = frame.x(0);
        path[1] = frame.y(0);
        for (int i = 0; i < drawn.size(); i++) {
            path[2 * i + 2] = frame.x(drawn.get(i).persons());
            path[2 * i + 3] = frame.y(drawn.get(i).gain());
        }
        sheet.lines(path, sheet.series(0), 2, false);
        tips(sheet, frame);
    }

    private record Frame(double persons, double least, double most, double left, double right, double bottom) {

        double x(double person) {
            return left + person / persons * (right - left);
        }

        double y(double gain) {
            return bottom - (gain - least) / (most - least) * (bottom - TOP);
        }
    }

    private void axes(Sheet sheet, Frame frame, double line) {
        Color words = sheet.theme().mutedText();
        for (int i = 0; i <= TICKS; i++) {
            double gain = frame.least() + (frame.most() - frame.least()) * i / TICKS;
            sheet.line(frame.left(), frame.y(gain), frame.right(), frame.y(gain), sheet.theme().line(), 1, false);
            sheet.text(sheet.numbers().compact(Math.round(gain * 10) / 10.0), frame.left() - 6, frame.y(gain) - line / 2, Align.RIGHT,
                    Face.SMALL, words);
            double person = frame.persons() * i / TICKS;
            sheet.text(sheet.numbers().compact(Math.round(person)), frame.x(person), frame.bottom() + 3, Align.MIDDLE, Face.SMALL, words);
        }
        sheet.line(frame.left(), frame.y(0), frame.right(), frame.y(0), sheet.theme().strongLine(), 1, false);
        sheet.text(across.title(), (frame.left() + frame.right()) / 2, frame.bottom() + 5 + line, Align.MIDDLE, Face.SMALL, words);
        sheet.text(up.title(), frame.left() + 6, TOP - 8, Align.LEFT, Face.SMALL, words);
    }

    private List<Qini.Point> thinned() {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        List<Qini.Point> some = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            some.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
        }
        return some;
    }

    private void tips(Sheet sheet, Frame frame) {
        double wide = (frame.right() - frame.left()) / STRIPS;
        int at = 0;
        for (int i = 0; i < STRIPS; i++) {
            double until = frame.persons() * (i + 1) / STRIPS;
            while (at < points.size() - 1 && points.get(at).persons() < until) {
                at++;
            }
            Qini.Point point = points.get(at);
            double straight = points.getLast().gain() * point.persons() / frame.persons();
            sheet.spot(Spot.of(frame.left() + i * wide, TOP, wide, frame.bottom() - TOP,
                    List.of(across.label() + ": " + sheet.numbers().integer(point.persons()),
                            curve + ": " + sheet.numbers().decimal(point.gain(), 1), chance + ": " + sheet.numbers().decimal(straight, 1)),
                    Optional.empty()));
        }
    }
}
