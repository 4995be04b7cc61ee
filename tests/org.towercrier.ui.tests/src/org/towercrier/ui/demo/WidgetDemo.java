package org.towercrier.ui.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Icons;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.EmptyState;
import org.towercrier.ui.kit.ErrorPanel;
import org.towercrier.ui.kit.PropertyFacts;
import org.towercrier.ui.kit.ThinProgress;
import org.towercrier.ui.kit.UiMessages;
import org.towercrier.ui.map.CellColouring;
import org.towercrier.ui.map.CellLayer;
import org.towercrier.ui.map.GraticuleLayer;
import org.towercrier.ui.map.LegendEntry;
import org.towercrier.ui.map.MapBenchmark;
import org.towercrier.ui.map.MapCanvas;
import org.towercrier.ui.map.MapOptions;
import org.towercrier.ui.map.PointLayer;
import org.towercrier.ui.map.PolygonLayer;
import org.towercrier.ui.map.ValueScale;
import org.towercrier.ui.map.Viewport;
import org.towercrier.ui.map.Mercator;
import org.towercrier.ui.table.DataTable;
import org.towercrier.ui.table.RowSet;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.Theme;

/**
 * Opens one widget on made-up data: {@code WidgetDemo map|table|chart|kit [light|dark] [language tag] [option]}.
 */
public final class WidgetDemo {

    private WidgetDemo() {
    }

    public static void main(String[] arguments) {
        String widget = arguments.length > 0 ? arguments[0] : "map";
        Theme theme = arguments.length > 1 && "dark".equals(arguments[1]) ? Theme.DARK : Theme.LIGHT;
        Locale locale = arguments.length > 2 ? Locale.forLanguageTag(arguments[2]) : Locale.ENGLISH;
        String option = arguments.length > 3 ? arguments[3] : "";
        Display display = new Display();
        Shell shell = new Shell(display, SWT.NO_TRIM);
        shell.setText("Towercrier");
        shell.setLayout(new FillLayout());
        shell.setBounds(0, 0, 1280, 800);
        shell.setBackground(theme.background());
        UiMessages messages = UiMessages.of(locale);
        switch (widget) {
            case "map" -> map(shell, theme, messages, option);
            case "table" -> table(shell, theme, messages, option);
            case "chart" -> chart(shell, theme, messages, option);
            case "kit" -> kit(shell, theme, messages);
            default -> throw new IllegalArgumentException(widget);
        }
        shell.open();
        display.timerExec(1200, () -> System.out.println("READY"));
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.dispose();
    }

    private static void map(Shell shell, Theme theme, UiMessages messages, String option) {
        String[] parts = (option + "::::").split(":", -1);
        int count = parts[0].isEmpty() ? 100_000 : Integer.parseInt(parts[0]);
        DemoCity city = new DemoCity(count);
        MapCanvas map = new MapCanvas(shell, messages);
        map.applyTheme(theme);
        map.addLayer(new GraticuleLayer());
        PolygonLayer districts = new PolygonLayer();
        districts.setPolygons(city.districts());
        map.addLayer(districts);
        CellLayer cells = new CellLayer(messages);
        cells.setCells(city.cells(), "kpi".equals(parts[2])
                ? new CellColouring.ByValue(city.usage(), new ValueScale("DL resource blocks", "%", 0, 100))
                : new CellColouring.BySeverity(city.severities()));
        map.addLayer(cells);
        if ("ap".equals(parts[3])) {
            PointLayer points = new PointLayer(messages, List.of(new LegendEntry.Mark(2, "Access points", 400)));
            points.setPoints(city.accessPoints(400));
            map.addLayer(points);
        }
        map.setOptions(new MapOptions("synthetic data", "2026-11-20 20:00\u201321:00"));
        long start = System.nanoTime();
        System.out.println(MapBenchmark.run(shell.getDisplay(), List.of(districts, cells),
                MapBenchmark.tour(cells.bounds(), 1600, 1000, 60), theme) + " in " + (System.nanoTime() - start) / 1e9);
        if (!parts[1].isEmpty()) {
            shell.getDisplay().timerExec(300, () -> {
                map.setViewport(new Viewport(Mercator.x(104.06), Mercator.y(30.66), Double.parseDouble(parts[1]), 1, 1));
                map.setSelection(List.of(city.cells().id()[1], city.cells().id()[40], city.cells().id()[100]));
            });
        }
    }

    private static void table(Shell shell, Theme theme, UiMessages messages, String option) {
        String[] parts = (option + ":::").split(":", -1);
        List<DemoAlarms.Alarm> alarms = DemoAlarms.alarms(parts[0].isEmpty() ? 100_000 : Integer.parseInt(parts[0]));
        long start = System.nanoTime();
        RowSet<DemoAlarms.Alarm> rows = RowSet.of(DemoAlarms.columns(), alarms, messages);
        System.out.println("stores " + (System.nanoTime() - start) / 1e6);
        DataTable<DemoAlarms.Alarm> table = new DataTable<>(shell, DemoAlarms.columns(), messages,
                Dates.in(ZoneId.of("Asia/Shanghai")));
        table.setKey(DemoAlarms.Alarm::number);
        table.applyTheme(theme);
        table.setRows(rows);
        table.sort("load", true);
        if ("group".equals(parts[1])) {
            table.groupBy("severity");
        } else {
            table.showFilterRow(true);
            table.filter("load", ">90");
            table.filter("users", "x");
        }
        table.select(Set.of(4, 17, 30));
    }

    private static void chart(Shell shell, Theme theme, UiMessages messages, String option) {
        shell.setLayout(new FillLayout(SWT.VERTICAL));
        Dates dates = Dates.in(ZoneId.of("Asia/Shanghai"));
        ChartPane load = new ChartPane(shell, messages, dates);
        load.applyTheme(theme);
        load.show(DemoCharts.load());
        Composite row = new Composite(shell, SWT.NONE);
        row.setLayout(new FillLayout());
        ChartPane bars = new ChartPane(row, messages, dates);
        bars.applyTheme(theme);
        bars.show(DemoCharts.bars());
        ChartPane scatter = new ChartPane(row, messages, dates);
        scatter.applyTheme(theme);
        scatter.show(DemoCharts.scatter());
        if (!option.isEmpty()) {
            shell.getDisplay().timerExec(900, () -> {
                try {
                    load.save(Path.of(option + ".png"));
                    load.save(Path.of(option + ".svg"));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }

    private static void kit(Shell shell, Theme theme, UiMessages messages) {
        shell.setLayout(new GridLayout(2, true));
        ThinProgress progress = new ThinProgress(shell);
        progress.applyTheme(theme);
        progress.start();
        progress.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        EmptyState empty = new EmptyState(shell, Icon.ALARM, "No alarms yet",
                "Detection finds full cells in the measurements you imported. Import measurement files or open the sample city to see how it looks.")
                .button("Import files\u2026", () -> {}).button("Open the sample", () -> {});
        empty.applyTheme(theme);
        empty.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        PropertyFacts facts = new PropertyFacts(shell, messages);
        facts.applyTheme(theme);
        facts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        facts.show(List.of(new PropertyFacts.Section("Cell", List.of(PropertyFacts.Fact.of("Name", "Site 1204 \u00B7 sector 2 \u00B7 F1"),
                new PropertyFacts.Fact("Site", "Site 1204", "460-00-101204", Optional.empty(), Optional.of(() -> {})),
                PropertyFacts.Fact.of("Technology", "LTE FDD, band 3, 20 MHz"), PropertyFacts.Fact.of("Azimuth", "120\u00B0"))),
                new PropertyFacts.Section("Alarm", List.of(
                        new PropertyFacts.Fact("Severity", "Critical", "", Optional.of(Severity.CRITICAL), Optional.empty()),
                        PropertyFacts.Fact.of("Raised", "2026-11-20 20:15"),
                        PropertyFacts.Fact.of("Why",
                                "Downlink resource blocks were above 70 % in the busy hour of 5 of 7 days, and more than 50 users shared them.")))));
        ErrorPanel error = new ErrorPanel(shell, messages, "The file A20261120.xml was not imported: its end is missing.",
                "Fetch the file from the network element again and import it once more.",
                "line 48,211: unexpected end of document inside <measValue>").button("Try again", () -> {});
        error.applyTheme(theme);
        error.showDetails(true);
        error.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Canvas icons = new Canvas(shell, SWT.NONE);
        icons.setBackground(theme.surface());
        icons.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Icons family = new Icons(icons);
        icons.addPaintListener(event -> {
            int at = 0;
            for (Icon icon : Icon.values()) {
                int x = 16 + at % 11 * 52;
                int y = 16 + at / 11 * 52;
                event.gc.drawImage(family.image(icon, theme), x, y);
                at++;
            }
        });
    }
}
