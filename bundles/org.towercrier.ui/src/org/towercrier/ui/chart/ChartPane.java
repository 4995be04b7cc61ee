package org.towercrier.ui.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.towercrier.ui.chart.ChartModel.Axis;
import org.towercrier.ui.chart.ChartModel.Kind;
import org.towercrier.ui.chart.ChartModel.Series;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.Pictures;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.theme.Contrast;
import org.towercrier.ui.theme.Theme;
import org.towercrier.ui.theme.Themed;

/**
 * A chart with a title that says the finding. Dragging zooms along the horizontal axis, a double click resets, the
 * mouse shows exact values; it can be copied and saved as a picture.
 */
public final class ChartPane extends Composite implements Themed {

    private final UiMessages messages;
    private final Dates dates;
    private final ChartHeader header;
    private final TimeStrip strip;
    private final Chart chart;
    private final ChartAnnotations annotations;
    private Theme theme = Theme.LIGHT;
    private Optional<ChartModel> model = Optional.empty();

    public ChartPane(Composite parent, UiMessages messages, Dates dates) {
        super(parent, SWT.NONE);
        this.messages = messages;
        this.dates = dates;
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 8;
        layout.marginHeight = 8;
        layout.verticalSpacing = 0;
        setLayout(layout);
        header = new ChartHeader(this, dates);
        header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        chart = new Chart(this, SWT.NONE);
        chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        strip = new TimeStrip(this, chart, dates);
        strip.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        annotations = new ChartAnnotations(chart, messages, dates, strip::redraw);
        Theme.keepsOwnColours(this, header, strip, chart, chart.getPlotArea().getControl());
        applyTheme(theme);
    }

    /** Shows another chart; the old one is replaced at once. */
    public void show(ChartModel newModel) {
        model = Optional.of(newModel);
        rebuild();
    }

    /** Shows no chart. */
    public void clear() {
        model = Optional.empty();
        rebuild();
    }

    /** What is shown. */
    public Optional<ChartModel> model() {
        return model;
    }

    /** The part of the horizontal axis that is seen, from and to. */
    public double[] zoom() {
        Range range = chart.getAxisSet().getXAxis(0).getRange();
        return new double[]{ range.lower, range.upper };
    }

    /** Shows a part of the horizontal axis. */
    public void zoom(double from, double to) {
        annotations.zoom(from, to);
    }

    /** Shows all again. */
    public void resetZoom() {
        annotations.reset();
    }

    @Override
    public void applyTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        chart.setBackground(theme.background());
        chart.getPlotArea().setBackground(theme.background());
        header.applyTheme(theme);
        strip.applyTheme(theme);
        annotations.applyTheme(theme);
        rebuild();
    }

    private void rebuild() {
        chart.suspendUpdate(true);
        for (ISeries<?> old : chart.getSeriesSet().getSeries()) {
            chart.getSeriesSet().deleteSeries(old.getId());
        }
        annotations.show(model);
        header.show(model);
        boolean time = model.filter(shown -> shown.x() instanceof Axis.Time).isPresent();
        strip.setVisible(time);
        ((GridData) strip.getLayoutData()).exclude = !time;
        model.ifPresent(this::build);
        // Without a model the chart would show axes that say nothing.
        chart.setVisible(model.isPresent());
        chart.suspendUpdate(false);
        layout(true, true);
        chart.redraw();
        strip.redraw();
    }

    /** What the values are and their unit; the unit alone when the title says what they are already. */
    private static String axisTitle(ChartModel shown) {
        if (shown.title().equals(shown.yLabel())) {
            return shown.yUnit();
        }
        return shown.yUnit().isEmpty() ? shown.yLabel() : shown.yLabel() + " (" + shown.yUnit() + ")";
    }

    private void build(ChartModel shown) {
        IAxis x = chart.getAxisSet().getXAxis(0);
        IAxis y = chart.getAxisSet().getYAxis(0);
        style(x, "");
        style(y, axisTitle(shown));
        y.getTick().setFormat(numbers());
        switch (shown.x()) {
            case Axis.Time time -> {
                x.enableCategory(false);
                x.getTick().setVisible(false);
                x.getTitle().setVisible(false);
                x.getGrid().setStyle(LineStyle.NONE);
            }
            case Axis.Quantity quantity -> {
                x.enableCategory(false);
                style(x, quantity.unit().isEmpty() ? quantity.label() : quantity.label() + " (" + quantity.unit() + ")");
                x.getTick().setFormat(numbers());
            }
            case Axis.Words words -> {
                x.setCategorySeries(words.words().toArray(String[]::new));
                x.enableCategory(true);
                style(x, words.label());
            }
        }
        int number = 0;
        for (Series series : shown.series()) {
            add(series, number++, shown.x() instanceof Axis.Time time ? time.widestGap() : Double.POSITIVE_INFINITY);
        }
        annotations.reset();
    }

    private DecimalFormat numbers() {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(messages.numbers().locale()));
    }

    private void style(IAxis axis, String title) {
        axis.getTick().setVisible(true);
        axis.getTick().setForeground(theme.mutedText());
        axis.getTick().setFont(getFont());
        axis.getTitle().setVisible(!title.isEmpty());
        axis.getTitle().setText(title);
        axis.getTitle().setFont(getFont());
        axis.getTitle().setForeground(theme.mutedText());
        axis.getGrid().setForeground(Contrast.mix(theme.background(), theme.line(), 0.7));
        axis.getGrid().setStyle(axis.getDirection() == IAxis.Direction.Y ? LineStyle.SOLID : LineStyle.NONE);
    }

    /** Adds a series; a line with gaps becomes one line for each run of samples. */
    private void add(Series series, int number, double widestGap) {
        Color colour = theme.series(series.colour());
        if (series.kind() == Kind.BARS) {
            IBarSeries<?> bars = (IBarSeries<?>) chart.getSeriesSet().createSeries(SeriesType.BAR, number + "");
            bars.setXSeries(series.x());
            bars.setYSeries(series.y());
            bars.setBarColor(colour);
            bars.setBarPadding(30);
            return;
        }
        List<int[]> runs = series.runs(series.kind() == Kind.SCATTER ? Double.POSITIVE_INFINITY : widestGap);
        for (int run = 0; run < runs.size(); run++) {
            int from = runs.get(run)[0];
            int to = runs.get(run)[1] + 1;
            ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, number + "." + run);
            line.setXSeries(java.util.Arrays.copyOfRange(series.x(), from, to));
            line.setYSeries(java.util.Arrays.copyOfRange(series.y(), from, to));
            line.setLineColor(colour);
            line.setLineWidth(2);
            line.setAntialias(SWT.ON);
            boolean dots = series.kind() == Kind.SCATTER || to - from == 1;
            line.setSymbolType(dots ? PlotSymbolType.CIRCLE : PlotSymbolType.NONE);
            line.setSymbolSize(3);
            line.setSymbolColor(colour);
            line.setLineStyle(series.kind() == Kind.SCATTER ? LineStyle.NONE : LineStyle.SOLID);
        }
    }

    /** A picture of the chart as it is seen, which the caller disposes of. */
    public Image picture() {
        Rectangle area = getClientArea();
        Image picture = new Image(getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
        GC gc = new GC(picture);
        gc.setBackground(theme.background());
        gc.fillRectangle(0, 0, area.width, area.height);
        print(gc);
        gc.dispose();
        return picture;
    }

    /** Copies the picture. */
    public void copy() {
        Pictures.copy(getDisplay(), picture());
    }

    /** Saves the picture, as SVG when the name of the file ends so, else as PNG. */
    public void save(Path file) throws IOException {
        Pictures.save(file, this::picture, this::svg);
    }

    private String svg() {
        Rectangle area = getClientArea();
        return model.map(shown -> new ChartSvg(shown, theme, dates, messages).draw(area.width, area.height, zoom()))
                .orElse("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    }
}
