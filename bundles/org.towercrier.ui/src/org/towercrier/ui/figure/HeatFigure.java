package org.towercrier.ui.figure;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.towercrier.ui.figure.Sheet.Align;
import org.towercrier.ui.figure.Sheet.Face;
import org.towercrier.ui.theme.Contrast;

/**
 * A table of fields that are the darker the more they hold: months by years, groups before by groups after.
 *
 * @param title what it is about
 * @param corner what rows and columns are
 * @param columns headings
 * @param rows rows, each with a field for every column
 * @param scale what the colours count
 */
public record HeatFigure(String title, String corner, List<String> columns, List<Row> rows, Axis scale) implements Figure {

    private static final double HEAD = 24;
    private static final double FOOT = 26;
    private static final double LEAST_ROW = 38;
    private static final double HIGHEST_ROW = 64;
    private static final double WIDEST = 130;
    private static final double MOST_NAME = 170;
    private static final double KEY = 120;

    public HeatFigure {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A row. @param fields one for each column; absent where there can be none */
    public record Row(String name, List<Optional<Field>> fields) {

        public Row {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field.
     *
     * @param value what its colour follows
     * @param text stands in it
     * @param second stands below, smaller
     * @param tip what the mouse says
     * @param target what is opened by a click
     */
    public record Field(double value, String text, String second, List<String> tip, Optional<Object> target) {

        public Field {
            tip = List.copyOf(tip);
        }
    }

    @Override
    public double leastHeight(double width) {
        return HEAD + rows.size() * LEAST_ROW + FOOT;
    }

    @Override
    public void draw(Sheet sheet) {
        double names = Math.min(MOST_NAME, 14 + Math.max(sheet.textWidth(corner, Face.SMALL),
                rows.stream().mapToDouble(row -> sheet.textWidth(row.name(), Face.NORMAL)).max().orElse(0)));
        double wide = Math.min(WIDEST, (sheet.width() - names - 16) / Math.max(1, columns.size()));
        double high = Math.clamp((sheet.height() - HEAD - FOOT) / Math.max(1, rows.size()), LEAST_ROW, HIGHEST_ROW);
        double most = rows.stream().flatMap(row -> row.fields().stream()).flatMap(Optional::stream).mapToDouble(Field::value)
                .filter(Double::isFinite).max().orElse(1);
        sheet.text(sheet.fit(corner, names - 8, Face.SMALL), 8, 4, Align.LEFT, Face.SMALL, sheet.theme().mutedText());
        for (int column = 0; column < columns.size(); column++) {
            sheet.text(sheet.fit(columns.get(column), wide - 4, Face.SMALL), names + wide * (column + 0.5), 4, Align.MIDDLE, Face.SMALL,
                    sheet.theme().mutedText());
        }
        for (int i = 0; i < rows.size(); i++) {
            double top = HEAD + i * high;
            sheet.text(sheet.fit(rows.get(i).name(), names - 14, Face.NORMAL), names - 8, top + (high - sheet.lineHeight(Face.NORMAL)) / 2,
                    Align.RIGHT, Face.NORMAL, sheet.theme().text());
            for (int column = 0; column < columns.size(); column++) {
                field(sheet, rows.get(i).fields().get(column), most, new double[]{ names + column * wide, top, wide, high });
            }
        }
        key(sheet, 8, HEAD + rows.size() * high + 6, most);
    }

    /** Little is as pale as the ground, much is the accent: one colour, so that it reads without a key and prints in grey. */
    private static Color colour(Sheet sheet, double share) {
        return Contrast.mix(sheet.theme().raised(), sheet.theme().accent(), Math.clamp(Double.isFinite(share) ? share : 0, 0, 1) * 0.9);
    }

    private static void field(Sheet sheet, Optional<Field> field, double most, double[] box) {
        if (field.isEmpty()) {
            sheet.frame(box[0] + 1, box[1] + 1, box[2] - 2, box[3] - 2, sheet.theme().line(), 1);
            return;
        }
        Field shown = field.get();
        Color ground = colour(sheet, most > 0 ? shown.value() / most : 0);
        sheet.rectangle(box[0] + 1, box[1] + 1, box[2] - 2, box[3] - 2, ground, 1);
        Color ink = Contrast.ink(ground);
        double line = sheet.lineHeight(Face.NORMAL);
        double small = shown.second().isEmpty() ? 0 : sheet.lineHeight(Face.SMALL);
        double top = box[1] + (box[3] - line - small) / 2;
        sheet.text(sheet.fit(shown.text(), box[2] - 4, Face.NORMAL), box[0] + box[2] / 2, top, Align.MIDDLE, Face.NORMAL, ink);
        if (small > 0) {
            sheet.text(sheet.fit(shown.second(), box[2] - 4, Face.SMALL), box[0] + box[2] / 2, top + line, Align.MIDDLE, Face.SMALL, ink);
        }
        sheet.spot(Spot.of(box[0], box[1], box[2], box[3], shown.tip(), shown.target()));
    }

    private void key(Sheet sheet, double left, double top, double most) {
        int steps = 24;
        double wide = left + KEY;
        for (int i = 0; i < steps; i++) {
            sheet.rectangle(left + KEY * i / steps, top + 2, KEY / steps + 0.5, 8, colour(sheet, (double) i / (steps - 1)), 1);
        }
        String to = scale.isShare() ? scale.exact(most, sheet.numbers()) : sheet.numbers().compact(most);
        sheet.text(sheet.fit("0 – " + to + "  " + scale.label(), sheet.width() - wide - 12, Face.SMALL), wide + 8, top - 1, Align.LEFT,
                Face.SMALL,
                sheet.theme().mutedText());
    }
}
