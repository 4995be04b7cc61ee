package org.towercrier.capacity.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.towercrier.capacity.internal.series.SeriesBuilder.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.TrafficBasis;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.KpiDocuments;
import org.towercrier.capacity.internal.kpi.Measurements;
import org.towercrier.capacity.internal.kpi.ShippedModels;
import org.towercrier.capacity.internal.series.CellSeries;
import org.towercrier.capacity.internal.series.SeriesBuilder;
import org.towercrier.model.alarm.DenseLoadRule;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.RuleSet;

/** Dense load with the shipped presets: the figures of the operator's table, hour by hour and day by day. */
class DenseLoadJudgeTest {

    private static final String CHINA_MOBILE = "china-mobile-td-lte";
    private static final String VENDOR = "vendor-lte";
    private static final int BUSY = 20;

    /** What a cell carries in its busy hour. */
    private record Load(double users, double pusch, double pdsch, double pdcch, double gigabytesUl, double gigabytesDl,
            double kilobytesPerErab) {

        private static final Load NONE = new Load(1, 1, 1, 1, 0.01, 0.1, 400);

        /** The measurements of one sample of a quarter of an hour. */
        Map<String, Double> sample() {
            double megabitsUl = gigabytesUl * 8000 / 4;
            double megabitsDl = gigabytesDl * 8000 / 4;
            return Map.of("DRB.MeanActiveUeDl", users, "RRU.PrbTotUl", pusch, "RRU.PrbTotDl", pdsch, "PDCCH.CceUtilisation", pdcch,
                    "DRB.PdcpSduVolumeUL", megabitsUl, "DRB.PdcpSduVolumeDL", megabitsDl, "ERAB.EstabInitSuccNbr",
                    (megabitsUl + megabitsDl) * 125 / kilobytesPerErab);
        }
    }

    private static DenseLoadJudge judge(String preset, String id, Consumer<DenseLoadRule> change) {
        RuleSet set = ShippedModels.load(preset, RuleSet.class);
        set.getRules().removeIf(rule -> !rule.getId().equals(id));
        change.accept((DenseLoadRule) set.getRules().getFirst());
        RuleProblems problems = new RuleProblems();
        List<Judge> judges = new RuleCompiler(new KpiBook(KpiDocuments.shipped(), new Measurements()), problems).compile(set);
        assertEquals(List.of(), problems.in(Locale.ENGLISH));
        return (DenseLoadJudge) judges.getFirst();
    }

    private static DenseLoadJudge chinaMobile() {
        return judge(CHINA_MOBILE, "dense-load", rule -> {});
    }

    private static Instant at(int day, int hour) {
        return MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
    }

    /** Days with a load in the hour from 20:00 and hardly anything at other times. */
    private static SeriesBuilder days(Load... loads) {
        SeriesBuilder builder = SeriesBuilder.every(900);
        for (int day = 0; day < loads.length; day++) {
            for (int quarter = 0; quarter < 96; quarter++) {
                Load load = quarter / 4 == BUSY ? loads[day] : Load.NONE;
                Instant start = at(day, 0).plus(Duration.ofMinutes(15L * quarter));
                load.sample().forEach((name, value) -> builder.at(start, name, value));
            }
        }
        return builder;
    }

    private static Judge.Outcome outcome(Judge judge, CellSeries series) {
        long end = series.end(series.size() - 1);
        return judge.judge(series, new Surroundings(ZoneOffset.UTC, series.start(0), end, end));
    }

    private static final Load LARGE = new Load(10, 20, 70, 10, 0.1, 5, 1000);
    private static final Load QUIET = new Load(9, 20, 70, 10, 0.1, 5, 1000);

    @ParameterizedTest
    @CsvSource({
            // users, PUSCH, PDSCH, PDCCH, UL GB, DL GB, kB per E-RAB, overloaded
            "10, 0, 70, 0, 0.1, 5.0, 1000, true", "9.9, 0, 70, 0, 0.1, 5.0, 1000, false", "10, 0, 69.9, 0, 0.1, 5.0, 1000, false",
            "10, 0, 69.9, 50, 0.1, 5.0, 1000, true", "10, 0, 70, 0, 0.1, 4.9, 1000, false", "10, 50, 0, 0, 0.3, 1, 1000, true",
            "10, 49.9, 0, 0, 0.3, 1, 1000, false", "10, 50, 0, 0, 0.29, 1, 1000, false", "10, 49, 71, 0, 0.3, 4, 1000, false",
            "20, 0, 50, 0, 0.1, 3.5, 999.9, true", "19.9, 0, 50, 0, 0.1, 3.5, 999.9, false", "20, 0, 50, 0, 0.1, 3.4, 300, false",
            "20, 0, 0, 50, 0.1, 3.5, 300, true", "50, 0, 40, 0, 0.1, 2.2, 299.9, true", "49, 0, 40, 0, 0.1, 2.2, 299.9, false",
            "50, 0, 39, 49, 0.1, 2.2, 299.9, false", "50, 50, 0, 0, 0.3, 1, 100, true" })
    void theTableOfPacketSizesHolds(double users, double pusch, double pdsch, double pdcch, double ul, double dl, double kilobytes,
            boolean overloaded) {
        Load load = new Load(users, pusch, pdsch, pdcch, ul, dl, kilobytes);
        Judge.Outcome outcome = outcome(chinaMobile(), days(load, load, load).build());
        assertTrue(outcome.decided());
        assertEquals(overloaded ? 1 : 0, outcome.findings().size());
    }

    @Test
    void itIsRaisedAtTheEndOfTheThirdBusyHourOfSevenDays() {
        Judge.Outcome outcome = outcome(chinaMobile(), days(LARGE, QUIET, LARGE, QUIET, QUIET, LARGE, QUIET).build());

        Finding finding = outcome.findings().getFirst();
        assertEquals(at(5, BUSY + 1), finding.raised());
        assertEquals(List.of(new SeverityChange(at(5, BUSY + 1), PerceivedSeverity.MINOR)), finding.severities());
        assertEquals(Optional.empty(), finding.cleared());
    }

    @Test
    void threeDaysWithinMoreThanSevenAreNotEnough() {
        assertEquals(List.of(), outcome(chinaMobile(), days(LARGE, QUIET, QUIET, LARGE, QUIET, QUIET, QUIET, LARGE).build()).findings());
    }

    @Test
    void itIsClearedWhenFewerThanThreeOfTheLastSevenDaysAreLeft() {
        Judge.Outcome outcome = outcome(chinaMobile(),
                days(LARGE, LARGE, LARGE, QUIET, QUIET, QUIET, QUIET, QUIET, QUIET).build());

        assertEquals(Optional.of(at(7, BUSY + 1)), outcome.findings().getFirst().cleared());
    }

    @Test
    void theSeverityFollowsTheNumberOfDays() {
        Judge.Outcome outcome = outcome(chinaMobile(), days(LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, QUIET).build());

        assertEquals(List.of(PerceivedSeverity.MINOR, PerceivedSeverity.MAJOR, PerceivedSeverity.CRITICAL, PerceivedSeverity.MAJOR),
                outcome.findings().getFirst().severities().stream().map(SeverityChange::severity).toList());
    }

    @Test
    void gapsNeitherRaiseNorClear() {
        SeriesBuilder builder = days(LARGE, LARGE, LARGE, QUIET, QUIET, QUIET, QUIET, QUIET, QUIET, QUIET, QUIET, QUIET);
        builder.without(at(3, 0), at(11, 0));
        Finding finding = outcome(chinaMobile(), builder.build()).findings().getFirst();
        assertEquals(Optional.of(at(11, BUSY + 1)), finding.cleared(), "not before a day with data");

        SeriesBuilder halved = days(LARGE, LARGE, LARGE, QUIET, QUIET, QUIET, QUIET, QUIET, QUIET);
        for (int day = 7; day < 9; day++) {
            halved.without(at(day, 0), at(day, 13));
        }
        assertEquals(Optional.empty(), outcome(chinaMobile(), halved.build()).findings().getFirst().cleared(),
                "half a day without samples cannot speak against the alarm");
    }

    @Test
    void suspectBusyHoursNeitherRaiseNorClear() {
        SeriesBuilder builder = days(LARGE, LARGE, LARGE).suspect(at(1, BUSY), at(1, BUSY).plusSeconds(900));
        assertEquals(List.of(), outcome(chinaMobile(), builder.build()).findings());
    }

    @Test
    void aMissingFigureIsNeitherReachedNorNotReached() {
        SeriesBuilder builder = SeriesBuilder.every(900);
        builder.days(7, "DRB.MeanActiveUeDl", start -> 100).days(7, "DRB.PdcpSduVolumeDL", start -> 2 * 8000)
                .days(7, "ERAB.EstabInitSuccNbr", start -> 100);
        Judge.Outcome unknown = outcome(chinaMobile(), builder.build());
        assertFalse(unknown.decided(), "neither PDSCH nor PDCCH nor any uplink figure is known");
        assertEquals(List.of(), unknown.findings());

        builder.days(7, "PDCCH.CceUtilisation", start -> 60);
        assertEquals(1, outcome(chinaMobile(), builder.build()).findings().size(), "the PDCCH alone settles it");
    }

    @Test
    void withoutAPacketSizeOnlyWhatHoldsForAllClassesCounts() {
        SeriesBuilder builder = SeriesBuilder.every(3600).days(4, "DRB.MeanActiveUeDl", start -> 50)
                .days(4, "RRU.PrbTotDl", start -> 70).days(4, "DRB.PdcpSduVolumeDL", start -> 5 * 8000.0)
                .days(4, "RRU.PrbTotUl", start -> 10).days(4, "PDCCH.CceUtilisation", start -> 10)
                .days(4, "DRB.PdcpSduVolumeUL", start -> 1);
        Judge.Outcome all = outcome(chinaMobile(), builder.build());
        assertEquals(1, all.findings().size(), "50 users, 70 % and 5 GB are too much in every class");
        assertTrue(all.findings().getFirst().evidence().sentences().stream().anyMatch(each -> each.key().equals("dense.class.unknown")));

        builder.days(4, "RRU.PrbTotDl", start -> 60);
        assertFalse(outcome(chinaMobile(), builder.build()).decided(), "too much for small packets, not for large ones");
        builder.days(4, "DRB.MeanActiveUeDl", start -> 5);
        assertTrue(outcome(chinaMobile(), builder.build()).decided(), "five users are too few in every class");
    }

    @Test
    void connectedUsersStandInForActiveOnesAndTheEvidenceSaysSo() {
        SeriesBuilder builder = SeriesBuilder.every(3600).days(3, "RRC.ConnMean", start -> 12).days(3, "RRU.PrbTotDl", start -> 75)
                .days(3, "DRB.PdcpSduVolumeDL", start -> 6 * 8000.0).days(3, "ERAB.EstabInitSuccNbr", start -> 5000);
        Finding finding = outcome(chinaMobile(), builder.build()).findings().getFirst();
        List<String> keys = finding.evidence().sentences().stream().map(sentence -> sentence.key()).toList();
        assertTrue(keys.containsAll(List.of("dense.users.connected", "dense.basis.VOLUME", "dense.class.LARGE", "dense.days")),
                keys.toString());
        assertTrue(keys.contains("condition.unknown"), "PUSCH is missing, and that is said");
    }

    @Test
    void theEvidenceShowsTheBusyHoursWithTheirFigures() {
        Finding finding = outcome(chinaMobile(), days(LARGE, QUIET, LARGE, LARGE).build()).findings().getFirst();

        assertEquals(Optional.of(TrafficBasis.VOLUME), finding.evidence().basis());
        assertEquals(List.of(Verdict.BAD, Verdict.GOOD, Verdict.BAD, Verdict.BAD),
                finding.evidence().readings().stream().map(reading -> reading.verdict()).toList());
        Map<String, Double> figures = finding.evidence().readings().getFirst().values();
        assertEquals(10, figures.get("users-with-data"), 1e-9);
        assertEquals(5, figures.get("traffic-volume-dl"), 1e-9);
        assertEquals(0.1, figures.get("traffic-volume-ul"), 1e-9);
        assertEquals(1000, figures.get("kilobyte-per-erab"), 1e-9);
        String text = finding.evidence().sentences().getFirst().text(Locale.ENGLISH);
        assertEquals("3 of the last 7 days were overloaded in the busy hour; 3 raise the alarm.", text);
        assertEquals(finding.evidence(), Evidence.parse(finding.evidence().toJson()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({ "dense-load-dl, RRU.PrbTotDl, 70, DRB.UEThpDl, 2000, true", "dense-load-dl, RRU.PrbTotDl, 69, DRB.UEThpDl, 1000, false",
            "dense-load-dl, RRU.PrbTotDl, 90, DRB.UEThpDl, 2001, false", "dense-load-ul, RRU.PrbTotUl, 71, DRB.UEThpUl, 500, true",
            "dense-load-ul, RRU.PrbTotUl, 71, DRB.UEThpUl, 513, false", "dense-users, RRC.ConnMean, 720, DRB.UEThpUl, 1, true",
            "dense-users, RRC.ConnMean, 719, DRB.UEThpUl, 1, false",
            "dense-control, RACH.PreambleUtilisation, 75, PDCCH.CceUtilisation, 1, true",
            "dense-control, RACH.PreambleUtilisation, 74, PDCCH.CceUtilisation, 70, true",
            "dense-control, RACH.PreambleUtilisation, 74, PDCCH.CceUtilisation, 69, false" })
    void theVendorsLimitsHold(String rule, String first, double one, String second, double other, boolean raised) {
        SeriesBuilder builder = SeriesBuilder.every(3600).days(3, first, start -> one).days(3, second, start -> other)
                .days(3, "DRB.PdcpSduVolumeDL", start -> 100);
        Judge.Outcome outcome = outcome(judge(VENDOR, rule, each -> {}), builder.build());
        assertTrue(outcome.decided());
        assertEquals(raised ? 1 : 0, outcome.findings().size());
    }

    @Test
    void withHysteresisItIsRaisedHighAndClearedLow() {
        DenseLoadJudge judge = judge(VENDOR, "dense-users", rule -> {
            rule.setDays(1);
            rule.setOfDays(1);
            rule.getConditions().getFirst().setHysteresis(20.0);
        });
        double[] users = { 730, 740, 720, 701, 700, 739 };
        SeriesBuilder builder = SeriesBuilder.every(3600).days(6, "RRC.ConnMean",
                start -> users[(int) Duration.between(MONDAY, start).toDays()]);
        List<Finding> findings = outcome(judge, builder.build()).findings();
        assertEquals(1, findings.size());
        assertEquals(at(1, 1), findings.getFirst().raised());
        assertEquals(Optional.of(at(4, 1)), findings.getFirst().cleared());
    }
}
