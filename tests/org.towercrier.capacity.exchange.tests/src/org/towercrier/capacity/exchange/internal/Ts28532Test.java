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
import org.towercrier.exchange.FileReport;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

class Ts28532Test {

    private AlarmWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace = new AlarmWorkspace();
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    private static String notification(String type, String time, String more) {
        return """
                {"href": "https://mns/ProvMnS/v1/SubNetwork=1/ManagedElement=7", "notificationId": 4711, "notificationType": "%s",
                 "eventTime": "%s", "systemDN": "SubNetwork=1,ManagementNode=2", "alarmId": "a-9", "alarmType": "EQUIPMENT_ALARM",
                 "probableCause": "fanFailure", %s}
                """.formatted(type, time, more);
    }

    private static final String NEW = notification("notifyNewAlarm", "2026-03-01T10:00:00Z",
            "\"perceivedSeverity\": \"MAJOR\", \"specificProblem\": \"fan 2 stands\", \"additionalText\": \"slot 4\"");

    @Test
    void theWholeLifeOfAnAlarm() throws Exception {
        workspace.say(NEW);
        Alarm alarm = workspace.only();
        assertEquals("SubNetwork=1,ManagedElement=7", alarm.identity().objectInstance());
        assertEquals("fan 2 stands", alarm.identity().specificProblem());
        assertTrue(alarm.evidence().contains("slot 4"), alarm.evidence());

        workspace.say(notification("notifyChangedAlarm", "2026-03-01T10:10:00Z", "\"perceivedSeverity\": \"CRITICAL\""));
        assertEquals(PerceivedSeverity.CRITICAL, workspace.only().severity());

        workspace.say(notification("notifyAckStateChanged", "2026-03-01T10:20:00Z",
                "\"perceivedSeverity\": \"CRITICAL\", \"ackState\": \"ACKNOWLEDGED\", \"ackUserId\": \"bob\""));
        assertEquals("bob", workspace.only().acknowledgement().orElseThrow().user());

        workspace.say(notification("notifyComments", "2026-03-01T10:25:00Z",
                "\"perceivedSeverity\": \"CRITICAL\", \"comments\": {\"1\": {\"commentText\": \"spare ordered\", \"commentUserId\": \"bob\"}}"));
        assertTrue(workspace.alarms().history(alarm.id()).stream()
                .anyMatch(line -> line.action() == AlarmAction.COMMENTED && line.text().equals("spare ordered")));

        workspace.say(notification("notifyClearedAlarm", "2026-03-01T11:00:00Z", "\"perceivedSeverity\": \"CLEARED\""));
        assertEquals(AlarmState.GONE, workspace.only().state());
        assertEquals(Optional.of(Instant.parse("2026-03-01T11:00:00Z")), workspace.only().cleared());
    }

    @Test
    void aClearThatComesBeforeItsRaiseWaitsForIt() throws Exception {
        FileReport early = workspace.say(notification("notifyClearedAlarm", "2026-03-01T11:00:00Z", "\"perceivedSeverity\": \"CLEARED\""));
        assertTrue(early.warnings().getFirst().contains("nobody has raised yet"), early.toString());
        assertEquals(List.of(), workspace.all());

        workspace.say(NEW);
        assertEquals(Optional.of(Instant.parse("2026-03-01T11:00:00Z")), workspace.only().cleared());
    }

    @Test
    void anAlarmListIsReadRecordByRecord() throws Exception {
        FileReport report = workspace.say("""
                {"17": {"objectInstance": "ManagedElement=1,GNBDUFunction=2,NRCellDU=3", "alarmRaisedTime": "2026-03-01T10:00:00Z",
                        "alarmChangedTime": "2026-03-01T10:30:00Z", "alarmType": "QUALITY_OF_SERVICE_ALARM", "probableCause": "thresholdCrossed",
                        "perceivedSeverity": "MINOR", "ackState": "UNACKNOWLEDGED"},
                 "18": {"objectInstance": "ManagedElement=1", "alarmRaisedTime": "2026-03-01T09:00:00Z",
                        "alarmClearedTime": "2026-03-01T09:30:00Z", "alarmType": "INTEGRITY_VIOLATION", "probableCause": 12,
                        "perceivedSeverity": "CLEARED", "ackState": "ACKNOWLEDGED", "ackUserId": "eve"},
                 "19": {"objectInstance": "ManagedElement=1", "alarmRaisedTime": "2026-03-01T09:00:00Z", "alarmType": "FIRE",
                        "probableCause": "x", "perceivedSeverity": "MINOR"}}
                """);
        assertEquals(1, report.quarantined());
        List<Alarm> all = workspace.all();
        assertEquals(2, all.size());
        Alarm up = all.getFirst();
        assertEquals(PerceivedSeverity.MINOR, up.severity());
        assertEquals(Instant.parse("2026-03-01T10:30:00Z"), up.changed());
        Alarm gone = all.getLast();
        assertEquals(AlarmType.INTEGRITY_VIOLATION, gone.identity().alarmType());
        assertEquals("12", gone.identity().probableCause());
        assertEquals(AlarmState.GONE, gone.state());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "perceivedSeverity": "MAJOR"     | "perceivedSeverity": "SEVERE"        | perceivedSeverity | not one of
            "perceivedSeverity": "MAJOR",    |                                      | perceivedSeverity | missing
            "alarmType": "EQUIPMENT_ALARM"   | "alarmType": "FIRE_ALARM"            | alarmType | not one of
            "alarmId": "a-9",                |                                      | alarmId | missing
            "probableCause": "fanFailure",   |                                      | probableCause | missing
            "probableCause": "fanFailure"    | "probableCause": {"a": 1}            | probableCause | not a text
            "eventTime": "2026-03-01T10:00:00Z" | "eventTime": "xyz"                | eventTime | ISO 8601
            "eventTime": "2026-03-01T10:00:00Z" | "eventTime": "2126-03-01T10:00:00Z" | eventTime | future
            "eventTime": "2026-03-01T10:00:00Z" | "eventTime": "1970-01-01T00:00:00Z" | eventTime | before 1990
            "eventTime": "2026-03-01T10:00:00Z" | "eventTime": "@eventTime@"        | eventTime | placeholder
            "notificationType": "notifyNewAlarm" | "notificationType": "notifyOldAlarm" | notificationType | not one of
            "systemDN": "SubNetwork=1,ManagementNode=2", |                          | systemDN | missing
            "notificationId": 4711,          |                                      | notificationId | missing
            """)
    void aMutatedNotificationIsRefusedWithPlaceAndReason(String from, String to, String where, String reason) throws Exception {
        assertTrue(NEW.contains(from), from);
        String refused = workspace.say(NEW.replace(from, to == null ? "" : to)).refused().orElseThrow();
        assertTrue(refused.contains(where) && refused.contains(reason), refused);
        assertEquals(List.of(), workspace.all());
    }
}
