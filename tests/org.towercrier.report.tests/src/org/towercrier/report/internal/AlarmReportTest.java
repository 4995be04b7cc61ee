package org.towercrier.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmIdentity;
import org.towercrier.command.Messages;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

class AlarmReportTest {

    private static final Instant RAISED = Instant.parse("2026-10-30T18:15:00Z");

    private final AlarmReport report = new AlarmReport(
            Messages.of(AlarmReport.class, "OSGI-INF/l10n/report", Locale.ENGLISH), ZoneId.of("Asia/Shanghai"));

    @Test
    void theWorstComesFirst() {
        String page = report.html(List.of(alarm("minor-cell", PerceivedSeverity.MINOR, false, false),
                alarm("critical-cell", PerceivedSeverity.CRITICAL, false, false)), "en");

        assertTrue(page.indexOf("critical-cell") < page.indexOf("minor-cell"));
        assertTrue(page.contains("2 alarms are active"));
    }

    @Test
    void namesCannotBreakOutOfThePage() {
        String page = report.html(List.of(alarm("<script>alert(1)</script>", PerceivedSeverity.MAJOR, false, false)), "en");

        assertFalse(page.contains("<script>"));
        assertTrue(page.contains("&lt;script&gt;"));
    }

    @Test
    void timesAreThoseOfTheOperator() {
        assertTrue(report.html(List.of(alarm("a", PerceivedSeverity.MAJOR, false, false)), "en")
                .contains("2026-10-31 02:15"));
    }

    @Test
    void syntheticDataAreCalledSo() {
        assertTrue(report.html(List.of(alarm("a", PerceivedSeverity.MAJOR, true, false)), "en").contains("Synthetic"));
        assertFalse(report.html(List.of(alarm("a", PerceivedSeverity.MAJOR, false, false)), "en").contains("Synthetic"));
    }

    @Test
    void whatIsClearedIsNotActive() {
        assertTrue(report.html(List.of(alarm("a", PerceivedSeverity.MAJOR, false, true)), "en")
                .contains("No alarm is active."));
    }

    @Test
    void theSameAlarmsGiveTheSamePage() {
        List<Alarm> alarms = List.of(alarm("a", PerceivedSeverity.MAJOR, false, false),
                alarm("b", PerceivedSeverity.MAJOR, false, false));

        assertEquals(report.html(alarms, "en"), report.html(alarms.reversed(), "en"));
        assertFalse(report.html(alarms, "en").contains("http"));
    }

    private static Alarm alarm(String cell, PerceivedSeverity severity, boolean synthetic, boolean cleared) {
        AlarmIdentity identity = new AlarmIdentity("ME=" + cell, AlarmType.QUALITY_OF_SERVICE_ALARM,
                "resourceAtOrNearingCapacity", "Dense load in the busy hour");
        Optional<Instant> end = cleared ? Optional.of(RAISED.plusSeconds(3_600)) : Optional.empty();
        return new Alarm(identity.recordId(0), 0, identity, cell, AlarmKind.DENSE_LOAD, "china-mobile-td-lte", "dense-load",
                List.of(new Activation(RAISED, List.of(new SeverityChange(RAISED, severity)), end)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), synthetic, Alarm.NO_EVIDENCE);
    }
}
