package org.towercrier.capacity.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.towercrier.capacity.internal.series.SeriesBuilder.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Reading;
import org.towercrier.capacity.internal.forecast.ForecastSpec;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.SeriesBuilder;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;

@DisplayName("Exhaustion to come")
class ForecastJudgeTest {

    private static final String PRB = "RRU.PrbTotDl";

    private static ForecastJudge judge(int trigger, int clear, int history) throws Exception {
        KpiBook kpis = new KpiBook(KpiDocuments.shipped(), new Measurements());
        RuleFrame frame = new RuleFrame("f", "Capacity runs out", AlarmKind.EXHAUSTION_FORECAST, "resourceAtOrNearingCapacity",
                PerceivedSeverity.WARNING, List.of(new RuleFrame.Step(14, PerceivedSeverity.MINOR)), false, RuleScope.ALL,
                WeekWindow.ALWAYS, trigger, clear, 0);
        return new ForecastJudge(frame, new ForecastSpec("f", kpis.find("prb-utilisation-dl").orElseThrow(), 70, 90, 0.8, history));
    }

    /** Load with an evening peak, less on Saturdays and Sundays, growing by so much a day, with noise from day to day. */
    private static SeriesBuilder load(int days, double level, double growth, double noise) {
        double[] ofDay = new Random(5).doubles(days + 1L, -noise, noise).toArray();
        return SeriesBuilder.every(3600).days(days, PRB, time -> {
            long hours = Duration.between(MONDAY, time).toHours();
            int day = (int) (hours / 24);
            double peak = level + growth * day + ofDay[day] - (day % 7 >= 5 ? 6 : 0);
            return hours % 24 == 20 ? peak : peak * 0.5;
        });
    }

    private static Judge.Outcome judged(ForecastJudge judge, CellSeries series) {
        long end = series.end(series.size() - 1);
        return judge.judge(series, new Surroundings(ZoneOffset.UTC, series.start(0), end, end));
    }

    @Test
    @DisplayName("Growth raises a warning at the end of a Sunday, with the day of the crossing and its interval")
    void growth() throws Exception {
        Judge.Outcome outcome = judged(judge(1, 2, 28), load(56, 50, 0.3, 1.5).build());
        assertTrue(outcome.decided());
        Finding finding = outcome.findings().getFirst();
        assertEquals(1, outcome.findings().size());
        // Until then a trend that levels off did best in the back-test.
        assertEquals(MONDAY.plus(Duration.ofDays(42)), finding.raised());
        assertEquals(PerceivedSeverity.WARNING, finding.severities().getFirst().severity());
        assertEquals(Optional.empty(), finding.cleared());
        Evidence evidence = finding.evidence();
        // The mean of a week, 50 − 12/7 + 0.3 a day, reaches 70 on day 72.4; the latest look ahead was at the end of day 55.
        String text = evidence.sentences().getFirst().text(Locale.ENGLISH);
        LocalDate expected = LocalDate.parse(text.replaceFirst(".* on (\\d{4}-\\d\\d-\\d\\d);.*", "$1"));
        long day = expected.toEpochDay() - LocalDate.ofInstant(MONDAY, ZoneOffset.UTC).toEpochDay();
        assertTrue(Math.abs(day - 72) <= 7, text);
        assertTrue(text.contains("80 % interval"), text);
        List<Reading> ahead = evidence.readings().stream().filter(reading -> reading.values().containsKey("forecast")).toList();
        assertTrue(ahead.size() > 20, "days ahead " + ahead.size());
        assertEquals(MONDAY.plus(Duration.ofDays(56)), ahead.getFirst().start());
        ahead.forEach(reading -> assertTrue(reading.values().get("lower") <= reading.values().get("forecast")
                && reading.values().get("forecast") <= reading.values().get("upper")));
        assertTrue(evidence.sentences().stream().anyMatch(sentence -> sentence.key().equals("forecast.error.SEASONAL_NAIVE")));
        assertEquals(Optional.of(evidence), Evidence.parse(evidence.toJson()));
    }

    @Test
    @DisplayName("The time it was raised does not depend on when detection runs")
    void stable() throws Exception {
        ForecastJudge judge = judge(1, 2, 28);
        Instant raised = judged(judge, load(56, 50, 0.3, 1.5).build()).findings().getFirst().raised();
        for (int days = 42; days < 56; days += 3) {
            assertEquals(raised, judged(judge, load(days, 50, 0.3, 1.5).build()).findings().getFirst().raised(), "after " + days);
        }
    }

    @Test
    @DisplayName("The nearer the day, the worse: a step by the days left")
    void steps() throws Exception {
        Judge.Outcome outcome = judged(judge(1, 2, 28), load(84, 50, 0.25, 1).build());
        assertEquals(List.of(PerceivedSeverity.WARNING, PerceivedSeverity.MINOR),
                outcome.findings().getFirst().severities().stream().map(change -> change.severity()).toList());
    }

    @Test
    @DisplayName("A load that does not grow, and one far below its limit, raise nothing but are decided")
    void noGrowth() throws Exception {
        assertEquals(new Judge.Outcome(List.of(), true), judged(judge(1, 2, 28), load(70, 62, 0, 2).build()));
        assertEquals(new Judge.Outcome(List.of(), true), judged(judge(1, 2, 28), load(70, 10, 0.2, 2).build()));
    }

    @Test
    @DisplayName("Too few days are undecided")
    void tooShort() throws Exception {
        assertEquals(Judge.Outcome.UNDECIDED, judged(judge(1, 2, 28), load(27, 50, 0.5, 1).build()));
        assertTrue(judged(judge(1, 2, 21), load(22, 50, 0.5, 1).build()).decided());
    }

    @Test
    @DisplayName("A load that is always the same raises nothing, near its limit or not")
    void always() throws Exception {
        for (double level : new double[]{ 20, 60, 69.9 }) {
            CellSeries same = SeriesBuilder.every(3600).days(70, PRB, time -> level).build();
            assertEquals(new Judge.Outcome(List.of(), true), judged(judge(1, 2, 28), same), "at " + level);
        }
    }

    @Test
    @DisplayName("A load above its limit is no forecast; an alarm that came true stays until the load is below again")
    void reached() throws Exception {
        assertTrue(judged(judge(1, 2, 28), load(70, 80, 0.1, 1).build()).findings().isEmpty());
        Finding finding = judged(judge(1, 2, 28), load(84, 50, 0.4, 1).build()).findings().getFirst();
        assertEquals(Optional.empty(), finding.cleared());
    }

    @Test
    @DisplayName("When the growth ends the alarm is cleared after as many good looks ahead as the rule asks for")
    void cleared() throws Exception {
        SeriesBuilder builder = load(120, 40, 0, 0.5);
        CellSeries flat = builder.build();
        SeriesBuilder rising = SeriesBuilder.every(3600);
        for (int i = 0; i < flat.size(); i++) {
            int day = i / 24;
            rising.at(Instant.ofEpochSecond(flat.start(i)), PRB, flat.value(PRB, i) + (i % 24 == 20 ? Math.min(day, 40) * 0.5 : 0)
                    - (i % 24 == 20 ? Math.max(0, day - 45) * 0.6 : 0));
        }
        Finding finding = judged(judge(1, 2, 28), rising.build()).findings().getFirst();
        assertTrue(finding.cleared().isPresent());
        assertFalse(finding.cleared().orElseThrow().isBefore(MONDAY.plus(Duration.ofDays(49))));
    }

    @Test
    @DisplayName("Suspect and missing days are left out, not taken for zero")
    void gaps() throws Exception {
        SeriesBuilder builder = load(56, 50, 0.3, 1.5);
        builder.without(MONDAY.plus(Duration.ofDays(10)), MONDAY.plus(Duration.ofDays(12)));
        builder.suspect(MONDAY.plus(Duration.ofDays(30)), MONDAY.plus(Duration.ofDays(31)));
        Finding finding = judged(judge(1, 2, 28), builder.build()).findings().getFirst();
        // Two days are missing before the 28th known one, which is day 29.
        assertEquals(MONDAY.plus(Duration.ofDays(30)), finding.raised());
    }
}
