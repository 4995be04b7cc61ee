package org.towercrier.capacity.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.capacity.AlarmEpisode;
import org.towercrier.capacity.DetectionResult;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.exchange.internal.out.CsvFormat;
import org.towercrier.capacity.exchange.internal.out.Tmf642Format;
import org.towercrier.capacity.exchange.internal.out.Ts28532Format;
import org.towercrier.capacity.exchange.internal.out.VesFormat;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

/** What goes out of one workspace comes into an empty one, and goes out of that one the same. */
class RoundTripTest {

    private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

    private AlarmWorkspace first;
    private AlarmWorkspace second;

    @BeforeEach
    void open() throws Exception {
        first = new AlarmWorkspace();
        second = new AlarmWorkspace();
        first.alarms().reconcile(new DetectionResult("set", Set.of("r"), T.minus(Duration.ofDays(9)), T.plus(Duration.ofDays(9)),
                List.of(episode("cell-1", 0, Optional.empty(), PerceivedSeverity.MINOR, PerceivedSeverity.CRITICAL),
                        episode("cell-2", 1, Optional.of(T.plusSeconds(7_200)), PerceivedSeverity.MAJOR),
                        episode("cell-3", 2, Optional.of(T.plusSeconds(9_000)), PerceivedSeverity.MAJOR),
                        episode("=cmd()", 3, Optional.empty(), PerceivedSeverity.WARNING),
                        episode("cell-5", 4, Optional.of(T.plusSeconds(3_000)), PerceivedSeverity.INDETERMINATE),
                        episode("cell-5", 60, Optional.empty(), PerceivedSeverity.MINOR)),
                6, 6, Duration.ZERO, Map.of()));
        List<Alarm> all = first.all();
        first.alarms().acknowledge(all.stream().filter(alarm -> alarm.cell().matches("cell-[13]")).map(Alarm::id).toList(), "ann", "ok");
        first.alarms().comment(all.stream().filter(alarm -> alarm.cell().equals("cell-1")).map(Alarm::id).toList(), "ann",
                "look at \"it\"");
    }

    @AfterEach
    void close() throws Exception {
        first.close();
        second.close();
    }

    private static AlarmEpisode episode(String cell, int minute, Optional<Instant> cleared, PerceivedSeverity... severities) {
        Instant raised = T.plusSeconds(60L * minute);
        List<SeverityChange> changes = new ArrayList<>();
        for (PerceivedSeverity severity : severities) {
            changes.add(new SeverityChange(raised.plusSeconds(900L * changes.size()), severity));
        }
        Evidence evidence = new Evidence("r", "", "", T, T, Optional.empty(), List.of(), List.of(), List.of());
        return new AlarmEpisode(cell, cell, AlarmKind.DENSE_LOAD, AlarmType.QUALITY_OF_SERVICE_ALARM, "resourceAtOrNearingCapacity",
                "dense",
                "set", "r", raised, changes, cleared, evidence);
    }

    @Test
    void tmf642ComesBackToTheLetter() throws Exception {
        String out = first.export(new Tmf642Format());
        assertEquals(Optional.empty(), second.say(out).refused());

        assertEquals(lines(out), lines(second.export(new Tmf642Format())));
    }

    /** The order within one severity is by id, and an imported alarm has an id of its own. */
    private static List<String> lines(String text) {
        return text.lines().map(line -> line.replaceFirst(",$", "").replaceFirst("^\\],?", "]")).sorted().toList();
    }

    @Test
    void ts28532TellsEveryStretchAndEverySeverity() throws Exception {
        assertEquals(Optional.empty(), second.say(first.export(new Ts28532Format())).refused());

        assertEquals(stretches(first), stretches(second));
        assertEquals(lines(first.export(new Ts28532Format()).replaceAll("\"notificationId\":\\d+", "")
                .replaceAll(",\"additionalInformation\":\\{[^}]*\\}", "")),
                lines(second.export(new Ts28532Format()).replaceAll("\"notificationId\":\\d+", "")
                        .replaceAll(",\"additionalInformation\":\\{[^}]*\\}", "")));
    }

    @Test
    void vesTellsEveryStretchAndEverySeverity() throws Exception {
        assertEquals(Optional.empty(), second.say(first.export(new VesFormat())).refused());

        assertEquals(stretches(first), stretches(second));
    }

    private static Map<String, List<Activation>> stretches(AlarmWorkspace workspace) throws Exception {
        Map<String, List<Activation>> all = new java.util.TreeMap<>();
        workspace.all().forEach(alarm -> all.computeIfAbsent(alarm.identity().objectInstance(), none -> new ArrayList<>())
                .addAll(alarm.activations()));
        return all;
    }

    @Test
    void whatThisWorkspaceHasFoundItselfStays() throws Exception {
        List<Alarm> before = first.all();
        var report = first.say(first.export(new Tmf642Format()));

        assertEquals(before, first.all());
        assertTrue(report.warnings().getFirst().contains("stay as they are"), report.toString());
    }

    @Test
    void aSpreadsheetRunsNothingOfIt() throws Exception {
        String csv = first.export(new CsvFormat());

        assertTrue(csv.contains(",'=cmd(),"), csv);
        assertEquals(1 + first.all().size(), csv.lines().count());
    }
}
