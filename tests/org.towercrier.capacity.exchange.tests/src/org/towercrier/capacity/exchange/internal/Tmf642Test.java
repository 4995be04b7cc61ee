package org.towercrier.capacity.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.exchange.internal.out.Tmf642Format;
import org.towercrier.exchange.FileReport;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

class Tmf642Test {

    private static final String ALARM = """
            {"id": "8675309", "externalAlarmId": "ext-1", "alarmType": "Quality of Service Alarm", "perceivedSeverity": "major",
             "probableCause": "thresholdCrossed", "specificProblem": "PRB use", "alarmedObjectType": "Cell",
             "alarmedObject": {"id": "cell-4", "href": "http://inventory/cell-4"}, "sourceSystemId": "ems-5",
             "alarmRaisedTime": "2026-03-01T10:00:00Z", "ackState": "unacknowledged", "state": "raised",
             "serviceAffecting": true, "affectedService": [{"id": "srv-1"}], "comment": [{"comment": "seen", "userId": "kim", "time": "2026-03-01T10:02:00Z"}]}
            """;

    private AlarmWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace = new AlarmWorkspace();
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    @Test
    void aResourceBecomesAnAlarmWithAllThatWasSaid() throws Exception {
        FileReport report = workspace.say(ALARM);
        assertEquals(Optional.empty(), report.refused());
        Alarm alarm = workspace.only();
        assertEquals(AlarmType.QUALITY_OF_SERVICE_ALARM, alarm.identity().alarmType());
        assertEquals("cell-4", alarm.identity().objectInstance());
        assertEquals(PerceivedSeverity.MAJOR, alarm.severity());
        assertEquals("ems-5", alarm.rule());

        String out = workspace.export(new Tmf642Format());
        for (String kept : List.of("\"8675309\"", "ext-1", "http://inventory/cell-4", "ems-5", "srv-1", "serviceAffecting", "\"seen\"",
                "kim")) {
            assertTrue(out.contains(kept), kept + " in " + out);
        }
    }

    @Test
    void aLaterStateOfTheSameAlarmClearsIt() throws Exception {
        workspace.say(ALARM);
        workspace.say(ALARM.replace("\"major\"", "\"cleared\"").replace("\"raised\"", "\"cleared\"").replace("\"ackState\"",
                "\"alarmClearedTime\": \"2026-03-01T12:00:00Z\", \"ackState\""));

        assertEquals(Optional.of(Instant.parse("2026-03-01T12:00:00Z")), workspace.only().cleared());
        assertEquals(PerceivedSeverity.MAJOR, workspace.only().highestSeverity());
    }

    @Test
    void aNotificationThatNamesTheAlarmOnlyIsEnoughToClearIt() throws Exception {
        workspace.say("{\"eventType\": \"AlarmCreateEvent\", \"event\": {\"alarm\": " + ALARM + "}}");
        workspace.say("""
                {"eventType": "AlarmStateChangeEvent", "event": {"alarm": {"id": "8675309", "sourceSystemId": "ems-5", "state": "cleared",
                 "alarmClearedTime": "2026-03-01T12:00:00Z", "ackState": "acknowledged", "ackUserId": "kim"}}}
                """);

        assertEquals(AlarmState.GONE, workspace.only().state());
        assertEquals("kim", workspace.only().acknowledgement().orElseThrow().user());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "perceivedSeverity": "major"        | "perceivedSeverity": "terrible"       | perceivedSeverity | not one of
            "perceivedSeverity": "major",       |                                       | perceivedSeverity | missing
            "alarmType": "Quality of Service Alarm" | "alarmType": "Alarm"              | alarmType | not one of
            "probableCause": "thresholdCrossed",|                                       | probableCause | missing
            "sourceSystemId": "ems-5",          |                                       | sourceSystemId | missing
            "alarmedObject": {"id": "cell-4", "href": "http://inventory/cell-4"}, |     | alarmedObject | missing
            "alarmedObject": {"id": "cell-4", "href": "http://inventory/cell-4"} | "alarmedObject": "cell-4" | alarmedObject | not an object
            "alarmRaisedTime": "2026-03-01T10:00:00Z" | "alarmRaisedTime": "01.03.2026" | alarmRaisedTime | ISO 8601
            "alarmRaisedTime": "2026-03-01T10:00:00Z", |                                | alarmRaisedTime | missing
            "ackState": "unacknowledged"        | "ackState": "maybe"                   | ackState | not one of
            "state": "raised",                  |                                       | state | missing
            "ackState": "unacknowledged"        | "alarmClearedTime": "2026-02-01T00:00:00Z", "ackState": "unacknowledged" | alarmClearedTime | before
            "comment": [{                       | "comment": "x", "c": [{               | comment | not an array
            "ackState": "unacknowledged",       | "ackState": "unacknowledged", "ackState": "acknowledged", | ackState | twice
            """)
    void aMutatedResourceIsRefusedWithPlaceAndReason(String from, String to, String where, String reason) throws Exception {
        assertTrue(ALARM.contains(from), from);
        String refused = workspace.say(ALARM.replace(from, to == null ? "" : to)).refused().orElseThrow();
        assertTrue(refused.contains(where) && refused.toLowerCase(java.util.Locale.ROOT).contains(reason.toLowerCase(java.util.Locale.ROOT))
                || refused.contains("Duplicate"), refused);
        assertEquals(List.of(), workspace.all());
    }
}
