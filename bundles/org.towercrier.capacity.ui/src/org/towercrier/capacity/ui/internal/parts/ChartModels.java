package org.towercrier.capacity.ui.internal.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Kpis;
import org.towercrier.model.measurement.KpiDefinition;
import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;

/** Charts of KPIs and of the evidence of alarms, without a widget. */
final class ChartModels {

    private static final double PERCENT_END = 100;

    private ChartModels() {
    }

    /** A KPI over time with its limits. */
    static ChartModel of(String title, String label, Kpis.Series series, NumberFormats numbers) {
        List<Kpis.Point> points = series.points();
        double[] x = points.stream().mapToDouble(point -> point.start().getEpochSecond()).toArray();
        double[] y = points.stream().mapToDouble(point -> point.value().orElse(Double.NaN)).toArray();
        long step = points.stream().mapToLong(Kpis.Point::seconds).max().orElse(3_600);
        KpiDefinition kpi = series.definition();
        ChartModel model = ChartModel.overTime(title, label, kpi.getUnit(), 1.5 * step,
                ChartModel.Series.of(ChartModel.Kind.LINE, label, x, y, 0));
        List<ChartModel.Threshold> limits = new ArrayList<>();
        Optional.ofNullable(kpi.getWarning()).ifPresent(value -> limits.add(new ChartModel.Threshold(value,
                numbers.measure(value, 1, kpi.getUnit()), Optional.of(Severity.WARNING))));
        Optional.ofNullable(kpi.getCritical()).ifPresent(value -> limits.add(new ChartModel.Threshold(value,
                numbers.measure(value, 1, kpi.getUnit()), Optional.of(Severity.CRITICAL))));
        return fromZero(model.with(limits.toArray(ChartModel.Threshold[]::new)), kpi.getUnit(), y);
    }

    /** The readings of an alarm against the limit of its rule; what speaks for the alarm is shaded. */
    static ChartModel of(Evidence evidence, String label, String bad, NumberFormats numbers) {
        List<Evidence.Reading> readings = evidence.readings();
        double[] x = readings.stream().mapToDouble(reading -> reading.start().getEpochSecond()).toArray();
        double[] y = readings.stream().mapToDouble(reading -> reading.values().getOrDefault(evidence.kpi(), Double.NaN)).toArray();
        double gap = 1.5 * widest(readings);
        ChartModel.Series values = ChartModel.Series.of(readings.size() > 40 ? ChartModel.Kind.LINE : ChartModel.Kind.SCATTER,
                label, x, y, 0);
        ChartModel model = ChartModel.overTime(evidence.rule(), label, evidence.unit(), gap, values);
        List<ChartModel.Threshold> limits = evidence.limits().stream().filter(limit -> limit.kpi().equals(evidence.kpi()))
                .map(limit -> new ChartModel.Threshold(limit.upwards() ? limit.high() : limit.low(),
                        numbers.measure(limit.upwards() ? limit.high() : limit.low(), 1, limit.unit()), Optional.of(Severity.MAJOR)))
                .toList();
        List<ChartModel.Span> spans = readings.stream().filter(reading -> reading.verdict() == Evidence.Verdict.BAD)
                .map(reading -> new ChartModel.Span(reading.start().getEpochSecond(),
                        reading.start().getEpochSecond() + reading.seconds(), ""))
                .toList();
        List<ChartModel.Span> named = new ArrayList<>(spans);
        if (!named.isEmpty()) {
            ChartModel.Span first = named.getFirst();
            named.set(0, new ChartModel.Span(first.from(), first.to(), bad));
        }
        return fromZero(model.with(limits.toArray(ChartModel.Threshold[]::new)).with(named.toArray(ChartModel.Span[]::new)),
                evidence.unit(), y);
    }

    /** The usual distance of the readings: daily busy hours are joined from day to day, samples from one to the next. */
    private static double widest(List<Evidence.Reading> readings) {
        double[] distances = new double[Math.max(0, readings.size() - 1)];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = readings.get(i + 1).start().getEpochSecond() - readings.get(i).start().getEpochSecond();
        }
        java.util.Arrays.sort(distances);
        return distances.length == 0 ? 3_600 : distances[distances.length / 2];
    }

    private static ChartModel fromZero(ChartModel model, String unit, double[] values) {
        OptionalDouble most = java.util.Arrays.stream(values).filter(value -> !Double.isNaN(value)).max();
        OptionalDouble least = java.util.Arrays.stream(values).filter(value -> !Double.isNaN(value)).min();
        if (most.isEmpty() || least.getAsDouble() < 0) {
            return model;
        }
        if ("%".equals(unit) && most.getAsDouble() <= PERCENT_END && least.getAsDouble() < PERCENT_END / 2) {
            return model.between(0, PERCENT_END);
        }
        return model;
    }
}
