package org.towercrier.ui.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.eclipse.swt.graphics.Color;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;

/**
 * Step curves with confidence bands, such as survival curves and hazards by interval, and a table of the number at risk below.
 *
 * @param title what it is about
 * @param across the horizontal axis, from 0 on
 * @param up the vertical axis
 * @param top upper end of the vertical axis; absent to fit the values
 * @param curves what is drawn
 * @param half label of the line at one half with the times at which curves cross it; absent for none
 * @param risk heading of the table of the number at risk; absent for no table
 */
public record StepFigure(String title, Axis across, Axis up, OptionalDouble top, List<Curve> curves, Optional<String> half,
        Optional<String> risk) implements Figure {

    private static final double TOP = 30;
    private static final double RIGHT = 24;
    private static final int MOST_STRIPS = 160;
    private static final double MOST_NAME = 150;
    private static final double NARROW = 4;

    public StepFigure {
        curves = List.copyOf(curves);
    }

    /**
     * A step curve: its value is that of {@code at[i]} from there until before the next place.
     *
     * @param name what it is of
     * @param at places, ascending
     * @param value values
     * @param lower lower limits, NaN where unknown
     * @param upper upper limits, NaN where unknown
     * @param atRisk subjects at risk just before each place; empty when it is not known
     * @param first value before the first place; NaN when there is none
     * @param end where it ends
     */
    public record Curve(String name, double[] at, double[] value, double[] lower, double[] upper, long[] atRisk, double first, double end) {

        public Curve {
            if (at.length != value.length || at.length != lower.length || at.length != upper.length
                    || atRisk.length != 0 && atRisk.length != at.length) {
                throw new IllegalArgumentException(name + ": places and values differ in number");
            }
        }

        /** Index of the step at a place, -1 before the first. */
        int step(double place) {
            int found = Arrays.binarySearch(at, place);
            return found >= 0 ? found : -found - 2;
        }

        double valueAt(double place) {
            int step = step(place);
            return place > end ? Double.NaN : step < 0 ? first : value[step];
        }

        /** Subjects that were not gone before a place. */
        public long atRisk(double place) {
            int found = Arrays.binarySearch(at, place);
            int next = found >= 0 ? found : -found - 1;
            return next < atRisk.length ? atRisk[next] : 0;
        }

        /** First place where the value is at most a half. */
        OptionalDouble median() {
            return IntStream.range(0, at.length).filter(i -> value[i] <= 0.5 + 1e-12).mapToDouble(i -> at[i]).findFirst();
        }
    }

    @Override
    public List<Key> keys() {
        return IntStream.range(0, curves.size()).mapToObj(i -> new Key(i, curves.get(i).name(), Mark.LINE)).toList();
    }

    @Override
    public double leastHeight(double width) {
        return 160 + (risk.isPresent() ? 24 + 16 * curves.size() : 0);
    }

    @Override
    public void draw(Sheet sheet) {
        double line = sheet.lineHeight(Face.SMALL);
        double below = 2 * line + 16 + (risk.isPresent() ? (curves.size() + 1) * (line + 2) + 8 : 0);
        double bottom = Math.max(TOP + 60, sheet.height() - below);
        Scale y = new Scale(0, highest(), bottom, TOP);
        double names = risk.isEmpty() ? 0
                : Math.min(MOST_NAME, curves.stream().mapToDouble(curve -> sheet.textWidth(curve.name(), Face.SMALL)).max().orElse(0) + 26);
        double counts = risk.isEmpty() ? 0 : sheet.textWidth(sheet.numbers().integer(most()), Face.SMALL) / 2;
        double left = Math.max(Plot.room(sheet, up, y) + 8, names + counts);
        double end = Math.max(curves.stream().mapToDouble(Curve::end).max().orElse(1), 1e-9);
        Scale x = sheet.zoom().map(zoom -> new Scale(zoom.from(), zoom.to(), left, sheet.width() - RIGHT))
                .orElseGet(() -> new Scale(0, end, left, sheet.width() - RIGHT));
        new Plot(x, y).frame(sheet, across, up);
        sheet.zoomable(x);
        sheet.clip(left, TOP - 4, x.end() - left + 2, bottom - TOP + 5);
        for (int i = 0; i < curves.size(); i++) {
            band(sheet, curves.get(i), sheet.series(i), x, y);
        }
        half.ifPresent(label -> half(sheet, label, x, y));
        for (int i = 0; i < curves.size(); i++) {
            sheet.lines(steps(curves.get(i), x, y), sheet.series(i), 2, i >= 6);
        }
        sheet.unclip();
        risk.ifPresent(heading -> table(sheet, heading, x, bottom + 2 * line + 14));
        strips(sheet, x, y);
    }

    private long most() {
        return curves.stream().mapToLong(curve -> curve.atRisk(0)).max().orElse(0);
    }

    private double highest() {
        if (top.isPresent()) {
            return top.getAsDouble();
        }
        double most = 0;
        for (Curve curve : curves) {
            double own = Arrays.stream(curve.value()).filter(Double::isFinite).max().orElse(0);
            double band = Arrays.stream(curve.upper()).filter(Double::isFinite).max().orElse(0);
            most = Math.max(most, Math.max(own, Math.min(band, own * 2)));
        }
        return most > 0 ? most * 1.05 : 1;
    }

    private static double[] steps(Curve curve, Scale x, Scale y) {
        List<Double> points = new ArrayList<>();
        double last = curve.first();
        if (!Double.isNaN(last)) {
            points.addAll(List.of(x.at(0), y.at(last)));
        }
        for (int i = 0; i < curve.at().length; i++) {
            if (!Double.isNaN(last)) {
                points.addAll(List.of(x.at(curve.at()[i]), y.at(last)));
            }
            last = curve.value()[i];
            if (!Double.isNaN(last)) {
                points.addAll(List.of(x.at(curve.at()[i]), y.at(last)));
            }
        }
        if (!Double.isNaN(last)) {
            points.addAll(List.of(x.at(curve.end()), y.at(last)));
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void band(Sheet sheet, Curve curve, Color colour, Scale x, Scale y) {
        for (int i = 0; i < curve.at().length; i++) {
            double to = i + 1 < curve.at().length ? curve.at()[i + 1] : curve.end();
            double low = curve.lower()[i];
            double high = curve.upper()[i];
            if (Double.isFinite(low) && Double.isFinite(high) && high > low && to > curve.at()[i]) {
                double high2 = Math.min(high, Math.max(y.from(), y.to()));
                sheet.rectangle(x.at(curve.at()[i]), y.at(high2), x.at(to) - x.at(curve.at()[i]), y.at(low) - y.at(high2), colour, 0.16);
            }
        }
    }

    private void half(Sheet sheet, String label, Scale x, Scale y) {
        Color colour = sheet.theme().mutedText();
        double at = y.at(0.5);
        sheet.line(x.start(), at, x.end(), at, colour, 1, true);
        sheet.text(label, x.start() + 6, at - sheet.lineHeight(Face.SMALL) - 2, Align.LEFT, Face.SMALL, colour);
        for (int i = 0; i < curves.size(); i++) {
            OptionalDouble median = curves.get(i).median();
            if (median.isPresent()) {
                sheet.line(x.at(median.getAsDouble()), at, x.at(median.getAsDouble()), y.start(), sheet.series(i), 1, true);
            }
        }
    }

    private void table(Sheet sheet, String heading, Scale x, double from) {
        double line = sheet.lineHeight(Face.SMALL) + 2;
        Color words = sheet.theme().mutedText();
        sheet.text(heading, 4, from, Align.LEFT, Face.SMALL, words);
        int columns = Plot.xTicks(x);
        for (int i = 0; i < curves.size(); i++) {
            double top = from + (i + 1) * line;
            sheet.rectangle(6, top + line / 2 - 3, 6, 6, sheet.series(i), 1);
            sheet.text(sheet.fit(curves.get(i).name(), MOST_NAME - 20, Face.SMALL), 17, top, Align.LEFT, Face.SMALL, sheet.theme().text());
            for (double tick : x.ticks(columns)) {
                if (x.at(tick) > x.start() + 8 || tick == 0) {
                    sheet.text(sheet.numbers().integer(curves.get(i).atRisk(tick)), x.at(tick), top, Align.MIDDLE, Face.SMALL,
                            sheet.theme().text());
                }
            }
        }
    }

    /** Where the mouse finds exact values: one upright strip for each step, or wider ones when there are very many. */
    private void strips(Sheet sheet, Scale x, Scale y) {
        double[] places = curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.at()))
                .filter(place -> place >= x.from() && place <= x.to())
                .sorted().distinct().toArray();
        double[] starts = places.length == 0 || places[0] > x.from() ? with(x.from(), places) : places;
        if (starts.length > MOST_STRIPS || (x.end() - x.start()) / starts.length < NARROW) {
            starts = IntStream.range(0, MOST_STRIPS).mapToDouble(i -> x.from() + (x.to() - x.from()) * i / MOST_STRIPS).toArray();
        }
        for (int i = 0; i < starts.length; i++) {
            double to = i + 1 < starts.length ? starts[i + 1] : x.to();
            List<String> tip = tip(starts[i], sheet);
            if (tip.size() > 1) {
                sheet.spot(Spot.of(x.at(starts[i]), y.end(), Math.max(1, x.at(to) - x.at(starts[i])), y.start() - y.end(), tip,
                        Optional.empty()));
            }
        }
    }

    private static double[] with(double first, double[] rest) {
        double[] all = new double[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private List<String> tip(double place, Sheet sheet) {
        List<String> tip = new ArrayList<>();
        tip.add(across.label() + ' ' + across.exact(place, sheet.numbers()));
        for (Curve curve : curves) {
            double value = curve.valueAt(place);
            if (!Double.isNaN(value)) {
                int step = curve.step(place);
                String limits = step >= 0 && Double.isFinite(curve.lower()[step])
                        ? " (" + up.exact(curve.lower()[step], sheet.numbers()) + " – " + up.exact(curve.upper()[step], sheet.numbers())
                                + ")"
                        : "";
                String left = curve.atRisk().length == 0 ? "" : " · n = " + sheet.numbers().integer(curve.atRisk(place));
                tip.add(curve.name() + "  " + up.exact(value, sheet.numbers()) + limits + left);
            }
        }
        return tip;
    }
}
