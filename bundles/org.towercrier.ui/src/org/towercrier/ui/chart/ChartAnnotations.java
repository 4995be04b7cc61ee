package org.towercrier.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.Range;
import org.towercrier.ui.chart.ChartModel.Axis;
import org.towercrier.ui.chart.ChartModel.Band;
import org.towercrier.ui.chart.ChartModel.Series;
import org.towercrier.ui.chart.ChartModel.Span;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.Theme;

/** What a chart says beside its series: shaded hours, what is usual, thresholds, suspect samples, values at the mouse. */
final class ChartAnnotations {

    private static final int DRAG_PIXELS = 5;
    /** Pixels left free above, so that the highest label of the axis is not cut, and the least share of the height. */
    private static final double LABEL_ROOM = 9;
    private static final double HEADROOM = 0.06;

    private final Chart chart;
    private final UiMessages messages;
    private final Dates dates;
    private final Runnable rangeChanged;
    private Theme theme = Theme.LIGHT;
    private Optional<ChartModel> model = Optional.empty();
    private int mouse = -1;
    private int pressed = -1;

    ChartAnnotations(Chart chart, UiMessages messages, Dates dates, Runnable rangeChanged) {
        this.chart = chart;
        this.messages = messages;
        this.dates = dates;
        this.rangeChanged = rangeChanged;
        chart.getPlotArea().addCustomPaintListener(new ICustomPaintListener() {
            @Override
            public void paintControl(PaintEvent event) {
                model.ifPresent(shown -> paintBehind(event.gc, shown));
            }

            @Override
            public boolean drawBehindSeries() {
                return true;
            }
        });
        chart.getPlotArea().addCustomPaintListener(new ICustomPaintListener() {
            @Override
            public void paintControl(PaintEvent event) {
                model.ifPresent(shown -> paintInFront(event.gc, shown));
            }

            @Override
            public boolean drawBehindSeries() {
                return false;
            }
        });
        Control plot = plot();
        plot.addListener(SWT.Resize, event -> fitHeight());
        plot.addListener(SWT.MouseMove, event -> moveTo(event.x));
        plot.addListener(SWT.MouseExit, event -> moveTo(-1));
        plot.addListener(SWT.MouseDown, this::down);
        plot.addListener(SWT.MouseUp, this::up);
        plot.addListener(SWT.MouseDoubleClick, event -> reset());
    }

    private Control plot() {
        return chart.getPlotArea().getControl();
    }

    private IAxis x() {
        return chart.getAxisSet().getXAxis(0);
    }

    private IAxis y() {
        return chart.getAxisSet().getYAxis(0);
    }

    void applyTheme(Theme newTheme) {
        theme = newTheme;
    }

    void show(Optional<ChartModel> newModel) {
        model = newModel;
        mouse = -1;
    }

    private void moveTo(int place) {
        mouse = place;
        plot().redraw();
    }

    private void down(Event event) {
        if (event.button == 1) {
            pressed = event.x;
        }
    }

    private void up(Event event) {
        if (event.button == 1 && pressed >= 0) {
            int from = Math.min(pressed, event.x);
            int to = Math.max(pressed, event.x);
            pressed = -1;
            if (to - from > DRAG_PIXELS) {
                zoom(x().getDataCoordinate(from), x().getDataCoordinate(to));
            }
        }
    }

    void zoom(double from, double to) {
        if (to > from && !x().isCategoryEnabled()) {
            x().setRange(new Range(from, to));
            redraw();
        }
    }

    void reset() {
        pressed = -1;
        model.ifPresent(shown -> {
            double[] across = shown.xRange();
            if (!x().isCategoryEnabled()) {
                double room = shown.x() instanceof Axis.Time ? 0 : (across[1] - across[0]) * 0.03;
                x().setRange(new Range(across[0] - room, across[1] > across[0] ? across[1] + room : across[0] + 1));
            } else {
                x().adjustRange();
            }
        });
        fitHeight();
        redraw();
    }

    /** Leaves room above for the highest label, however low the chart is. */
    private void fitHeight() {
        model.ifPresent(shown -> {
            double[] up = shown.yRange();
            double room = Math.max(HEADROOM, LABEL_ROOM / Math.max(LABEL_ROOM, plot().getSize().y - LABEL_ROOM));
            y().setRange(new Range(up[0], up[1] + (up[1] - up[0]) * room));
        });
    }

    private void redraw() {
        chart.redraw();
        plot().redraw();
        rangeChanged.run();
    }

    private void paintBehind(GC gc, ChartModel shown) {
        gc.setAntialias(SWT.ON);
        int height = plot().getSize().y;
        for (Span span : shown.spans()) {
            int from = x().getPixelCoordinate(span.from());
            int to = x().getPixelCoordinate(span.to());
            gc.setBackground(theme.accent());
            gc.setAlpha(theme.isDark() ? 48 : 30);
            gc.fillRectangle(from, 0, Math.max(1, to - from), height);
            gc.setAlpha(255);
        }
        if (shown.x() instanceof Axis.Time) {
            gc.setForeground(theme.line());
            for (TimeTicks.Tick tick : TimeStrip.ticks(x(), plot().getSize().x, dates)) {
                if (tick.day()) {
                    int at = x().getPixelCoordinate(tick.seconds());
                    gc.drawLine(at, 0, at, height);
                }
            }
        }
        shown.band().ifPresent(band -> paintBand(gc, band));
    }

    private void paintBand(GC gc, Band band) {
        gc.setBackground(theme.strongLine());
        gc.setAlpha(theme.isDark() ? 110 : 90);
        int start = -1;
        for (int i = 0; i <= band.x().length; i++) {
            boolean missing = i == band.x().length || Double.isNaN(band.low()[i]) || Double.isNaN(band.high()[i]);
            if (missing && start >= 0) {
                fill(gc, band, start, i - 1);
                start = -1;
            } else if (!missing && start < 0) {
                start = i;
            }
        }
        gc.setAlpha(255);
    }

    private void fill(GC gc, Band band, int from, int to) {
        Path path = new Path(gc.getDevice());
        for (int i = from; i <= to; i++) {
            float px = x().getPixelCoordinate(band.x()[i]);
            float py = y().getPixelCoordinate(band.high()[i]);
            if (i == from) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        for (int i = to; i >= from; i--) {
            path.lineTo(x().getPixelCoordinate(band.x()[i]), y().getPixelCoordinate(band.low()[i]));
        }
        path.close();
        gc.fillPath(path);
        path.dispose();
    }

    private void paintInFront(GC gc, ChartModel shown) {
        gc.setAntialias(SWT.ON);
        paintSpanLabels(gc, shown.spans());
        ThresholdPainter thresholds = new ThresholdPainter(gc, theme, y(), plot().getSize());
        shown.thresholds().forEach(thresholds::paint);
        shown.series().forEach(series -> paintSuspects(gc, series));
        if (pressed >= 0 && mouse >= 0 && Math.abs(mouse - pressed) > DRAG_PIXELS) {
            gc.setBackground(theme.accent());
            gc.setAlpha(50);
            gc.fillRectangle(Math.min(mouse, pressed), 0, Math.abs(mouse - pressed), plot().getSize().y);
            gc.setAlpha(255);
        } else if (mouse >= 0) {
            paintValues(gc, shown);
        }
    }

    private void paintSpanLabels(GC gc, List<Span> spans) {
        int free = Integer.MIN_VALUE;
        gc.setForeground(theme.accent());
        for (Span span : spans) {
            int middle = (x().getPixelCoordinate(span.from()) + x().getPixelCoordinate(span.to())) / 2;
            int wide = gc.textExtent(span.label()).x;
            int left = Math.clamp(middle - wide / 2, 2, Math.max(2, plot().getSize().x - wide - 2));
            if (!span.label().isEmpty() && left > free) {
                gc.drawText(span.label(), left, 2, true);
                free = left + wide + 8;
            }
        }
    }

    private void paintSuspects(GC gc, Series series) {
        gc.setForeground(theme.edge(Severity.MAJOR));
        gc.setBackground(theme.background());
        for (int i = 0; i < series.x().length; i++) {
            if (series.isSuspect(i) && !Double.isNaN(series.y()[i])) {
                int px = x().getPixelCoordinate(series.x()[i]);
                int py = y().getPixelCoordinate(series.y()[i]);
                gc.setLineWidth(2);
                gc.fillOval(px - 4, py - 4, 8, 8);
                gc.drawOval(px - 4, py - 4, 8, 8);
                gc.setLineWidth(1);
            }
        }
    }

    /** Exact values of all series at the samples nearest to the mouse. */
    private void paintValues(GC gc, ChartModel shown) {
        double place = x().getDataCoordinate(mouse);
        List<String> lines = new ArrayList<>();
        List<Color> colours = new ArrayList<>();
        double found = Double.NaN;
        for (Series series : shown.series()) {
            int nearest = nearest(series, place);
            if (nearest >= 0 && Math.abs(x().getPixelCoordinate(series.x()[nearest]) - mouse) <= 24) {
                found = series.x()[nearest];
                String value = messages.numbers().measure(series.y()[nearest], 3, shown.yUnit());
                lines.add(series.name() + "  " + value
                        + (series.isSuspect(nearest) ? "  " + messages.get("Chart_Suspect") : ""));
                colours.add(theme.series(series.colour()));
                int py = y().getPixelCoordinate(series.y()[nearest]);
                gc.setBackground(theme.series(series.colour()));
                gc.fillOval(x().getPixelCoordinate(found) - 4, py - 4, 8, 8);
            }
        }
        if (!lines.isEmpty()) {
            int at = x().getPixelCoordinate(found);
            gc.setForeground(theme.mutedText());
            gc.setAlpha(120);
            gc.drawLine(at, 0, at, plot().getSize().y);
            gc.setAlpha(255);
            lines.addFirst(ChartText.place(shown.x(), found, dates, messages));
            paintTip(gc, lines, colours, at);
        }
    }

    private static int nearest(Series series, double place) {
        int best = -1;
        for (int i = 0; i < series.x().length; i++) {
            if (!Double.isNaN(series.y()[i])
                    && (best < 0 || Math.abs(series.x()[i] - place) < Math.abs(series.x()[best] - place))) {
                best = i;
            }
        }
        return best;
    }

    private void paintTip(GC gc, List<String> lines, List<Color> colours, int at) {
        int line = gc.getFontMetrics().getHeight() + 3;
        int wide = lines.stream().mapToInt(text -> gc.textExtent(text).x).max().orElse(0) + 32;
        int left = at + 12 + wide > plot().getSize().x ? at - 12 - wide : at + 12;
        gc.setBackground(theme.isDark() ? theme.raised() : theme.background());
        gc.setAlpha(240);
        gc.fillRoundRectangle(left, 20, wide, lines.size() * line + 12, 6, 6);
        gc.setAlpha(255);
        gc.setForeground(theme.strongLine());
        gc.drawRoundRectangle(left, 20, wide, lines.size() * line + 12, 6, 6);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                gc.setBackground(colours.get(i - 1));
                gc.fillOval(left + 9, 26 + i * line + line / 2 - 4, 7, 7);
            }
            gc.setForeground(i == 0 ? theme.text() : theme.mutedText());
            gc.drawText(lines.get(i), left + (i == 0 ? 9 : 22), 26 + i * line, true);
        }
    }
}
