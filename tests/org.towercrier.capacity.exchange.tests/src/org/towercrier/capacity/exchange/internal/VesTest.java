package org.towercrier.capacity.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.exchange.FileReport;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

class VesTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private AlarmWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace = new AlarmWorkspace();
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    static String fault(String severity, Instant start, Instant last) {
        return """
                {"event": {"commonEventHeader": {"domain": "fault", "eventId": "f-1", "eventName": "Fault_x", "sequence": 0,
                  "priority": "High", "reportingEntityName": "ems-1", "sourceName": "gnb-7", "version": "4.1",
                  "startEpochMicrosec": %d, "lastEpochMicrosec": %d,
                  "vesEventListenerVersion": "7.2.1"},
                 "faultFields": {"faultFieldsVersion": "4.0", "alarmCondition": "lossOfSignal", "alarmInterfaceA": "port-3",
                  "eventSourceType": "port", "specificProblem": "no light", "eventSeverity": "%s", "vfStatus": "Active",
                  "alarmAdditionalInformation": {"TYPE": "communication"}}}}
                """.formatted(start.toEpochMilli() * 1000, last.toEpochMilli() * 1000, severity);
    }

    private static String fault(String severity, int minute) {
        return fault(severity, START.plusSeconds(60L * minute), START.plusSeconds(60L * minute));
    }

    @Test
    void aFaultIsRaisedBecomesWorseAndIsClearedByANormalEvent() throws Exception {
        workspace.say(fault("MINOR", 0));
        Alarm raised = workspace.only();
        assertEquals(AlarmKind.EXTERNAL, raised.kind());
        assertEquals("gnb-7/port-3", raised.identity().objectInstance());
        assertEquals(AlarmType.COMMUNICATIONS_ALARM, raised.identity().alarmType());
        assertEquals("lossOfSignal", raised.identity().probableCause());
        assertEquals(PerceivedSeverity.MINOR, raised.severity());
        assertEquals(START, raised.raised());

        workspace.say(fault("CRITICAL", 5));
        assertEquals(PerceivedSeverity.CRITICAL, workspace.only().severity());
        assertEquals(raised.id(), workspace.only().id());

        workspace.say(fault("NORMAL", 9));
        Alarm cleared = workspace.only();
        assertEquals(Optional.of(START.plusSeconds(540)), cleared.cleared());
        assertEquals(AlarmState.CLEARED_UNACKNOWLEDGED, cleared.state());
        assertEquals(PerceivedSeverity.CRITICAL, cleared.highestSeverity());
        assertTrue(workspace.alarms().history(cleared.id()).stream().allMatch(line -> line.user().equals("ems-1")));
    }

    @Test
    void theOrderInWhichEventsArriveDoesNotMatter() throws Exception {
        List<String> events = new ArrayList<>(List.of(fault("MINOR", 0), fault("CRITICAL", 5), fault("NORMAL", 9), fault("MAJOR", 20),
                fault("NORMAL", 25), fault("WARNING", 40)));
        for (String event : events) {
            workspace.say(event);
        }
        Alarm expected = workspace.only();
        assertEquals(2, expected.flapCount());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(events, new Random(seed));
            try (AlarmWorkspace other = new AlarmWorkspace()) {
                for (String event : events) {
                    other.say(event);
                }
                assertEquals(expected.activations(), other.only().activations(), "seed " + seed);
            }
        }
    }

    @Test
    void aFileImportedTwiceChangesNothing() throws Exception {
        String event = fault("MAJOR", 0);
        assertEquals(1, workspace.say(event).stored());
        Alarm alarm = workspace.only();
        FileReport again = workspace.say(event);

        assertEquals(0, again.stored());
        assertEquals(1, again.unchanged());
        assertEquals(alarm, workspace.only());
        assertEquals(1, workspace.alarms().history(alarm.id()).size());
    }

    @Test
    void whatAnOperatorDidHereStaysWhenMoreIsHeard() throws Exception {
        workspace.say(fault("MAJOR", 0));
        workspace.alarms().acknowledge(List.of(workspace.only().id()), "ann", "on it");
        workspace.say(fault("MINOR", 5));
        assertEquals("ann", workspace.only().acknowledgement().orElseThrow().user());

        workspace.say(fault("NORMAL", 8));
        assertEquals(AlarmState.GONE, workspace.only().state());
        workspace.say(fault("MAJOR", 30));
        assertEquals(2, workspace.all().size());
    }

    @Test
    void aBatchKeepsItsGoodEventsAndNamesTheBadOne() throws Exception {
        String good = inner(fault("MAJOR", 0));
        String bad = good.replace("\"MAJOR\"", "\"FATAL\"");
        FileReport report = workspace.say("{\"eventList\": [" + good + ",\n" + bad + "]}");

        assertEquals(Optional.empty(), report.refused());
        assertEquals(2, report.rows());
        assertEquals(1, report.stored());
        assertEquals(1, report.quarantined());
        assertEquals(PerceivedSeverity.MAJOR, workspace.only().severity());
    }

    private static String inner(String event) {
        return event.strip().replaceFirst("(?s)^\\{\"event\": ", "").replaceFirst("(?s)\\}\\s*$", "");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "eventSeverity": "MINOR"             | "eventSeverity": "FATAL"                | faultFields.eventSeverity | not one of CRITICAL
            "eventSeverity": "MINOR",            |                                          | faultFields.eventSeverity | required and missing
            "eventSeverity": "MINOR"             | "eventSeverity": 3                       | faultFields.eventSeverity | not one of
            "domain": "fault"                    | "domain": "faults"                       | domain | not one of
            "domain": "fault"                    | "domain": "@domain@"                     | domain | placeholder
            "domain": "fault"                    | "domain": "heartbeat"                    | heartbeatFields | 0
            "priority": "High"                   | "priority": "Urgent"                     | priority | not one of
            "sequence": 0                        | "sequence": 0.5                          | sequence | whole number
            "sequence": 0,                       |                                          | sequence | missing
            "sourceName": "gnb-7"                | "sourceName": ""                         | sourceName | empty
            "sourceName": "gnb-7",               |                                          | sourceName | missing
            "version": "4.1"                     | "version": "4.7"                         | version | not one of
            "vesEventListenerVersion": "7.2.1"   | "vesEventListenerVersion": "8.0"         | vesEventListenerVersion | not one of
            "eventName": "Fault_x",              |                                          | eventName | missing
            "vfStatus": "Active"                 | "vfStatus": "Asleep"                     | vfStatus | not one of
            "alarmCondition": "lossOfSignal",    |                                          | alarmCondition | missing
            "startEpochMicrosec": 1772359200000000 | "startEpochMicrosec": -1               | startEpochMicrosec | no point in time
            "startEpochMicrosec": 1772359200000000 | "startEpochMicrosec": 99999999999999999 | startEpochMicrosec | no point in time
            "startEpochMicrosec": 1772359200000000 | "startEpochMicrosec": "yesterday"      | startEpochMicrosec | not a number
            "lastEpochMicrosec": 1772359200000000  | "lastEpochMicrosec": 1700000000000000  | lastEpochMicrosec | before
            "faultFields"                        | "faultField"                             | faultFields | missing
            "commonEventHeader": {               | "commonEventHeader": [{                  | line 5 | valid JSON
            """)
    void aMutatedFaultIsRefusedWithPlaceAndReason(String from, String to, String where, String reason) throws Exception {
        String event = fault("MINOR", 0);
        assertTrue(event.contains(from), from);
        FileReport report = workspace.say(event.replace(from, to == null ? "" : to));
        if (reason.equals("0")) {
            assertEquals(0, report.stored(), "a heartbeat with the wrong fields says nothing of an alarm");
            return;
        }
        String refused = report.refused().orElseThrow(() -> new AssertionError("not refused: " + report));
        assertTrue(refused.contains(reason), refused);
        assertTrue(refused.contains(where), refused);
        assertEquals(List.of(), workspace.all());
    }

    @Test
    void millisecondsAreReadAsWhatTheyAreAndSaidSo() throws Exception {
        FileReport report = workspace.say(fault("MAJOR", 0).replace("1772359200000000", "1772359200000"));

        assertEquals(START, workspace.only().raised());
        assertTrue(report.warnings().stream().anyMatch(text -> text.contains("milliseconds")), report.toString());
    }

    @Test
    void aThresholdCrossingAlertIsAnAlarmAndClearedByClear() throws Exception {
        String alert = """
                {"event": {"commonEventHeader": {"domain": "thresholdCrossingAlert", "eventId": "t-1", "eventName": "TCA", "sequence": 1,
                  "priority": "Low", "reportingEntityName": "ems-1", "sourceName": "gnb-7", "version": "4.1",
                  "startEpochMicrosec": 1772359200000000, "lastEpochMicrosec": 1772359200000000, "vesEventListenerVersion": "7.2.1"},
                 "thresholdCrossingAlertFields": {"thresholdCrossingFieldsVersion": "4.0", "alertAction": "SET",
                  "additionalParameters": [{"criticality": "MAJ", "thresholdCrossed": "packetLoss", "hashMap": {"a": "b"}}],
                  "alertDescription": "packet loss", "alertType": "INTERFACE-ANOMALY", "eventSeverity": "MAJOR",
                  "collectionTimestamp": "Sun, 01 Mar 2026 10:15:00 +0000", "eventStartTimestamp": "Sun, 01 Mar 2026 10:00:00 +0000"}}}
                """;
        workspace.say(alert);
        assertEquals(AlarmType.QUALITY_OF_SERVICE_ALARM, workspace.only().identity().alarmType());
        assertEquals("thresholdCrossed", workspace.only().identity().probableCause());
        assertEquals(START, workspace.only().raised());

        workspace.say(alert.replace("\"SET\"", "\"CLEAR\""));
        assertEquals(Optional.of(START.plusSeconds(900)), workspace.only().cleared());
        assertTrue(workspace.say(alert.replace("\"SET\"", "\"DONE\"")).refused().orElseThrow().contains("alertAction"));
    }

    @Test
    void aHeartbeatIsMentionedAndStoresNothing() throws Exception {
        FileReport report = workspace.say("""
                {"event": {"commonEventHeader": {"domain": "heartbeat", "eventId": "h", "eventName": "heartbeat", "sequence": 0,
                  "priority": "Low", "reportingEntityName": "ems-1", "sourceName": "ems-1", "version": "4.1",
                  "startEpochMicrosec": 1772359200000000, "lastEpochMicrosec": 1772359200000000, "vesEventListenerVersion": "7.2.1"},
                 "heartbeatFields": {"heartbeatFieldsVersion": "3.0", "heartbeatInterval": 20}}}
                """);

        assertEquals(Optional.empty(), report.refused());
        assertEquals(0, report.stored());
        assertEquals(1, report.rows());
        assertTrue(report.warnings().getFirst().contains("carries no alarm"), report.toString());
    }

    @Test
    void numbersOfAMeasurementEventAreStored() throws Exception {
        FileReport report = workspace.say("""
                {"event": {"commonEventHeader": {"domain": "measurement", "eventId": "m", "eventName": "pm", "sequence": 0,
                  "priority": "Low", "reportingEntityName": "ems-1", "sourceName": "gnb-7", "version": "4.1",
                  "startEpochMicrosec": 1772359200000000, "lastEpochMicrosec": 1772360100000000, "vesEventListenerVersion": "7.2.1"},
                 "measurementFields": {"measurementFieldsVersion": "4.0", "measurementInterval": 900, "concurrentSessions": 12,
                  "additionalMeasurements": [{"name": "if-1", "hashMap": {"es": "3", "state": "up"}}], "cpuUsageArray": []}}}
                """);

        assertEquals(Optional.empty(), report.refused());
        assertEquals(2, report.stored());
        assertEquals(2L, workspace.store().read(sql -> sql.fetchCount(org.jooq.impl.DSL.table("counter_value"))).longValue());
    }

    @Test
    void wrongAddressesOfARegistrationAreRefused() throws Exception {
        String registration = """
                {"event": {"commonEventHeader": {"domain": "pnfRegistration", "eventId": "r", "eventName": "r", "sequence": 0,
                  "priority": "Low", "reportingEntityName": "ems-1", "sourceName": "gnb-7", "version": "4.1",
                  "startEpochMicrosec": 1772359200000000, "lastEpochMicrosec": 1772359200000000, "vesEventListenerVersion": "7.2.1"},
                 "pnfRegistrationFields": {"pnfRegistrationFieldsVersion": "2.1", "oamV4IpAddress": "10.0.0.1", "oamV6IpAddress": "2001:db8::1%eth0"}}}
                """;
        assertEquals(Optional.empty(), workspace.say(registration).refused());
        assertTrue(workspace.say(registration.replace("10.0.0.1", "10.0.0.256")).refused().orElseThrow().contains("IPv4"));
        assertTrue(workspace.say(registration.replace("2001:db8::1", "2001:db8::1::2")).refused().orElseThrow().contains("IPv6"));
        assertTrue(workspace.say(registration.replace("2001:db8::1", "gateway")).refused().orElseThrow().contains("IPv6"));
    }
}
