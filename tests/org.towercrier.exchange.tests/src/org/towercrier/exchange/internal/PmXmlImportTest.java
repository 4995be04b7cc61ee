package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;

/** What a measurement file says is what the store holds. */
class PmXmlImportTest {

    private static final String CELL_1 = "ManagedElement=7,ENodeBFunction=1,EUtranCellTDD=1";

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    private List<Map<String, Object>> wide() throws Exception {
        return workspace.rows(
                "select o.name as name, cast(m.start as varchar) as start, m.period as period, m.suspect as suspect, m.\"rrcConnMean\" as users, "
                        + "m.\"prbUsageDl\" as prb, m.\"rrcConnMax\" as most from cell_measurement m join managed_object o on o.id = m.object order by o.name, m.start");
    }

    private List<Map<String, Object>> single() throws Exception {
        return workspace.rows("select o.name as name, v.measurement as measurement, v.value as value, v.text as text from counter_value v "
                + "join managed_object o on o.id = v.object order by o.name, v.measurement");
    }

    @Test
    void canonicalMeasurementsBecomeOneWideRowPerObjectAndPeriod() throws Exception {
        FileReport report = workspace.one(workspace.file("a.xml", PmFiles.good()));
        assertEquals("3gpp-xml", report.format());
        assertEquals(List.of(2L, 2L, 0L, 0L, 0L),
                List.of(report.rows(), report.stored(), report.unchanged(), report.quarantined(), report.conflicts()));
        Map<String, Object> first = wide().getFirst();
        assertEquals(CELL_1, first.get("name"));
        assertEquals("2026-05-04 10:00:00", first.get("start"));
        assertEquals(900, first.get("period"));
        assertEquals(false, first.get("suspect"));
        assertEquals(12.5, first.get("users"));
        assertEquals(40.0, first.get("prb"));
    }

    @Test
    void aSecondImportChangesNothing() throws Exception {
        Path file = workspace.file("a.xml", PmFiles.good());
        workspace.one(file);
        FileReport again = workspace.one(file);
        assertEquals(List.of(2L, 0L, 2L, 0L), List.of(again.rows(), again.stored(), again.unchanged(), again.conflicts()));
        assertEquals(1, workspace.count("import_batch"));
        assertEquals(2, workspace.count("cell_measurement"));
    }

    @Test
    void aDifferentValueForTheSamePeriodIsAConflictAndTheFirstIsKept() throws Exception {
        workspace.one(workspace.file("a.xml", PmFiles.good()));
        ImportReport report = workspace
                .run(ImportRequest.of(workspace.file("b.xml", PmFiles.changed(text -> text.replace(">12.5<", ">13<")))));
        assertEquals(1, report.files().getFirst().conflicts());
        assertEquals(1, report.files().getFirst().unchanged());
        assertEquals(12.5, wide().getFirst().get("users"));
        assertTrue(Workspace.quarantine(report).contains(CELL_1), Workspace.quarantine(report));
    }

    @Test
    void laterPortionsOfTheSamePeriodFillTheRow() throws Exception {
        workspace.one(workspace.file("a.xml", PmFiles.good()));
        workspace.one(workspace.file("b.xml", PmFiles.collec("""
        <measType p="1">RRC.ConnMax</measType>
        <measValue measObjLdn="ENodeBFunction=1,EUtranCellTDD=1"><r p="1">44</r></measValue>""")));
        assertEquals(2, workspace.count("cell_measurement"));
        assertEquals(44.0, wide().getFirst().get("most"));
        assertEquals(12.5, wide().getFirst().get("users"));
    }

    @Test
    void severalGroupsForOneObjectMeetInOneRowAndOneSuspectPortionMarksIt() throws Exception {
        FileReport report = workspace.one(workspace.file("a.xml", PmFiles.collec("""
        <measType p="1">RRC.ConnMean</measType>
        <measValue measObjLdn="EUtranCellTDD=1"><r p="1">12</r></measValue></measInfo>
        <measInfo><granPeriod duration="PT900S" endTime="2026-05-04T10:15:00Z"/>
        <measTypes>RRC.ConnMax RRC.ConnMean</measTypes>
        <measValue measObjLdn="EUtranCellTDD=1"><measResults>20 12</measResults><suspect>true</suspect></measValue>""")));
        assertEquals(1, report.stored());
        Map<String, Object> row = wide().getFirst();
        assertEquals(20.0, row.get("most"));
        assertEquals(12.0, row.get("users"));
        assertEquals(true, row.get("suspect"));
    }

    @Test
    void contradictionsWithinAFileAreConflicts() throws Exception {
        FileReport report = workspace.one(workspace.file("a.xml", PmFiles.collec("""
        <measType p="1">RRC.ConnMean</measType><measType p="2">own.Counter</measType>
        <measValue measObjLdn="EUtranCellTDD=1"><r p="1">12</r><r p="2">1</r></measValue>
        <measValue measObjLdn="EUtranCellTDD=1"><r p="1">13</r><r p="2">2</r></measValue>""")));
        assertEquals(2, report.conflicts());
        assertEquals(12.0, wide().getFirst().get("users"));
        assertEquals(1.0, single().getFirst().get("value"));
    }

    @Test
    void everythingElseIsKeptValueByValueAndListsAsText() throws Exception {
        workspace.one(workspace.file("a.xml", PmFiles
                .collec("""
        <measType p="1">pmDistr</measType><measType p="2">pmCount</measType><measType p="3">pmGap</measType><measType p="4">pmNil</measType>
        <measType p="5">pmName</measType><measType p="6">pmSmall</measType>
        <measValue measObjLdn="X=1"><r p="1">0,4,17</r><r p="2">1234567890123</r><r p="3"> </r><r p="4">NIL</r><r p="5">OFF</r><r p="6">1.5e-3</r></measValue>""")));
        List<Map<String, Object>> rows = single();
        assertEquals(List.of("pmCount", "pmDistr", "pmName", "pmSmall"), rows.stream().map(row -> row.get("measurement")).toList());
        assertEquals(1234567890123.0, rows.get(0).get("value"));
        assertEquals("0,4,17", rows.get(1).get("text"));
        assertEquals("OFF", rows.get(2).get("text"));
        assertEquals(0.0015, rows.get(3).get("value"));
        assertEquals(0, workspace.count("cell_measurement"));
    }

    @Test
    void theDialectOf28532IsReadTheSame() throws Exception {
        String other = PmFiles.good().replace("measCollecFile", "measDataFile")
                .replace("32_series/32.435#measCollec", "28_series/28.532#measData")
                .replace("<measCollec ", "<measData ").replace("managedElement", "measEntity")
                .replace("localDn=\"ManagedElement=7\"/><meas", "senderName=\"ManagedElement=7\"/><meas");
        FileReport report = workspace.one(workspace.file("a.xml", other));
        assertEquals(2, report.stored(), report.toString());
        assertEquals(CELL_1, wide().getFirst().get("name"));
    }

    @Test
    void prefixesAndMissingNamespacesMakeNoDifference() throws Exception {
        String prefixed = PmFiles.good().replace("xmlns=", "xmlns:m=").replaceAll("<(/?)(\\w)", "<$1m:$2").replace("<?m:xml", "<?xml");
        assertEquals(2, workspace.one(workspace.file("a.xml", prefixed)).stored());
        String bare = PmFiles.good().replaceAll(" xmlns=\"[^\"]*\"", "").replace("10:15:00+00:00\"/>\n<measType",
                "10:30:00Z\"/>\n<measType");
        assertEquals(2, workspace.one(workspace.file("b.xml", bare)).stored());
        assertEquals(4, workspace.count("cell_measurement"));
    }

    @Test
    void timesWithoutAZoneAreTakenInTheZoneOfTheRequestAndItIsSaid() throws Exception {
        Path file = workspace.file("a.xml", PmFiles.good().replace("+00:00", ""));
        FileReport utc = workspace.one(file);
        assertTrue(utc.warnings().stream().anyMatch(text -> text.contains("taken as UTC")), utc.toString());
        assertEquals("2026-05-04 10:00:00", wide().getFirst().get("start"));
        workspace.run(ImportRequest.of(file).withZone(ZoneId.of("Asia/Shanghai")));
        assertEquals("2026-05-04 02:00:00", wide().getFirst().get("start"));
    }

    @Test
    void offsetsAndDurationsAreUnderstoodInAllForms() throws Exception {
        String form = PmFiles.good().replace("10:15:00+00:00\"/>\n<measType", "18:15:00+0800\"/>\n<measType").replace("PT900S", "PT15M");
        workspace.one(workspace.file("a.xml", form));
        assertEquals("2026-05-04 10:00:00", wide().getFirst().get("start"));
        assertEquals(900, wide().getFirst().get("period"));
        String day = PmFiles.good().replace("10:15:00+00:00\"/>\n<measType", "00:00:00.000Z\"/>\n<measType").replace("PT900S", "P1D");
        workspace.one(workspace.file("b.xml", day));
        assertEquals("2026-05-03 00:00:00", wide().getFirst().get("start"));
        assertEquals(86_400, wide().getFirst().get("period"));
    }

    @Test
    void aTotalOverAllCausesIsTheCanonicalCounter() throws Exception {
        workspace.one(workspace.file("a.xml", PmFiles.collec("""
        <measType p="1">RRC.ConnEstabAtt.sum</measType><measType p="2">RRC.ConnEstabAtt.mt-Access</measType>
        <measValue measObjLdn="C=1"><r p="1">50</r><r p="2">20</r></measValue>""")));
        assertEquals(50.0, workspace.rows("select \"rrcConnEstabAtt\" as n from cell_measurement").getFirst().get("n"));
        assertEquals("RRC.ConnEstabAtt.mt-Access", single().getFirst().get("measurement"));
    }

    @Test
    void aDryRunTellsTheSameAndKeepsNothing() throws Exception {
        ImportReport report = workspace.run(ImportRequest.of(workspace.file("a.xml", PmFiles.good())).withDryRun(true));
        assertEquals(2, report.files().getFirst().stored());
        assertEquals(0, workspace.count("cell_measurement"));
        assertEquals(0, workspace.count("managed_object"));
        assertEquals(0, workspace.count("import_batch"));
    }
}
