package org.towercrier.capacity.internal.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiCompiler;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.BusyHourFinder;
import org.towercrier.capacity.internal.series.BusyHourFinder.Window;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;
import org.towercrier.capacity.internal.series.Traffic;
import org.towercrier.capacity.internal.series.WeeklyMean;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.Checks;
import org.towercrier.model.alarm.BusyHourMethod;

/** KPIs and busy hours of constructed samples whose values can be worked out by hand. */
@Component
public final class KpiChecks implements Checks {

    private static final String BUSY_HOUR = "FS-1037C: busy hour = sliding 60 minutes of greatest traffic";
    private static final String WEEK = "ITU-T E.500: exceptional days do not count";
    private static final String ACCESSIBILITY = "3GPP TS 32.450: RRC set-up × S1 signalling × initial E-RAB set-up";
    private static final String VOLUME = "DRB.PdcpSduVolumeDL";
    private static final double TOLERANCE = 1e-9;
    private static final int QUARTER = 900;
    private static final int HOUR = 3600;

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        ratios(checks);
        busyHours(checks);
        week(checks);
        return checks;
    }

    private static void ratios(List<Check> checks) {
        checks.add(Check.number("capacity.kpi.sum-over-sum",
                "RRC set-up success of 900/1000 and 1/10 attempts, % (the mean of the ratios is 50)",
                "sum of numerators / sum of denominators: 901/1010", 100.0 * 901 / 1010, TOLERANCE, context -> {
                    ConstructedSeries series = new ConstructedSeries(1, HOUR).at(0, "RRC.ConnEstabAtt", 1000)
                            .at(0, "RRC.ConnEstabSucc", 900)
                            .at(1, "RRC.ConnEstabAtt", 10).at(1, "RRC.ConnEstabSucc", 1);
                    return kpi("rrc-setup-success", series, 2);
                }));
        checks.add(Check.number("capacity.kpi.accessibility", "accessibility of 980/1000, 970/980 and 950/1000, %", ACCESSIBILITY,
                92.15, TOLERANCE, context -> kpi("accessibility", accessibility(980, 970, 950), 1)));
        checks.add(Check.number("capacity.kpi.accessibility-no-attempts", "accessibility without any E-RAB attempt is absent: values shown",
                ACCESSIBILITY, 0, 0,
                context -> Double.isNaN(kpi("accessibility", accessibility(980, 970, 950).at(0, "ERAB.EstabInitAttNbr", 0), 1))
                        ? 0 : 1));
        checks.add(Check.number("capacity.kpi.kilobyte-per-erab", "kilobyte per E-RAB of 8 Mbit down and 4 Mbit up in 3 E-RABs",
                "1 Mbit = 125 kB", 500, TOLERANCE, context -> kpi("kilobyte-per-erab", new ConstructedSeries(1, HOUR).at(0, VOLUME, 8)
                        .at(0, "DRB.PdcpSduVolumeUL", 4).at(0, "ERAB.EstabInitSuccNbr", 3), 1)));
        checks.add(Check.number("capacity.kpi.volume", "volume of four quarter hours of 10,000 Mbit, GB", "1 GB = 8,000 Mbit", 5, TOLERANCE,
                context -> kpi("traffic-volume-dl", new ConstructedSeries(1, QUARTER).all(VOLUME, 10_000), 4)));
    }

    private static ConstructedSeries accessibility(double rrc, double signalling, double bearers) {
        return new ConstructedSeries(1, HOUR).at(0, "RRC.ConnEstabAtt", 1000).at(0, "RRC.ConnEstabSucc", rrc)
                .at(0, "S1SIG.ConnEstabAtt", 980).at(0, "S1SIG.ConnEstabSucc", signalling).at(0, "ERAB.EstabInitAttNbr", 1000)
                .at(0, "ERAB.EstabInitSuccNbr", bearers);
    }

    /** A KPI over the first samples. */
    private static double kpi(String name, ConstructedSeries series, int samples) throws KpiCompiler.DefinitionException {
        return new KpiBook(KpiDocuments.shipped(), new Measurements()).find(name).orElseThrow().over(series.build(), 0, samples);
    }

    private static void busyHours(List<Check> checks) {
        checks.add(Check.text("capacity.busy-hour.begin", "busy hour of a day with 50, 60, 70, 50 Mbit from 18:30 on and 1 Mbit else",
                BUSY_HOUR,
                "18:30", context -> begin(only(evening()))));
        checks.add(Check.number("capacity.busy-hour.traffic", "traffic of that busy hour, Mbit (of the best clock hour: 122)", BUSY_HOUR,
                230, TOLERANCE, context -> only(evening()).traffic()));
        for (int period : new int[]{ 300, 900, 1800, 3600 }) {
            checks.add(Check.number("capacity.busy-hour.search-" + period,
                    "days of 28 whose busy hour an exhaustive search finds elsewhere, samples of "
                            + period + " s",
                    BUSY_HOUR, 0, 0, context -> elsewhere(period)));
        }
    }

    private static CellSeries evening() {
        double[] peak = { 50, 60, 70, 50 };
        ConstructedSeries series = new ConstructedSeries(1, QUARTER).all(VOLUME, 1);
        for (int i = 0; i < peak.length; i++) {
            series.at(18 * 4 + 2 + i, VOLUME, peak[i]);
        }
        return series.build();
    }

    private static List<Window> find(CellSeries series) {
        Instant end = ConstructedSeries.BEGIN.plus(Duration.ofDays(60));
        LocalClock clock = new LocalClock(ZoneOffset.UTC, ConstructedSeries.BEGIN, end);
        return new BusyHourFinder(clock, BusyHourMethod.SLIDING).find(series, Traffic.of(series).orElseThrow());
    }

    private static Window only(CellSeries series) {
        List<Window> windows = find(series);
        if (windows.size() != 1) {
            throw new IllegalStateException(windows.size() + " busy hours of one day");
        }
        return windows.getFirst();
    }

    private static String begin(Window window) {
        return LocalTime.ofInstant(Instant.ofEpochSecond(window.start()), ZoneOffset.UTC).toString();
    }

    /** Days on which the finder disagrees with trying every window, straight from the definition. */
    private static int elsewhere(int period) {
        int days = 28;
        SplittableRandom random = new SplittableRandom(7);
        ConstructedSeries constructed = new ConstructedSeries(days, period);
        for (int i = 0; i < constructed.size(); i++) {
            constructed.at(i, VOLUME, random.nextInt(1000));
        }
        CellSeries series = constructed.build();
        List<Window> found = find(series);
        int perDay = series.size() / days;
        int perHour = HOUR / period;
        int wrong = Math.abs(days - found.size());
        for (int day = 0; day < Math.min(days, found.size()); day++) {
            int best = -1;
            double most = -1;
            for (int begin = day * perDay; begin + perHour <= (day + 1) * perDay; begin++) {
                double sum = 0;
                for (int i = begin; i < begin + perHour; i++) {
                    sum += series.value(VOLUME, i);
                }
                if (sum > most) {
                    most = sum;
                    best = begin;
                }
            }
            wrong += found.get(day).start() == series.start(best) ? 0 : 1;
        }
        return wrong;
    }

    private static void week(List<Check> checks) {
        List<Double> days = List.of(5.0, 9.0, 1.0, 6.0, 7.0, 9.5, 6.0);
        checks.add(Check.number("capacity.busy-hour.week", "weekly mean of the daily busy hours 5, 9, 1, 6, 7, 9.5, 6 without the extremes",
                WEEK,
                (5.0 + 9 + 6 + 7 + 6) / 5, TOLERANCE, context -> WeeklyMean.of(days, value -> value).mean().orElseThrow()));
        checks.add(Check.text("capacity.busy-hour.week-excluded", "the days left out of that mean", WEEK, "[1.0, 9.5]",
                context -> WeeklyMean.of(days, value -> value).excluded().toString()));
    }
}
