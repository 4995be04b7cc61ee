package org.towercrier.ui.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import org.towercrier.ui.chart.ChartModel;
import org.towercrier.ui.chart.ChartModel.Axis;
import org.towercrier.ui.chart.ChartModel.Band;
import org.towercrier.ui.chart.ChartModel.Kind;
import org.towercrier.ui.chart.ChartModel.Series;
import org.towercrier.ui.chart.ChartModel.Span;
import org.towercrier.ui.chart.ChartModel.Threshold;
import org.towercrier.ui.theme.Severity;

/** Made-up charts. */
public final class DemoCharts {

    private static final int DAY = 96;

    private DemoCharts() {
    }

    /** Four days of load with a gap, suspect samples, busy hours, a threshold and what is usual. */
    public static ChartModel load() {
        Random random = new Random(5);
        double begin = Instant.parse("2026-11-16T16:00:00Z").getEpochSecond();
        int n = 4 * DAY;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        boolean[] suspect = new boolean[n];
        for (int i = 0; i < n; i++) {
            double hour = i % DAY / 4.0;
            double usual = 22 + 30 * Math.exp(-Math.pow((hour - 20.5) / 3, 2)) + 18 * Math.exp(-Math.pow((hour - 11) / 4, 2));
            x[i] = begin + i * 900;
            low[i] = usual - 9;
            high[i] = usual + 9;
            y[i] = usual + random.nextGaussian() * 3.5 + (i > 2 * DAY && hour > 17 && hour < 23 ? 32 : 0);
            suspect[i] = i == 130 || i == 131;
            if (i > 205 && i < 214) {
                y[i] = Double.NaN;
            }
        }
        Span[] hours = new Span[4];
        for (int day = 0; day < 4; day++) {
            double from = begin + day * 86_400.0 + 20 * 3600;
            hours[day] = new Span(from, from + 3600, "busy hour");
        }
        return ChartModel
                .overTime("Site 1204 \u00B7 sector 2 is above 70\u202F% two evenings in a row", "Downlink resource blocks", "%",
                        1800, new Series(Kind.LINE, "Downlink resource blocks", x, y, suspect, 0))
                .between(0, 100)
                .with(new Threshold(70, "dense load 70\u202F%", Optional.of(Severity.MAJOR)),
                        new Threshold(85, "ceiling 85\u202F%", Optional.of(Severity.CRITICAL)))
                .with(hours).with(new Band("usual: median \u00B1 3 MAD", x, low, high));
    }

    /** Alarms by region. */
    public static ChartModel bars() {
        return new ChartModel("Old Town has half of the alarms",
                new Axis.Words("", List.of("Old Town", "Jade Gate", "Tech Park", "River Bend", "Pine Hill")), "Alarms", "",
                OptionalDouble.empty(), OptionalDouble.empty(),
                List.of(Series.of(Kind.BARS, "Alarms", new double[]{ 0, 1, 2, 3, 4 }, new double[]{ 48, 21, 14, 9, 4 }, 0)),
                List.of(), List.of(), Optional.empty());
    }

    /** Throughput against load. */
    public static ChartModel scatter() {
        Random random = new Random(9);
        double[] x = random.doubles(300, 5, 98).toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.max(0.4, 26 * (1 - x[i] / 104) + random.nextGaussian() * 2.2);
        }
        return new ChartModel("Throughput falls below 2 Mbit/s above 90\u202F% load", new Axis.Quantity("Load", "%"),
                "User throughput", "Mbit/s", OptionalDouble.empty(), OptionalDouble.empty(),
                List.of(Series.of(Kind.SCATTER, "Cells", x, y, 1)),
                List.of(new Threshold(2, "2 Mbit/s", Optional.empty())), List.of(), Optional.empty());
    }
}
