package org.towercrier.report.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.towercrier.report.Chart;
import org.towercrier.report.Tone;

/** A chart as SVG to stand in a page: no script, no font of its own, exact values as tool tips. */
final class SvgChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 280;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 28;
    private static final int BOTTOM = 44;
    private static final int STEPS = 5;
    private static final int MOST_LABELS = 12;
    private static final double BAR_SHARE = 0.8;
    private static final int WORD_LENGTH = 16;
    /** Width of a digit at most. */
    private static final double LETTER = 7;

    private final Chart chart;
    private final ValueTexts values;
    private final ZoneId zone;
    private final StringBuilder svg = new StringBuilder();
    private final double from;
    private final double to;
    private final double step;

    SvgChart(Chart chart, ValueTexts values, ZoneId zone) {
        this.chart = chart;
        this.values = values;
        this.zone = zone;
        double least = Math.min(0, all().min().orElse(0));
        double most = Math.max(least + 1e-9, all().max().orElse(1));
        this.step = niceStep((most - least) / STEPS);
        this.from = Math.floor(least / step) * step;
        this.to = Math.ceil(most / step - 1e-9) * step;
    }

    /** Everything that has to fit: values, intervals, limits, and the sums of what is stacked. */
    private DoubleStream all() {
        DoubleStream drawn = chart.series().stream().flatMap(series -> series.values().stream()).mapToDouble(Double::doubleValue);
        DoubleStream bands = chart.bands().stream().flatMap(band -> java.util.stream.Stream.concat(band.lower().stream(),
                band.upper().stream())).mapToDouble(Double::doubleValue);
        DoubleStream limits = chart.limits().stream().mapToDouble(Chart.Limit::value);
        DoubleStream stacks = java.util.stream.IntStream.range(0, chart.x().size()).mapToDouble(this::stacked);
        return DoubleStream.concat(DoubleStream.concat(drawn, bands), DoubleStream.concat(limits, stacks)).filter(Double::isFinite);
    }

    private double stacked(int position) {
        return chart.series().stream().filter(series -> series.style() == Chart.Style.STACK)
                .mapToDouble(series -> series.values().get(position)).filter(Double::isFinite).sum();
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[]{ 1, 2, 2.5, 5 }) {
            if (rough <= factor * power * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    String svg() {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT)
                .append("\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT)
                .append("\" role=\"img\" font-size=\"11\" font-family=\"system-ui,sans-serif\"><title>")
                .append(HtmlPage.escape(chart.title())).append("</title>\n");
        grid();
        labels();
        chart.bands().forEach(this::band);
        bars();
        chart.series().stream().filter(series -> series.style() == Chart.Style.LINE).forEach(this::line);
        chart.series().stream().filter(series -> series.style() == Chart.Style.POINTS).forEach(this::points);
        chart.limits().forEach(this::limit);
        legend();
        return svg.append("</svg>\n").toString();
    }

    private void grid() {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        for (double value = from; value <= to + step / 2; value += step) {
            double y = y(value);
            svg.append("<line x1=\"").append(LEFT).append("\" x2=\"").append(WIDTH - RIGHT).append("\" y1=\"").append(number(y))
                    .append("\" y2=\"").append(number(y)).append("\" stroke=\"#e3e7ec\"/>");
            text(LEFT - 6, y + 4, "end", "#4a5768", values.number(value + 0.0, decimals));
        }
        String unit = chart.y().unit().isEmpty() ? chart.y().label() : chart.y().label() + " (" + chart.y().unit() + ")";
        text(4, 14, "start", "#4a5768", unit);
        svg.append('\n');
    }

    private void labels() {
        int size = chart.x().size();
        int every = Math.max(1, (size + MOST_LABELS - 1) / MOST_LABELS);
        for (int i = 0; i < size; i += every) {
            // What would reach over the edge ends there.
            double half = LETTER * label(i).length() / 2;
            boolean last = x(i) + half > WIDTH;
            text(last ? WIDTH - 1 : x(i), HEIGHT - BOTTOM + 16, last ? "end" : "middle", "#4a5768", label(i));
        }
        String unit = chart.x() instanceof Chart.Numbers numbers && !numbers.unit().isEmpty() ? " (" + numbers.unit() + ")" : "";
        text(WIDTH - RIGHT, HEIGHT - 8, "end", "#4a5768", chart.x().label() + unit);
        svg.append('\n');
    }

    private String label(int position) {
        return switch (chart.x()) {
            case Chart.Words words -> shortened(words.values().get(position));
            case Chart.Times times -> times(times.values(), position);
            case Chart.Numbers numbers -> values.fact(numbers.values().get(position));
        };
    }

    private String times(List<Instant> instants, int position) {
        Duration whole = Duration.between(instants.getFirst(), instants.getLast());
        String pattern = whole.toDays() >= 3 ? "MM-dd" : whole.toDays() >= 1 ? "dd HH:mm" : "HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(instants.get(position).atZone(zone));
    }

    private static String shortened(String word) {
        return word.length() > WORD_LENGTH ? word.substring(0, WORD_LENGTH - 1) + "…" : word;
    }

    private void bars() {
        List<Chart.Series> beside = chart.series().stream().filter(series -> series.style() == Chart.Style.BARS).toList();
        List<Chart.Series> stacked = chart.series().stream().filter(series -> series.style() == Chart.Style.STACK).toList();
        int places = beside.size() + (stacked.isEmpty() ? 0 : 1);
        double room = slot() * BAR_SHARE;
        for (int i = 0; i < chart.x().size() && places > 0; i++) {
            double left = x(i) - room / 2;
            double width = room / places;
            for (Chart.Series series : beside) {
                bar(series, i, left, width, 0, series.values().get(i));
                left += width;
            }
            double base = 0;
            for (Chart.Series series : stacked) {
                double value = series.values().get(i);
                if (Double.isFinite(value)) {
                    bar(series, i, left, width, base, base + value);
                    base += value;
                }
            }
        }
        svg.append('\n');
    }

    private void bar(Chart.Series series, int position, double left, double width, double base, double top) {
        if (!Double.isFinite(top) || top == base) {
            return;
        }
        svg.append("<rect x=\"").append(number(left)).append("\" width=\"").append(number(Math.max(0.5, width - 1))).append("\" y=\"")
                .append(number(Math.min(y(base), y(top)))).append("\" height=\"").append(number(Math.abs(y(base) - y(top))))
                .append("\" fill=\"").append(series.tone().colour()).append("\"><title>")
                .append(HtmlPage.escape(label(position) + " · " + series.name() + ": " + values.fact(top - base)))
                .append("</title></rect>");
    }

    private void band(Chart.Band band) {
        StringBuilder path = new StringBuilder();
        List<String> back = new ArrayList<>();
        for (int i = 0; i < chart.x().size(); i++) {
            if (Double.isFinite(band.lower().get(i)) && Double.isFinite(band.upper().get(i))) {
                path.append(path.isEmpty() ? "M" : "L").append(number(x(i))).append(' ').append(number(y(band.upper().get(i))));
                back.addFirst("L" + number(x(i)) + " " + number(y(band.lower().get(i))));
            }
        }
        if (!path.isEmpty()) {
            svg.append("<path d=\"").append(path).append(String.join("", back)).append("Z\" fill=\"").append(Tone.MUTED.colour())
                    .append("\" fill-opacity=\"0.25\"><title>").append(HtmlPage.escape(band.name())).append("</title></path>\n");
        }
    }

    private void line(Chart.Series series) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < chart.x().size(); i++) {
            double value = series.values().get(i);
            if (Double.isFinite(value)) {
                path.append(pen ? "L" : "M").append(number(x(i))).append(' ').append(number(y(value)));
            }
            pen = Double.isFinite(value);
        }
        svg.append("<path d=\"").append(path).append("\" fill=\"none\" stroke=\"").append(series.tone().colour())
                .append("\" stroke-width=\"1.8\"><title>").append(HtmlPage.escape(series.name())).append("</title></path>\n");
    }

    private void points(Chart.Series series) {
        for (int i = 0; i < chart.x().size(); i++) {
            double value = series.values().get(i);
            if (Double.isFinite(value)) {
                svg.append("<circle r=\"3\" cx=\"").append(number(x(i))).append("\" cy=\"").append(number(y(value)))
                        .append("\" fill=\"").append(series.tone().colour()).append("\"><title>")
                        .append(HtmlPage.escape(label(i) + " · " + series.name() + ": " + values.fact(value))).append("</title></circle>");
            }
        }
        svg.append('\n');
    }

    private void limit(Chart.Limit limit) {
        double y = y(limit.value());
        svg.append("<line x1=\"").append(LEFT).append("\" x2=\"").append(WIDTH - RIGHT).append("\" y1=\"").append(number(y))
                .append("\" y2=\"").append(number(y)).append("\" stroke=\"").append(Tone.CRITICAL.colour())
                .append("\" stroke-dasharray=\"6 4\"/>");
        text(WIDTH - RIGHT - 2, y - 4, "end", Tone.CRITICAL.colour(), limit.label() + " " + values.fact(limit.value()));
        svg.append('\n');
    }

    private void legend() {
        double x = WIDTH - RIGHT;
        for (Chart.Series series : chart.series().reversed()) {
            x -= 7.0 * series.name().codePoints().map(c -> c > 0x2E80 ? 2 : 1).sum() + 26;
            svg.append("<rect x=\"").append(number(x)).append("\" y=\"6\" width=\"10\" height=\"10\" fill=\"")
                    .append(series.tone().colour()).append("\"/>");
            text(x + 14, 15, "start", "#1b2430", series.name());
        }
    }

    private double slot() {
        return (double) (WIDTH - LEFT - RIGHT) / Math.max(1, chart.x().size());
    }

    private double x(int position) {
        int size = chart.x().size();
        boolean bars = chart.series().stream()
                .anyMatch(series -> series.style() == Chart.Style.BARS || series.style() == Chart.Style.STACK);
        if (bars || chart.x() instanceof Chart.Words || size < 2) {
            return LEFT + slot() * (position + 0.5);
        }
        double first = place(0);
        double share = (place(position) - first) / Math.max(1e-9, place(size - 1) - first);
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double place(int position) {
        return switch (chart.x()) {
            case Chart.Words words -> position;
            case Chart.Times times -> times.values().get(position).getEpochSecond();
            case Chart.Numbers numbers -> numbers.values().get(position);
        };
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - from) / (to - from) * (HEIGHT - TOP - BOTTOM);
    }

    private void text(double x, double y, String anchor, String colour, String text) {
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" text-anchor=\"").append(anchor)
                .append("\" fill=\"").append(colour).append("\">").append(HtmlPage.escape(text)).append("</text>");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
