package org.towercrier.capacity.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.report.Grid;
import org.towercrier.report.Report;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Tone;

class AlarmsReportTest {

    private static final Instant RAISED = Instant.parse("2026-10-30T18:15:00Z");
    private static final ReportRequest REQUEST = ReportRequest.of(Locale.ENGLISH, ZoneId.of("Asia/Shanghai"),
            Instant.parse("2026-11-01T00:00:00Z"));

    @Test
    void theWorstComesFirst() {
        Report report = compose(List.of(alarm("minor-cell", PerceivedSeverity.MINOR, false, false),
                alarm("critical-cell", PerceivedSeverity.CRITICAL, false, false)));

        List<List<Object>> rows = rows(report);
        assertEquals(new Grid.Mark(Tone.CRITICAL, "critical"), rows.get(0).get(0));
        assertEquals("critical-cell", rows.get(0).get(1));
        assertEquals("minor-cell", rows.get(1).get(1));
        assertTrue(report.subtitle().startsWith("2 alarms are active"), report.subtitle());
        assertEquals(Map.of("CRITICAL", 1L, "MINOR", 1L), report.figures().get("bySeverity"));
    }

    @Test
    void timesAreThoseOfTheOperator() {
        assertTrue(compose(List.of(alarm("a", PerceivedSeverity.MAJOR, false, false))).subtitle()
                .contains("2026-10-31 02:15"));
    }

    @Test
    void syntheticDataAreCalledSo() {
        assertEquals(1, compose(List.of(alarm("a", PerceivedSeverity.MAJOR, true, false))).notices().size());
        assertEquals(0, compose(List.of(alarm("a", PerceivedSeverity.MAJOR, false, false))).notices().size());
    }

    @Test
    void whatIsClearedIsNotActive() {
        Report report = compose(List.of(alarm("a", PerceivedSeverity.MAJOR, false, true)));

        assertEquals("No alarm is active.", report.subtitle());
        assertEquals(List.of(), rows(report));
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        List<Alarm> alarms = List.of(alarm("a", PerceivedSeverity.MAJOR, false, false),
                alarm("b", PerceivedSeverity.MAJOR, false, false));

        assertEquals(compose(alarms), compose(alarms.reversed()));
    }

    private static List<List<Object>> rows(Report report) {
        return ((Grid) report.sections().getFirst().blocks().getLast()).rows();
    }

    static Alarm alarm(String cell, PerceivedSeverity severity, boolean synthetic, boolean cleared) {
        AlarmIdentity identity = new AlarmIdentity("ME=" + cell, AlarmType.QUALITY_OF_SERVICE_ALARM,
                "resourceAtOrNearingCapacity", "Dense load in the busy hour");
        Optional<Instant> end = cleared ? Optional.of(RAISED.plusSeconds(3_600)) : Optional.empty();
        return new Alarm(identity.recordId(0), 0, identity, cell, AlarmKind.DENSE_LOAD, "china-mobile-td-lte", "dense-load",
                List.of(new Activation(RAISED, List.of(new SeverityChange(RAISED, severity)), end)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), synthetic, Alarm.NO_EVIDENCE);
    }

    private static Report compose(List<Alarm> alarms) {
        return AlarmsReport.compose(alarms, REQUEST, UnaryOperator.identity());
    }
}
