package org.towercrier.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.towercrier.ui.figure.LabelPlaces.Box;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;

/**
 * Named points in four quadrants around a cross-hair. No label covers another.
 *
 * @param title what it is about
 * @param across the horizontal axis
 * @param up the vertical axis
 * @param acrossLine where the upright line of the cross-hair stands
 * @param upLine where the level line lies
 * @param quadrants names: upper left, upper right, lower left, lower right
 * @param points what is placed
 */
public record QuadrantFigure(String title, Axis across, Axis up, double acrossLine, double upLine, List<String> quadrants,
        List<Point> points)
        implements
            Figure {

    private static final double TOP = 34;
    private static final double RADIUS = 5;
    private static final double ROOM = 0.08;
    private static final double MOST_LABEL = 190;
    private static final int FOUR = 4;

    public QuadrantFigure {
        quadrants = List.copyOf(quadrants);
        points = List.copyOf(points);
        if (quadrants.size() != FOUR) {
            throw new IllegalArgumentException("Four quadrants have four names");
        }
    }

    /** A named point. @param tip more lines for the mouse @param target what is opened by a click */
    public record Point(String name, double across, double up, List<String> tip, Optional<Object> target) {

        public Point {
            tip = List.copyOf(tip);
        }
    }

    /** Number of the quadrant of a point: 0 upper left, 1 upper right, 2 lower left, 3 lower right. */
    public int quadrant(Point point) {
        return (point.up() >= upLine ? 0 : 2) + (point.across() >= acrossLine ? 1 : 0);
    }

    @Override
    public double leastHeight(double width) {
        return 260;
    }

    @Override
    public void draw(Sheet sheet) {
        double line = sheet.lineHeight(Face.SMALL);
        double[] wide = range(points.stream().mapToDouble(Point::across).toArray(), acrossLine);
        double[] high = range(points.stream().mapToDouble(Point::up).toArray(), upLine);
        Scale y = new Scale(high[0], high[1], sheet.height() - 2 * line - 16, TOP);
        Scale x = new Scale(wide[0], wide[1], Plot.room(sheet, up, y) + 8, sheet.width() - 24);
        double cx = x.at(acrossLine);
        double cy = y.at(upLine);
        sheet.rectangle(x.start(), TOP, cx - x.start(), cy - TOP, sheet.series(1), 0.1);
        sheet.rectangle(cx, TOP, x.end() - cx, cy - TOP, sheet.series(0), 0.08);
        new Plot(x, y).frame(sheet, across, up);
        Color lines = sheet.theme().strongLine();
        sheet.line(cx, TOP, cx, y.start(), lines, 1.5, false);
        sheet.line(x.start(), cy, x.end(), cy, lines, 1.5, false);
        LabelPlaces places = new LabelPlaces(new Box(x.start(), TOP, x.end() - x.start(), y.start() - TOP));
        corners(sheet, x, y, places);
        points.forEach(point -> places.take(new Box(x.at(point.across()) - RADIUS, y.at(point.up()) - RADIUS, 2 * RADIUS, 2 * RADIUS)));
        for (Point point : points) {
            point(sheet, point, x.at(point.across()), y.at(point.up()), places);
        }
    }

    private static double[] range(double[] values, double line) {
        double low = line;
        double high = line;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double room = high > low ? (high - low) * ROOM : Math.max(1, Math.abs(line)) * ROOM;
        return new double[]{ low - room, high + room };
    }

    private void corners(Sheet sheet, Scale x, Scale y, LabelPlaces places) {
        double line = sheet.lineHeight(Face.BOLD);
        for (int i = 0; i < FOUR; i++) {
            boolean right = i % 2 == 1;
            double room = right ? x.end() - x.at(acrossLine) : x.at(acrossLine) - x.start();
            String name = sheet.fit(quadrants.get(i), room - 12, Face.BOLD);
            double wide = sheet.textWidth(name, Face.BOLD);
            double left = right ? x.end() - 6 - wide : x.start() + 6;
            double top = i < 2 ? TOP + 4 : y.start() - line - 4;
            if (room > 40) {
                sheet.text(name, left, top, Align.LEFT, Face.BOLD, sheet.theme().mutedText());
                places.take(new Box(left, top, wide, line));
            }
        }
    }

    private void point(Sheet sheet, Point point, double px, double py, LabelPlaces places) {
        boolean concern = quadrant(point) == 0;
        sheet.disc(px, py, RADIUS, sheet.series(concern ? 1 : 0), sheet.theme().background());
        String name = sheet.fit(point.name(), MOST_LABEL, Face.SMALL);
        Optional<Box> place = places.place(px, py, sheet.textWidth(name, Face.SMALL), sheet.lineHeight(Face.SMALL), RADIUS);
        place.ifPresent(box -> {
            if (LabelPlaces.isFar(box, px, py, RADIUS)) {
                sheet.line(px, py, Math.clamp(px, box.x(), box.x() + box.width()), Math.clamp(py, box.y(), box.y() + box.height()),
                        sheet.theme().mutedText(), 1, false);
            }
            sheet.text(name, box.x(), box.y(), Align.LEFT, Face.SMALL, sheet.theme().text());
        });
        List<String> tip = new ArrayList<>(List.of(point.name(), quadrants.get(quadrant(point)),
                up.label() + "  " + up.exact(point.up(), sheet.numbers()),
                across.label() + "  " + across.exact(point.across(), sheet.numbers())));
        tip.addAll(point.tip());
        sheet.spot(Spot.of(px - RADIUS - 2, py - RADIUS - 2, 2 * RADIUS + 4, 2 * RADIUS + 4, tip, point.target()));
    }
}
