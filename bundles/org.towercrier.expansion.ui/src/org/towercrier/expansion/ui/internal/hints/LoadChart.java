package org.towercrier.expansion.ui.internal.hints;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.KpiException;
import org.towercrier.capacity.Kpis;
import org.towercrier.expansion.Diagnosis;
import org.towercrier.expansion.ui.internal.Texts;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;

/** The busy-hour load of a cell against the use it is planned for. */
final class LoadChart {

    private static final String KPI = "prb-utilisation-dl";
    private static final String USE = "use";
    private static final Duration SHOWN = Duration.ofDays(28);
    private static final double DAY_AND_A_HALF = 129_600;
    private static final double PERCENT = 100;
    private static final int MOST = 2_000;

    private LoadChart() {
    }

    /** Reads the daily busy hours; absent when the cell has none. */
    static Optional<Kpis.Series> read(Kpis kpis, String cell, Instant until, ZoneId zone, Cancellation cancellation)
            throws StoreException, KpiException {
        Instant end = until.plus(Duration.ofDays(1));
        Kpis.Series series = kpis.evaluate(new Kpis.Request(KPI, List.of(cell), Optional.of(end.minus(SHOWN)), Optional.of(end),
                Kpis.Step.BUSY_HOUR, Kpis.Grouping.CELL, zone, MOST), cancellation);
        return series.points().stream().allMatch(point -> point.value().isEmpty()) ? Optional.empty() : Optional.of(series);
    }

    static ChartModel of(Kpis.Series series, Hint hint, Texts texts) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        double[] x = series.points().stream().mapToDouble(point -> point.start().getEpochSecond()).toArray();
        double[] y = series.points().stream().mapToDouble(point -> point.value().orElse(Double.NaN)).toArray();
        Optional<Diagnosis.Figure> use = hint.diagnosis().flatMap(
                diagnosis -> diagnosis.evidence().stream().filter(figure -> USE.equals(figure.name())).findFirst());
        String title = texts.get("Chart_Load", hint.place().cellName(),
                numbers.measure(use.map(Diagnosis.Figure::value).orElse(Double.NaN), 1, "%"));
        ChartModel model = ChartModel.overTime(title, texts.get("Chart_Use"), "%", DAY_AND_A_HALF,
                ChartModel.Series.of(ChartModel.Kind.LINE, texts.get("Chart_Use"), x, y, 0)).between(0, PERCENT);
        return use.filter(figure -> !Double.isNaN(figure.limit())).map(figure -> model.with(new ChartModel.Threshold(figure.limit(),
                texts.get("Chart_Limit", numbers.measure(figure.limit(), 0, "%")), Optional.of(Severity.MAJOR)))).orElse(model);
    }
}
