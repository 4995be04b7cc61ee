package org.towercrier.ui.chart;

import java.util.Locale;

import org.eclipse.swt.graphics.Color;
import org.towercrier.ui.chart.ChartModel.Axis;
import org.towercrier.ui.chart.ChartModel.Band;
import org.towercrier.ui.chart.ChartModel.Kind;
import org.towercrier.ui.chart.ChartModel.Series;
import org.towercrier.ui.chart.ChartModel.Span;
import org.towercrier.ui.chart.ChartModel.Threshold;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Theme;

/** Draws a chart as SVG, from the same model as the screen, for print and presentations. */
final class ChartSvg {

    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 48;
    private static final int BOTTOM = 44;

    private final ChartModel model;
    private final Theme theme;
    private final Dates dates;
    private final UiMessages messages;
    private final StringBuilder out = new StringBuilder();
    private double[] across = { 0, 1 };
    private double[] up = { 0, 1 };
    private int width;
    private int height;

    ChartSvg(ChartModel model, Theme theme, Dates dates, UiMessages messages) {
        this.model = model;
        this.theme = theme;
        this.dates = dates;
        this.messages = messages;
    }

    /** The drawing in a size in pixels, of a part of the horizontal axis. */
    String draw(int wide, int high, double[] range) {
        width = Math.max(wide, 200);
        height = Math.max(high, 150);
        across = range[1] > range[0] ? range : model.xRange();
        up = model.yRange();
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"11\">",
                width, height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>", hex(theme.background()));
        text(8, 20, "start", theme.text(), " font-size=\"14\" font-weight=\"bold\"", model.title());
        add("<clipPath id=\"plot\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>", LEFT, TOP,
                width - LEFT - RIGHT, height - TOP - BOTTOM);
        axes();
        add("<g clip-path=\"url(#plot)\">");
        model.spans().forEach(this::span);
        model.band().ifPresent(this::band);
        model.series().forEach(this::series);
        model.thresholds().forEach(this::threshold);
        add("</g></svg>");
        return out.toString();
    }

    private void axes() {
        for (int i = 0; i <= 5; i++) {
            double value = up[0] + (up[1] - up[0]) * i / 5;
            line(LEFT, y(value), width - RIGHT, y(value), theme.line(), "");
            text(LEFT - 6, y(value) + 4, "end", theme.mutedText(), "", messages.numbers().compact(value));
        }
        String unit = model.yUnit().isEmpty() ? model.yLabel() : model.yLabel() + " (" + model.yUnit() + ")";
        text(LEFT, TOP - 8, "start", theme.mutedText(), "", unit);
        int bottom = height - BOTTOM;
        switch (model.x()) {
            case Axis.Time time -> TimeTicks
                    .between(across[0], across[1], dates.zone(), (width - LEFT) / TimeStrip.PIXELS_PER_TICK)
                    .forEach(tick -> text(x(tick.seconds()), bottom + 16, "middle", theme.mutedText(), "", tick.label()));
            case Axis.Quantity quantity -> {
                for (int i = 0; i <= 5; i++) {
                    double value = across[0] + (across[1] - across[0]) * i / 5;
                    text(x(value), bottom + 16, "middle", theme.mutedText(), "", messages.numbers().compact(value));
                }
                text(width - RIGHT, bottom + 34, "end", theme.mutedText(), "", quantity.label());
            }
            case Axis.Words words -> {
                for (int i = 0; i < words.words().size(); i++) {
                    text(x(i), bottom + 16, "middle", theme.mutedText(), "", words.words().get(i));
                }
            }
        }
        line(LEFT, bottom, width - RIGHT, bottom, theme.strongLine(), "");
    }

    private void span(Span span) {
        add("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\" fill-opacity=\"0.12\"/>", x(span.from()),
                TOP, x(span.to()) - x(span.from()), height - TOP - BOTTOM, hex(theme.accent()));
    }

    private void band(Band band) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < band.x().length; i++) {
            point(points, band.x()[i], band.high()[i]);
        }
        for (int i = band.x().length - 1; i >= 0; i--) {
            point(points, band.x()[i], band.low()[i]);
        }
        add("<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"0.35\"/>", points, hex(theme.strongLine()));
    }

    private void point(StringBuilder points, double place, double value) {
        if (!Double.isNaN(value)) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(place), y(value)));
        }
    }

    private void series(Series series) {
        String colour = hex(theme.series(series.colour()));
        if (series.kind() == Kind.LINE) {
            double gap = model.x() instanceof Axis.Time time ? time.widestGap() : Double.POSITIVE_INFINITY;
            for (int[] run : series.runs(gap)) {
                StringBuilder points = new StringBuilder();
                for (int i = run[0]; i <= run[1]; i++) {
                    point(points, series.x()[i], series.y()[i]);
                }
                add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\"/>",
                        points, colour);
            }
            return;
        }
        double bar = Math.max(2, (width - LEFT - RIGHT) * 0.7 / Math.max(1, series.x().length));
        for (int i = 0; i < series.x().length; i++) {
            if (Double.isNaN(series.y()[i])) {
                continue;
            }
            if (series.kind() == Kind.SCATTER) {
                add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(series.x()[i]), y(series.y()[i]), colour);
            } else {
                double top = Math.min(y(series.y()[i]), y(0));
                add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x(series.x()[i]) - bar / 2,
                        top, bar, Math.abs(y(series.y()[i]) - y(0)), colour);
            }
        }
    }

    private void threshold(Threshold threshold) {
        Color colour = threshold.severity().map(theme::edge).orElse(theme.mutedText());
        line(LEFT, y(threshold.value()), width - RIGHT, y(threshold.value()), colour, " stroke-dasharray=\"5 4\"");
        text(LEFT + 6, y(threshold.value()) - 4, "start", theme.text(), "", threshold.label());
    }

    private double x(double place) {
        if (model.x() instanceof Axis.Words words) {
            return LEFT + (place + 0.5) * (width - LEFT - RIGHT) / Math.max(1, words.words().size());
        }
        return LEFT + (place - across[0]) / (across[1] - across[0]) * (width - LEFT - RIGHT);
    }

    private double y(double value) {
        return height - BOTTOM - (value - up[0]) / (up[1] - up[0]) * (height - TOP - BOTTOM);
    }

    private void line(double x1, double y1, double x2, double y2, Color colour, String more) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>", x1, y1, x2, y2, hex(colour), more);
    }

    private void text(double x, double y, String anchor, Color colour, String more, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>", x, y, anchor, hex(colour), more,
                text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private void add(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%02X%02X%02X", colour.getRed(), colour.getGreen(), colour.getBlue());
    }

}
