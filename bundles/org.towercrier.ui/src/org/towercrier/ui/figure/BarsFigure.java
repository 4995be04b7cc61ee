package org.towercrier.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;

/**
 * Horizontal bars from zero to the left and right, in panels side by side with one axis.
 *
 * @param title what it is about
 * @param axis what the bars count
 * @param panels from left to right, then below
 */
public record BarsFigure(String title, Axis axis, List<Panel> panels) implements Figure {

    private static final double HEAD = 40;
    private static final double FOOT = 34;
    private static final double ROW = 22;
    private static final double USUAL_WIDTH = 250;
    private static final double LEAST_WIDTH = 180;
    private static final double GAP = 20;
    private static final double MOST_NAME = 0.42;

    public BarsFigure {
        panels = List.copyOf(panels);
    }

    /**
     * A panel.
     *
     * @param name its heading
     * @param note second line of the heading
     * @param colour number of the colour of its bars
     * @param bars from the top
     * @param target what is opened by a click on the heading
     */
    public record Panel(String name, String note, int colour, List<Bar> bars, Optional<Object> target) {

        public Panel {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A bar.
     *
     * @param name what it is of
     * @param value its length, NaN for none
     * @param text what stands at its end
     * @param tip more lines for the mouse
     */
    public record Bar(String name, double value, String text, List<String> tip) {

        public Bar {
            tip = List.copyOf(tip);
        }
    }

    private int rows() {
        return panels.stream().mapToInt(panel -> panel.bars().size()).max().orElse(0);
    }

    @Override
    public double leastHeight(double width) {
        int columns = columns(width, LEAST_WIDTH);
        return lines(columns) * panelHeight();
    }

    private double panelHeight() {
        return HEAD + ROW * rows() + FOOT;
    }

    private int columns(double width, double least) {
        return panels.isEmpty() ? 1 : (int) Math.clamp(Math.floor((width + GAP) / (least + GAP)), 1, panels.size());
    }

    private int lines(int columns) {
        return (panels.size() + columns - 1) / columns;
    }

    @Override
    public void draw(Sheet sheet) {
        if (panels.isEmpty()) {
            return;
        }
        int columns = columns(sheet.width(), USUAL_WIDTH);
        while (lines(columns) * panelHeight() > sheet.height() && columns < columns(sheet.width(), LEAST_WIDTH)) {
            columns++;
        }
        int lines = lines(columns);
        columns = (panels.size() + lines - 1) / lines;
        double wide = (sheet.width() - 16 - GAP * (columns - 1)) / columns;
        double high = Math.max(panelHeight(), Math.min(sheet.height() / lines, panelHeight() + GAP));
        double most = panels.stream().flatMap(panel -> panel.bars().stream()).mapToDouble(Bar::value).filter(Double::isFinite)
                .map(Math::abs).max()
                .orElse(1);
        boolean both = panels.stream().flatMap(panel -> panel.bars().stream()).anyMatch(bar -> bar.value() < 0);
        most = most > 0 ? most : 1;
        for (int i = 0; i < panels.size(); i++) {
            panel(sheet, panels.get(i), 8 + i % columns * (wide + GAP), i / columns * high, wide, both ? -most : 0, most);
        }
    }

    private void panel(Sheet sheet, Panel panel, double left, double top, double wide, double from, double to) {
        sheet.rectangle(left, top + 6, 4, 30, sheet.series(panel.colour()), 1);
        sheet.text(sheet.fit(panel.name(), wide - 12, Face.BOLD), left + 10, top + 4, Align.LEFT, Face.BOLD, sheet.theme().text());
        sheet.text(sheet.fit(panel.note(), wide - 12, Face.SMALL), left + 10, top + 22, Align.LEFT, Face.SMALL, sheet.theme().mutedText());
        sheet.spot(Spot.of(left, top, wide, HEAD, List.of(panel.name(), panel.note()), panel.target()));
        if (panel.bars().isEmpty()) {
            return;
        }
        double names = Math.min(wide * MOST_NAME,
                panel.bars().stream().mapToDouble(bar -> sheet.textWidth(bar.name(), Face.SMALL)).max().orElse(0) + 10);
        double values = panel.bars().stream().mapToDouble(bar -> sheet.textWidth(bar.text(), Face.SMALL)).max().orElse(0) + 8;
        Scale x = new Scale(from, to, left + names, Math.max(left + names + 20, left + wide - values));
        double bottom = top + HEAD + ROW * panel.bars().size();
        Color words = sheet.theme().mutedText();
        for (double tick : x.ticks(3)) {
            sheet.line(x.at(tick), top + HEAD, x.at(tick), bottom, tick == 0 ? sheet.theme().strongLine() : sheet.theme().line(), 1, false);
            sheet.text(axis.tick(tick, x.digits(3), sheet.numbers()), x.at(tick), bottom + 2, Align.MIDDLE, Face.SMALL, words);
        }
        sheet.text(sheet.fit(axis.title(), wide, Face.SMALL), left + wide, bottom + 4 + sheet.lineHeight(Face.SMALL), Align.RIGHT,
                Face.SMALL, words);
        for (int i = 0; i < panel.bars().size(); i++) {
            bar(sheet, panel, panel.bars().get(i), x, top + HEAD + i * ROW, left, wide);
        }
    }

    private void bar(Sheet sheet, Panel panel, Bar bar, Scale x, double top, double left, double wide) {
        double line = sheet.lineHeight(Face.SMALL);
        sheet.text(sheet.fit(bar.name(), x.start() - left - 8, Face.SMALL), x.start() - 6, top + (ROW - line) / 2, Align.RIGHT, Face.SMALL,
                sheet.theme().text());
        if (Double.isFinite(bar.value())) {
            double zero = x.at(0);
            double end = x.at(bar.value());
            sheet.rectangle(Math.min(zero, end), top + 5, Math.max(1, Math.abs(end - zero)), ROW - 10, sheet.series(panel.colour()),
                    bar.value() < 0 ? 0.55 : 1);
        }
        sheet.text(bar.text(), left + wide, top + (ROW - line) / 2, Align.RIGHT, Face.SMALL, sheet.theme().text());
        List<String> tip = new ArrayList<>(List.of(panel.name() + " · " + bar.name()));
        tip.add(axis.label() + "  " + axis.exact(bar.value(), sheet.numbers()));
        tip.addAll(bar.tip());
        sheet.spot(Spot.of(left, top, wide, ROW, tip, panel.target()));
    }
}
