package org.towercrier.capacity.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.towercrier.capacity.internal.series.SeriesBuilder.MONDAY;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.internal.kpi.Kpi;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiCompiler.DefinitionException;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.LocalClock;
import org.towercrier.capacity.internal.series.SeriesBuilder;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;

/** Rules that judge sample by sample: quality, silence and intermittent peaks. */
class SampleRulesTest {

    private static final String PRB = "RRU.PrbTotDl";
    private static final String ATTEMPTS = "RRC.ConnEstabAtt";
    private static final String SUCCESSES = "RRC.ConnEstabSucc";
    private static final int QUARTER = 900;

    private static RuleFrame frame(AlarmKind kind, int trigger, int clear, long minimum, WeekWindow window, boolean upwards,
            RuleFrame.Step... steps) {
        return new RuleFrame("rule", "Rule", kind, "thresholdCrossed", PerceivedSeverity.MINOR, List.of(steps), upwards, RuleScope.ALL,
                window, trigger, clear, minimum);
    }

    private static Kpi kpi(String name) {
        try {
            return new KpiBook(KpiDocuments.shipped(), new Measurements()).find(name).orElseThrow();
        } catch (DefinitionException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Instant quarter(int number) {
        return MONDAY.plusSeconds((long) number * QUARTER);
    }

    private static Judge.Outcome outcome(Judge judge, CellSeries series) {
        long end = series.end(series.size() - 1);
        return judge.judge(series, new Surroundings(ZoneOffset.UTC, series.start(0), end, end));
    }

    /** Set-up success in percent, 1000 attempts a quarter of an hour; below zero means suspect, NaN a gap. */
    private static CellSeries success(double... percents) {
        SeriesBuilder builder = SeriesBuilder.every(QUARTER);
        for (int i = 0; i < percents.length; i++) {
            if (!Double.isNaN(percents[i])) {
                builder.at(quarter(i), ATTEMPTS, 1000).at(quarter(i), SUCCESSES, 10 * Math.abs(percents[i]));
                if (percents[i] < 0) {
                    builder.suspect(quarter(i), quarter(i + 1));
                }
            }
        }
        return builder.build();
    }

    private static QualityJudge quality(int trigger, int clear, long minimum, RuleFrame.Step... steps) {
        return new QualityJudge(frame(AlarmKind.QUALITY_DEGRADATION, trigger, clear, minimum, WeekWindow.ALWAYS, false, steps),
                kpi("rrc-setup-success"), new Limit("rrc-setup-success", "%", 95, 1, false), 100);
    }

    @Test
    void badSamplesInARowRaiseAndGoodOnesInARowClear() {
        List<Finding> findings = outcome(quality(2, 2, 0), success(94, 97, 94, 94, 97, 94, 97, 97, 94)).findings();

        assertEquals(1, findings.size());
        assertEquals(quarter(4), findings.getFirst().raised(), "at the end of the fourth sample");
        assertEquals(Optional.of(quarter(8)), findings.getFirst().cleared());
    }

    @Test
    void betweenTheLimitsNothingChanges() {
        List<Finding> findings = outcome(quality(1, 1, 0), success(94.5, 94, 95.5, 95.9, 96, 94.5)).findings();

        assertEquals(1, findings.size(), "94 raises, 96 clears, 94.5 is not bad enough to raise again");
        assertEquals(quarter(2), findings.getFirst().raised());
        assertEquals(Optional.of(quarter(5)), findings.getFirst().cleared());
    }

    @Test
    void suspectSamplesAndGapsAreAsThoughTheyWereNotThere() {
        double gap = Double.NaN;
        List<Finding> plain = outcome(quality(2, 2, 0), success(90, 90, 99, 99)).findings();
        List<Finding> mixed = outcome(quality(2, 2, 0), success(90, -99, gap, -99, 90, 99, -90, gap, 99)).findings();

        assertEquals(1, mixed.size());
        assertEquals(quarter(5), mixed.getFirst().raised());
        assertEquals(Optional.of(quarter(9)), mixed.getFirst().cleared());
        assertEquals(plain.size(), mixed.size());
        assertEquals(List.of(), outcome(quality(1, 1, 0), success(-90, -90, 99)).findings());
        assertFalse(outcome(quality(1, 1, 0), success(-90, -90)).decided());
    }

    @Test
    void tooFewAttemptsSayNothing() {
        CellSeries series = SeriesBuilder.every(QUARTER).at(quarter(0), ATTEMPTS, 99).at(quarter(0), SUCCESSES, 0)
                .at(quarter(1), ATTEMPTS, 0).at(quarter(1), SUCCESSES, 0).build();
        assertFalse(outcome(quality(1, 1, 0), series).decided());
    }

    @Test
    void theAlarmStaysUpForItsMinimumDuration() {
        List<Finding> findings = outcome(quality(1, 1, 3600), success(90, 99, 99, 99, 99, 99)).findings();
        assertEquals(Optional.of(quarter(5)), findings.getFirst().cleared());
    }

    @Test
    void theSeverityRisesAtOnceAndFallsOnlyAfterAsManySamplesAsItTakesToClear() {
        QualityJudge judge = quality(1, 2, 0, new RuleFrame.Step(90, PerceivedSeverity.MAJOR),
                new RuleFrame.Step(80, PerceivedSeverity.CRITICAL));
        List<SeverityChange> severities = outcome(judge, success(94, 89, 79, 94, 79, 94, 89, 94)).findings().getFirst().severities();

        assertEquals(List.of(new SeverityChange(quarter(1), PerceivedSeverity.MINOR),
                new SeverityChange(quarter(2), PerceivedSeverity.MAJOR),
                new SeverityChange(quarter(3), PerceivedSeverity.CRITICAL), new SeverityChange(quarter(7), PerceivedSeverity.MAJOR)),
                severities);
    }

    @Test
    void outsideItsHoursARuleSleeps() {
        WeekWindow night = new WeekWindow(Set.of(DayOfWeek.MONDAY), 22 * 3600, 6 * 3600);
        LocalClock clock = new LocalClock(ZoneOffset.UTC, MONDAY, MONDAY.plus(Duration.ofDays(8)));
        assertTrue(night.contains(clock, MONDAY.plus(Duration.ofHours(22)).getEpochSecond()));
        assertTrue(night.contains(clock, MONDAY.plus(Duration.ofHours(29)).getEpochSecond()), "Tuesday 05:00 belongs to Monday's night");
        assertFalse(night.contains(clock, MONDAY.plus(Duration.ofHours(5)).getEpochSecond()), "Monday 05:00 to Sunday's");
        assertFalse(night.contains(clock, MONDAY.plus(Duration.ofHours(30)).getEpochSecond()));
        assertFalse(night.contains(clock, MONDAY.plus(Duration.ofHours(46)).getEpochSecond()));

        QualityJudge judge = new QualityJudge(frame(AlarmKind.QUALITY_DEGRADATION, 1, 1, 0, new WeekWindow(Set.of(), 1800, 3600), false),
                kpi("rrc-setup-success"), new Limit("rrc-setup-success", "%", 95, 0, false), 100);
        List<Finding> findings = outcome(judge, success(90, 90, 90, 99, 90)).findings();
        assertEquals(quarter(3), findings.getFirst().raised());
        assertEquals(Optional.of(quarter(4)), findings.getFirst().cleared());
        assertEquals(1, findings.size());
    }

    private static Judge.Outcome silence(int missing, int clear, CellSeries series, Instant heard) {
        NoDataJudge judge = new NoDataJudge(frame(AlarmKind.NO_DATA, 1, clear, 0, WeekWindow.ALWAYS, true,
                new RuleFrame.Step(8, PerceivedSeverity.MAJOR)), missing);
        return judge.judge(series, new Surroundings(ZoneOffset.UTC, series.start(0), heard.getEpochSecond(), heard.getEpochSecond()));
    }

    @Test
    void silenceIsRaisedWithTheMissingPeriodAndClearedWithTheNextSample() {
        CellSeries series = SeriesBuilder.every(QUARTER).days(1, PRB, start -> 1).without(quarter(10), quarter(19)).build();
        Finding finding = silence(4, 1, series, quarter(96)).findings().getFirst();

        assertEquals(quarter(14), finding.raised());
        assertEquals(Optional.of(quarter(20)), finding.cleared());
        assertEquals(
                List.of(new SeverityChange(quarter(14), PerceivedSeverity.MINOR), new SeverityChange(quarter(18), PerceivedSeverity.MAJOR)),
                finding.severities());
        assertEquals(9.0, finding.evidence().readings().getFirst().values().get("missing-periods"));
    }

    @Test
    void silenceIsMeasuredByTheNetworksOwnClock() {
        CellSeries series = SeriesBuilder.every(QUARTER).days(1, PRB, start -> 1).without(quarter(50), quarter(96)).build();

        assertEquals(List.of(), silence(4, 1, series, quarter(53)).findings(), "the network has not been heard for longer");
        Finding finding = silence(4, 1, series, quarter(60)).findings().getFirst();
        assertEquals(quarter(54), finding.raised());
        assertEquals(Optional.empty(), finding.cleared());
    }

    @Test
    void aShortGapIsNoSilenceAndASuspectSampleDoesNotEndOne() {
        SeriesBuilder builder = SeriesBuilder.every(QUARTER).days(1, PRB, start -> 1).without(quarter(10), quarter(13));
        assertEquals(List.of(), silence(4, 1, builder.build(), quarter(96)).findings());

        builder.without(quarter(13), quarter(20)).at(quarter(12), PRB, 1).suspect(quarter(12), quarter(13));
        List<Finding> findings = silence(4, 1, builder.build(), quarter(96)).findings();
        assertEquals(1, findings.size());
        assertEquals(quarter(15), findings.getFirst().raised(), "10, 11, 13 and 14 are missing; 12 is there, but suspect");
    }

    private static PeakJudge peak(long delay, int repeat, Duration window) {
        return new PeakJudge(
                frame(AlarmKind.INTERMITTENT_PEAK, 1, 2, 0, WeekWindow.ALWAYS, true, new RuleFrame.Step(90, PerceivedSeverity.MAJOR)),
                kpi("prb-utilisation-dl"), 4, 60, delay, repeat, window.toSeconds(), 28);
    }

    /** Four weeks with a daily and weekly rhythm and a little noise, the same on each call. */
    private static SeriesBuilder rhythm() {
        Random random = new Random(42);
        return SeriesBuilder.every(QUARTER).days(28, PRB, start -> {
            double hour = Duration.between(MONDAY, start).toMinutes() / 60.0;
            return 40 + 25 * Math.sin(hour / 24 * 2 * Math.PI) + ((int) (hour / 24) % 7 >= 5 ? -10 : 0) + random.nextGaussian();
        });
    }

    @Test
    void aPeakThatLastsIsRaisedAndAShortOneIsNot() {
        Instant begin = MONDAY.plus(Duration.ofDays(15)).plus(Duration.ofHours(2));
        SeriesBuilder brief = rhythm().at(begin, PRB, 85);
        assertEquals(List.of(), outcome(peak(1800, 3, Duration.ofDays(1)), brief.build()).findings());

        SeriesBuilder lasting = rhythm();
        for (int i = 0; i < 4; i++) {
            lasting.at(begin.plusSeconds(900L * i), PRB, 85 + 2 * i);
        }
        List<Finding> findings = outcome(peak(1800, 3, Duration.ofDays(1)), lasting.build()).findings();
        assertEquals(1, findings.size());
        assertEquals(begin.plusSeconds(1800), findings.getFirst().raised());
        assertEquals(Optional.of(begin.plusSeconds(6 * 900)), findings.getFirst().cleared(), "after two good samples");
        assertEquals(PerceivedSeverity.MAJOR, findings.getFirst().severities().getLast().severity());
    }

    @Test
    void shortPeaksThatRepeatWithinTheWindowAreRaised() {
        Instant begin = MONDAY.plus(Duration.ofDays(15)).plus(Duration.ofHours(1));
        SeriesBuilder builder = rhythm();
        for (int i = 0; i < 3; i++) {
            builder.at(begin.plus(Duration.ofHours(2L * i)), PRB, 85 + i);
        }
        Finding finding = outcome(peak(1800, 3, Duration.ofHours(6)), builder.build()).findings().getFirst();
        assertEquals(begin.plus(Duration.ofHours(4)).plusSeconds(900), finding.raised());
        assertTrue(finding.evidence().sentences().stream().anyMatch(each -> each.key().equals("peak.repeats")));

        assertEquals(List.of(), outcome(peak(1800, 3, Duration.ofHours(4)), builder.build()).findings(), "not within four hours");
    }

    @Test
    void theDailyRhythmIsNoPeakAndWhatIsBelowTheFloorNeitherIs() {
        assertEquals(List.of(), outcome(peak(1800, 30, Duration.ofDays(1)), rhythm().build()).findings());
        Instant night = MONDAY.plus(Duration.ofDays(15)).plus(Duration.ofHours(18));
        SeriesBuilder builder = rhythm();
        for (int i = 0; i < 8; i++) {
            builder.at(night.plusSeconds(900L * i), PRB, 59);
        }
        assertEquals(List.of(), outcome(peak(1800, 30, Duration.ofDays(1)), builder.build()).findings());
    }

    @Test
    void medianAndDeviationAreThoseOfTheHourOfTheWeek() {
        CellSeries series = rhythm().build();
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        LocalClock clock = new LocalClock(zone, MONDAY, MONDAY.plus(Duration.ofDays(28)));
        Baseline baseline = new Baseline(series, kpi("prb-utilisation-dl").perSample(series), 0, clock);

        for (int hour = 0; hour < 168; hour++) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < series.size(); i++) {
                var local = Instant.ofEpochSecond(series.start(i)).atZone(zone);
                if ((local.getDayOfWeek().getValue() - 1) * 24 + local.getHour() == hour) {
                    values.add(series.value(PRB, i));
                }
            }
            double median = middle(values);
            assertEquals(median, baseline.median(hour), 1e-12);
            assertEquals(middle(values.stream().map(value -> Math.abs(value - median)).toList()), baseline.deviation(hour), 1e-12);
        }
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    @Test
    void withoutThreeWeeksOfAnHourThereIsNotEnoughData() {
        ToDoubleFunction<Instant> high = start -> 80;
        assertFalse(outcome(peak(900, 1, Duration.ofDays(1)), SeriesBuilder.every(QUARTER).days(14, PRB, high).build()).decided());
        assertTrue(outcome(peak(900, 1, Duration.ofDays(1)), SeriesBuilder.every(QUARTER).days(21, PRB, high).build()).decided());
    }

    @Test
    void peaksAreThoseThatTheDefinitionFinds() {
        Random random = new Random(5);
        SeriesBuilder builder = rhythm();
        for (int i = 0; i < 60; i++) {
            builder.at(quarter(random.nextInt(28 * 96)), PRB, 60 + random.nextInt(40));
        }
        CellSeries series = builder.build();
        double[] values = kpi("prb-utilisation-dl").perSample(series);
        List<Instant> expected = new ArrayList<>();
        boolean up = false;
        int good = 0;
        for (int i = 0; i < values.length; i++) {
            int index = i;
            int hour = (index % (7 * 96)) / 4;
            double[] bucket = IntStream.range(0, values.length).filter(j -> (j % (7 * 96)) / 4 == hour)
                    .mapToDouble(j -> values[j]).sorted().toArray();
            double median = middle(Arrays.stream(bucket).boxed().toList());
            double mad = middle(Arrays.stream(bucket).map(value -> Math.abs(value - median)).boxed().toList());
            boolean bad = values[i] >= 60 && (values[i] - median) / Math.max(1.4826 * mad, 0.6) >= 4;
            if (bad && !up) {
                expected.add(quarter(i + 1));
                up = true;
            }
            good = bad ? 0 : good + 1;
            up &= good < 2;
        }
        PeakJudge anyPeak = peak(900, 1000, Duration.ofDays(1));
        assertEquals(expected, outcome(anyPeak, series).findings().stream().map(Finding::raised).toList());
        assertTrue(expected.size() > 20);
    }
}
