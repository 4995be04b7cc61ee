package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.exchange.FileReport;
import org.towercrier.fixture.SharedData;

/** JSON measurement reports are read like the XML they come from. */
class PmJsonImportTest {

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    private static String event(String start, String last) {
        return """
        {"event":{"commonEventHeader":{"domain":"perf3gpp","startEpochMicrosec":%s,"lastEpochMicrosec":%s},
        "perf3gppFields":{"measDataCollection":{"granularityPeriod":900,"measuredEntityDn":"ManagedElement=7","measInfoList":[
        {"measInfoId":{"sMeasInfoId":"x"},"measTypes":{"sMeasTypesList":["RRC.ConnMean","pmList"]},"measValuesList":[
        {"measObjInstId":"ManagedElement=7,EUtranCellTDD=1","suspectFlag":"true","measResults":[{"p":1,"sValue":"12.5"},{"p":2,"sValue":"1,2"},{"p":9,"sValue":"3"}]},
        {"measObjInstId":"EUtranCellTDD=2","suspectFlag":"false","measResults":[{"p":1,"sValue":" "},{"p":2,"iValue":8}]}]}]}}}}
        """.formatted(start, last);
    }

    private Map<String, Object> wide() throws Exception {
        return workspace.rows(
                "select o.name as name, cast(m.start as varchar) as start, m.suspect as suspect, m.\"rrcConnMean\" as users from cell_measurement m "
                        + "join managed_object o on o.id = m.object")
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({ "1777888800000000,1777889700000000", "1777888800000,1777889700000", "1777888800,1777889700" })
    void theUnitOfTheTimesIsSeenFromThePeriodBetweenThem(String start, String last) throws Exception {
        FileReport report = workspace.one(workspace.file("report.json", event(start, last)));
        assertEquals("3gpp-json", report.format());
        assertEquals(1, report.quarantined());
        assertEquals(Map.of("name", "ManagedElement=7,EUtranCellTDD=1", "start", "2026-05-04 10:00:00", "suspect", true, "users", 12.5),
                wide());
        List<Map<String, Object>> others = workspace.rows("select text, value from counter_value order by value");
        assertEquals(2, others.size());
        assertTrue(others.stream().anyMatch(row -> "1,2".equals(row.get("text")))
                && others.stream().anyMatch(row -> Double.valueOf(8).equals(row.get("value"))));
    }

    @Test
    void senselessTimesAreReplacedByThoseOfTheFileName() throws Exception {
        FileReport report = workspace.one(workspace.file("A20260504.1200+0200-1215+0200_x.json", event("15198378", "151983")));
        assertEquals("2026-05-04 10:00:00", wide().get("start"));
        assertTrue(report.warnings().stream().anyMatch(text -> text.contains("file name")), report.toString());
        assertTrue(workspace.one(workspace.file("noname.json", event("15198378", "151983"))).refused().isPresent());
    }

    @Test
    void severalEventsInOneFileAreAllRead() throws Exception {
        String second = event("1777889700000", "1777890600000");
        assertEquals(6, workspace.one(workspace.file("lines.json", event("1777888800000", "1777889700000") + second)).stored());
        assertEquals(6,
                workspace
                        .one(workspace.file("array.json",
                                "[" + event("1777890600000", "1777891500000") + "," + event("1777891500000", "1777892400000") + "]"))
                        .stored());
    }

    @Test
    void malformedJsonIsRefusedWithItsPlace() throws Exception {
        String whole = event("1777888800000", "1777889700000");
        FileReport report = workspace
                .one(workspace.file("bad.json", whole.substring(0, whole.length() - 30).getBytes(StandardCharsets.UTF_8)));
        assertTrue(report.refused().orElse("").contains("line 5"), report.toString());
        assertEquals(0, workspace.count("counter_value"));
    }

    @Test
    void theReportsOfOpenNetworksAreImported() throws Exception {
        Path data = SharedData.path("measurements/3gpp-pm-xml/oran-ranpm");
        FileReport small = workspace.one(data.resolve("pm_report.json"));
        assertEquals(28, small.stored(), small.toString());
        FileReport large = workspace.one(data.resolve("A20000626.2315+0200-2330+0200_HTTPS-6-73.json.gz"));
        // 2,667 results, 27 of them blank.
        assertEquals(2_640, large.rows(), large.toString());
        assertEquals(0, large.quarantined());
    }
}
