package org.towercrier.report.internal;

import java.util.ArrayList;
import java.util.List;

import org.towercrier.report.Chart;
import org.towercrier.report.Grid;

/** The table behind a chart. */
final class ChartTables {

    private static final int DECIMALS = 2;

    private ChartTables() {
    }

    static Grid of(Chart chart) {
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(switch (chart.x()) {
            case Chart.Words words -> Grid.Column.text(words.label());
            case Chart.Times times -> Grid.Column.time(times.label());
            case Chart.Numbers numbers -> Grid.Column.number(numbers.label(), numbers.unit(), DECIMALS);
        });
        String unit = chart.y().unit();
        int decimals = whole(chart) ? 0 : DECIMALS;
        chart.series().forEach(series -> columns.add(Grid.Column.number(series.name(), unit, decimals)));
        chart.bands().forEach(band -> {
            columns.add(Grid.Column.number(band.name() + " ≥", unit, decimals));
            columns.add(Grid.Column.number(band.name() + " ≤", unit, decimals));
        });
        chart.limits().forEach(limit -> columns.add(Grid.Column.number(limit.label(), unit, decimals)));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < chart.x().size(); i++) {
            rows.add(row(chart, i));
        }
        return new Grid(chart.title(), columns, rows, "");
    }

    static boolean whole(Chart chart) {
        return chart.series().stream().flatMap(series -> series.values().stream())
                .allMatch(value -> !Double.isFinite(value) || value == Math.rint(value));
    }

    private static List<Object> row(Chart chart, int position) {
        List<Object> row = new ArrayList<>();
        row.add(switch (chart.x()) {
            case Chart.Words words -> words.values().get(position);
            case Chart.Times times -> times.values().get(position);
            case Chart.Numbers numbers -> numbers.values().get(position);
        });
        chart.series().forEach(series -> row.add(present(series.values().get(position))));
        chart.bands().forEach(band -> {
            row.add(present(band.lower().get(position)));
            row.add(present(band.upper().get(position)));
        });
        chart.limits().forEach(limit -> row.add(limit.value()));
        return row;
    }

    private static Object present(double value) {
        return Double.isFinite(value) ? (Object) value : "";
    }
}
