package org.towercrier.capacity.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.towercrier.areas.CellPeople;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.capacity.handover.HandOver;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.report.Block;
import org.towercrier.report.Grid;
import org.towercrier.report.Paragraph;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;

class MorningReportTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final ReportRequest REQUEST = ReportRequest.of(Locale.ENGLISH, ZoneId.of("UTC"), EIGHT);

    private final List<Alarm> alarms = List.of(
            alarm("old-up", AlarmKind.DENSE_LOAD, PerceivedSeverity.MAJOR, up(-2_000)),
            alarm("new-up", AlarmKind.DENSE_LOAD, PerceivedSeverity.CRITICAL, up(-60)),
            alarm("new-gone", AlarmKind.NO_DATA, PerceivedSeverity.MINOR, over(-300, -200)),
            alarm("old-gone", AlarmKind.NO_DATA, PerceivedSeverity.MINOR, over(-5_000, -4_000)),
            alarm("went", AlarmKind.DENSE_LOAD, PerceivedSeverity.MAJOR, over(-5_000, -10)),
            alarm("flaps", AlarmKind.INTERMITTENT_PEAK, PerceivedSeverity.WARNING, over(-900, -800), over(-700, -600), up(-500)),
            alarm("ahead", AlarmKind.EXHAUSTION_FORECAST, PerceivedSeverity.WARNING, up(-3_000)));
    private final Shift shift = new Shift(alarms, EIGHT.minus(Duration.ofDays(1)), EIGHT);
    private final MorningSections sections = new MorningSections(shift, new AlarmTexts(Locale.ENGLISH), REQUEST, UnaryOperator.identity());

    private static Activation up(int minute) {
        Instant raised = EIGHT.plusSeconds(60L * minute);
        return new Activation(raised, List.of(new SeverityChange(raised, PerceivedSeverity.WARNING)), Optional.empty());
    }

    private static Activation over(int from, int to) {
        return up(from).ended(EIGHT.plusSeconds(60L * to));
    }

    private static Alarm alarm(String cell, AlarmKind kind, PerceivedSeverity severity, Activation... stretches) {
        AlarmIdentity identity = new AlarmIdentity(cell, AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed", "problem");
        List<Activation> all = new ArrayList<>();
        for (Activation stretch : stretches) {
            all.add(new Activation(stretch.raised(), List.of(new SeverityChange(stretch.raised(), severity)), stretch.cleared()));
        }
        return new Alarm(identity.recordId(0), 0, identity, cell, kind, "set", "rule", all, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), false, Alarm.NO_EVIDENCE);
    }

    private static List<String> cells(Section section, int column) {
        return section.blocks().stream().filter(Grid.class::isInstance).map(Grid.class::cast).flatMap(grid -> grid.rows().stream())
                .map(row -> row.get(column).toString()).toList();
    }

    @Test
    void newIsWhatCameUpSinceYesterday() {
        assertEquals(List.of("new-up", "new-gone", "flaps"), cells(sections.raised(), 1));
    }

    @Test
    void clearedIsWhatWentSinceYesterdayLatestFirst() {
        assertEquals(List.of("went", "new-gone"), cells(sections.cleared(), 1));
    }

    @Test
    void theWorstComesFirstWhateverItsAge() {
        assertEquals(List.of("new-up", "old-up", "flaps", "ahead"), cells(sections.worst(Optional.empty()), 1));
    }

    @Test
    void thePeopleBehindTheWorstStandBesideThem() {
        Section worst = sections.worst(Optional.of((cells, question) -> Map.of("old-up",
                new CellPeople("old-up", 5, 3, 7, List.of(), List.of(), 2, 3, 100, 25.5, Optional.empty(), false))));

        assertEquals(List.of("0", "7", "0", "0"), cells(worst, 7));
        assertEquals(List.of("0.0", "25.5", "0.0", "0.0"), cells(worst, 8));
    }

    @Test
    void flappingIsWhatComesBackMostOften() {
        assertEquals(List.of("flaps"), cells(sections.flapping(), 0));
        assertEquals(List.of("3"), cells(sections.flapping(), 3));
    }

    @Test
    void forecastsAreListedApart() {
        assertEquals(List.of("ahead"), shift.forecasts().stream().map(Alarm::cell).toList());
    }

    @Test
    void aNoteIsShownWithItsAlarmsAndWhatBecameOfThem() {
        HandOver.Note note = new HandOver.Note("n", "kim", EIGHT.minusSeconds(60), "night", "=watch <b>it</b>",
                List.of(new HandOver.OpenAlarm(alarms.get(4).id(), "went", PerceivedSeverity.MAJOR, "problem", EIGHT, Optional.of("kim"),
                        Optional.empty())),
                1);
        List<Block> blocks = sections.handOver(List.of(note)).blocks();

        assertTrue(((Paragraph) blocks.get(0)).text().contains("kim"));
        assertEquals("=watch <b>it</b>", ((Paragraph) blocks.get(1)).text());
        assertEquals("cleared", ((Grid.Mark) ((Grid) blocks.get(2)).rows().getFirst().get(5)).text());
        assertTrue(((Paragraph) sections.handOver(List.of()).blocks().getFirst()).text().contains("No hand-over note"));
    }

    @Test
    void theOverviewCountsAndDrawsTheCourse() {
        assertEquals(3, sections.overview().blocks().size());
    }
}
