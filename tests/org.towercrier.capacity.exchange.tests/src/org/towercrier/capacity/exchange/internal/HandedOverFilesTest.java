package org.towercrier.capacity.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.exchange.FileReport;
import org.towercrier.fixture.SharedData;

/** The event files of the public projects: valid ones are imported, templates that nobody filled in are refused. */
class HandedOverFilesTest {

    private final Path folder = SharedData.path("alarms/event-formats");

    @ParameterizedTest
    @CsvSource({ "ves4_valid.json, 1", "ves7_valid_event.json, 1", "ves7_valid_30_1_1_event.json, 1", "ves7_batch_valid.json, 2",
            "ves7_batch_valid_two_different_domain.json, 2", "ves7_batch_with_stndDefined_valid.json, 1", "ves_stdnDefined_valid.json, 1",
            "ves_stdnDefined_valid_unknown_topic.json, 1" })
    void validAlarmsAreImported(String name, int alarms) throws Exception {
        try (AlarmWorkspace workspace = new AlarmWorkspace()) {
            FileReport report = workspace.one(folder.resolve("onap-ves").resolve(name));
            assertEquals("ves", report.format());
            assertTrue(report.refused().isEmpty(), report.toString());
            assertEquals(alarms, workspace.all().size(), workspace.all().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "ves7_valid_ip_v4.json", "ves7_valid_ip_v6.json", "ves7_valid_ip_v6_full.json",
            "ves7_valid_ip_v6_ipv4_translated.json", "ves7_valid_ip_v6_multicast_example.json", "ves7_valid_ip_v6_short_one.json",
            "ves7_valid_ip_v6_short_with_big_letters.json", "ves7_valid_ip_v6_short_without_end.json",
            "ves7_valid_ip_v6_with_zone_index.json" })
    void validEventsWithoutAnAlarmAreMentioned(String name) throws Exception {
        try (AlarmWorkspace workspace = new AlarmWorkspace()) {
            FileReport report = workspace.one(folder.resolve("onap-ves").resolve(name));
            assertTrue(report.refused().isEmpty(), report.toString());
            assertEquals(0, report.stored());
            assertFalse(report.warnings().isEmpty(), report.toString());
            assertEquals(List.<Alarm>of(), workspace.all());
        }
    }

    @Test
    void templatesAreRefusedWithTheFieldThatIsNotFilledIn() throws Exception {
        try (AlarmWorkspace workspace = new AlarmWorkspace(); var files = Files.list(folder.resolve("oran-oam"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                FileReport report = workspace.one(file);
                assertTrue(report.refused().orElseThrow(() -> new AssertionError(report.toString())).contains("placeholder"),
                        report.toString());
                assertTrue(report.refused().orElseThrow().contains("commonEventHeader"), report.toString());
            }
            assertEquals(List.<Alarm>of(), workspace.all());
        }
    }

    @ParameterizedTest
    @CsvSource({ "fault.json, fault", "thresholdCrossingAlert.json, thresholdCrossingAlert",
            "stndDefined-r16-notify-new-alarm.json, stndDefined", "stndDefined-r18-notify-new-alarm.json, stndDefined" })
    void templatesThatAreFilledInAreAlarms(String name, String domain) throws Exception {
        try (AlarmWorkspace workspace = new AlarmWorkspace()) {
            FileReport report = workspace.say(filled(name, domain));
            assertTrue(report.refused().isEmpty(), report.toString());
            assertEquals(1, workspace.all().size());
        }
    }

    @ParameterizedTest
    @CsvSource({ "heartbeat.json, heartbeat", "notification.json, notification", "pnfRegistration.json, pnfRegistration",
            "stateChange.json, stateChange", "stndDefined-heartbeat.json, stndDefined",
            "stndDefined-r16-notify-file-ready.json, stndDefined",
            "stndDefined-o1NotifyPnfRegistration.json, stndDefined" })
    void otherTemplatesThatAreFilledInCarryNoAlarm(String name, String domain) throws Exception {
        try (AlarmWorkspace workspace = new AlarmWorkspace()) {
            FileReport report = workspace.say(filled(name, domain));
            assertTrue(report.refused().isEmpty(), report.toString());
            assertEquals(0, report.stored());
            assertFalse(report.warnings().isEmpty());
        }
    }

    @Test
    void aNewAlarmAndItsEndFromTheTemplates() throws Exception {
        try (AlarmWorkspace workspace = new AlarmWorkspace()) {
            workspace.say(filled("stndDefined-r18-notify-new-alarm.json", "stndDefined"));
            workspace.say(filled("stndDefined-r18-notify-cleared-alarm.json", "stndDefined").replace("2026-03-01T10:00:00.000Z",
                    "2026-03-01T11:00:00.000Z"));
            assertTrue(workspace.only().cleared().isPresent());
            assertEquals("pnf-1", workspace.only().identity().objectInstance());
        }
    }

    @Test
    void descriptionsOfFormatsAreNotTakenForAlarms() throws Exception {
        try (AlarmWorkspace workspace = new AlarmWorkspace()) {
            assertTrue(workspace.one(folder.resolve("tmf642/TMF642-Alarm-v4.0.0.swagger.json")).refused().isPresent());
            assertTrue(workspace.one(folder.resolve("onap-ves/CommonEventFormat_30.2.1_ONAP.json")).refused().isPresent());
        }
    }

    private String filled(String name, String domain) throws Exception {
        return Files.readString(folder.resolve("oran-oam").resolve(name)).replace("@domain@", domain)
                .replaceAll("\"@(timestamp|collectionStartTime|collectionEndTime)@\"", "1772359200000000")
                .replace("@severity@", "MAJOR").replace("@pnfId@", "pnf-1").replace("@action@", "SET")
                .replaceAll("@(collectionTimestamp|eventStartTimestamp)@", "Sun, 01 Mar 2026 10:00:00 +0000")
                .replace("@eventTime@", "2026-03-01T10:00:00.000Z").replaceAll("@oamIp@", "10.0.0.1")
                .replaceAll("\"@oam[Vv]?6\\w*@\"|\"@oamIpV6@\"", "\"2001:db8::1\"").replaceAll("@(\\w+)@", "$1");
    }
}
