package org.towercrier.exchange.tabular.internal.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.tabular.internal.TestWorkspace;
import org.towercrier.exchange.tabular.internal.table.Workbooks;

/** Tables as users bring them: other operators' names, delimiters, dates and mistakes. */
class TableImportTest {

    @AutoClose
    private final TestWorkspace workspace = TestWorkspace.open();

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void theProfileOfTheDocumentationWorks() throws Exception {
        Path file = workspace.file("kpi.csv", """
        Date,Time,LOCAL NAME,PRBUsageDL,Remark
        01/03/2018,10:00,A1,45.5,fine
        01/03/2018,10:15,A1,#N/A,
        01/03/2018,10:00,B2,12.25,
        """);
        FileReport report = workspace.run(file, """
        target: Cell
        format: csv
        encoding: auto
        delimiter: auto
        header: 1
        time: {columns: [Date, Time], pattern: "dd/MM/yyyy HH:mm", zone: Asia/Shanghai}
        columns:
          PRBUsageDL: {attribute: RRU.PrbTotDl, unit: percent}
          "LOCAL NAME": name
        constants: {technology: LTE_FDD}
        blank: ["", "#N/A"]
        """);
        assertTrue(report.refused().isEmpty(), report.toString());
        assertEquals(2, workspace.count("Cell"));
        assertEquals("LTE_FDD", workspace.value("select technology from cell where name = 'A1'"));
        assertEquals(2, workspace.count("CellMeasurement"));
        Map<String, Object> first = workspace.rows("select * from cell_measurement order by \"prbUsageDl\" desc").get(0);
        assertEquals(45.5, number(first.get("prbUsageDl")));
        assertEquals("2018-03-01 02:00:00", String.valueOf(first.get("start")).substring(0, 19));
        assertEquals("A1", workspace.value("select cell from managed_object where name = 'A1'"));
        assertEquals("fine", workspace.value("select text from counter_value where measurement = 'Remark'"));
    }

    @Test
    void anExportWithOtherNamesSemicolonsAndDecimalCommasNeedsNoProfile() throws Exception {
        Path file = workspace.file("export.csv", """
        Exportiert am 1.3.2024;;;
        Startzeit;x;;

        Start Time;Cell Name;DL PRB Utilization (%);DL Volume (GB)
        31.12.2023 23:45;Köln-1;45,5;1.234,25
        01.01.2024 00:00;Köln-1;46,25;2,5
        """, Charset.forName("windows-1252"));
        FileReport report = workspace.one(file);
        assertTrue(report.refused().isEmpty(), report.toString());
        assertEquals(2, report.stored(), report.toString());
        assertEquals(1234.25 * 8000, number(workspace.value("select max(\"pdcpVolumeDl\") from cell_measurement")), 1e-6);
        assertEquals(45.5, number(workspace.value("select min(\"prbUsageDl\") from cell_measurement")));
        assertEquals(1L, workspace.value("select count(*) from managed_object where name = 'Köln-1'"));
        assertEquals(900, ((Number) workspace.value("select max(period) from cell_measurement")).intValue());
    }

    @Test
    void aChineseExportNeedsNoProfile() throws Exception {
        Path file = workspace.file("话统.csv",
                "开始时间,小区名称,下行PRB利用率(%),RRC平均连接用户数,天气\n2024-03-01 10:00:00,东方广场-1,45.5,12,晴天多云\n2024-03-01 11:00:00,东方广场-1,55.5,13,阴天有小雨\n",
                Charset.forName("GB18030"));
        assertEquals(2, workspace.one(file).stored());
        assertEquals(68.0 - 43, number(workspace.value("select sum(\"rrcConnMean\") from cell_measurement")));
        assertEquals("晴天多云", workspace.value("select text from counter_value order by start limit 1"));
    }

    @Test
    void aVendorExportNamesTheCellBesideTheElementAndHasItsOwnBlanks() throws Exception {
        FileReport report = workspace.one(workspace.file("vendor.csv", """
        Start Time,Period(min),NE Name,Cell,L.ChMeas.PRB.DL.Avail,RRC.ConnEstabAtt,Integrity
        2024-03-01 00:00:00,60,eNB1,eNB1_1,100,35,100%
        2024-03-01 01:00:00,60,eNB1,eNB1_1,100,NIL,100%
        """));
        assertEquals(0, report.quarantined(), report.toString());
        assertEquals("eNB1_1", workspace.value("select name from managed_object"));
        assertEquals(3600, ((Number) workspace.value("select max(period) from cell_measurement")).intValue());
        assertEquals(35.0, number(workspace.value("select sum(\"rrcConnEstabAtt\") from cell_measurement")));
        assertEquals(200.0, number(workspace.value("select sum(value) from counter_value where measurement = 'Integrity'")));
    }

    @Test
    void unitsGluedToChineseNamesCount() throws Exception {
        workspace.one(workspace.file("cn.csv", "日期,时间,小区编号,上行业务量GB,下行业务量GB\n2018-3-1,0:00,3,0.5,1.5\n2018-3-1,1:00,3,0.25,1\n",
                Charset.forName("GB18030")));
        assertEquals(20_000.0, number(workspace.value("select sum(\"pdcpVolumeDl\") from cell_measurement")), 1e-6);
    }

    @Test
    void aWorkbookIsImportedLikeItsText() throws Exception {
        byte[] book = Workbooks.of("Cover", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>KPI</t></is></c></row>", "Data", """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
        <row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>45352.427083333336</v></c><c r="C2"><v>12.5</v></c></row>
        <row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" s="1"><v>45352.4375</v></c><c r="C3"><v>1.234</v></c></row>""",
                List.of("Cell Name", "Start Time", "DL PRB Utilization (%)", "A1"));
        Path file = workspace.folder().resolve("kpi.xlsx");
        Files.write(file, book);
        FileReport report = workspace.one(file);
        assertEquals(2, report.stored(), report.toString());
        assertEquals("2024-03-01 10:15:00", String.valueOf(workspace.value("select min(start) from cell_measurement")).substring(0, 19));
        assertEquals(1.234, number(workspace.value("select min(\"prbUsageDl\") from cell_measurement")));
    }

    @Test
    void identityIsPutTogetherFromColumns() throws Exception {
        FileReport report = workspace.run(workspace.file("s.csv", "T,SITE,SECTOR,Load\n1520000000,S1,1,5\n1520000900,S1,2,6\n"), """
        target: CellMeasurement
        time: {columns: [T], pattern: epoch, period: 900}
        object: "{SITE}-{SECTOR}"
        columns: {Load: {attribute: RRU.PrbTotDl, unit: percent}}
        """);
        assertEquals(2, report.stored(), report.toString());
        assertEquals(1L, workspace.value("select count(*) from managed_object where name = 'S1-2'"));
    }

    @Test
    void rawResourceBlocksAreDividedByTheirTotal() throws Exception {
        workspace.run(workspace.file("p.csv", "T,C,Used,All,UsedUl\n1520000000,A,25,50,30\n1520000900,A,200,0,15\n"), """
        target: CellMeasurement
        time: {columns: [T], pattern: epoch, period: PT15M}
        object: C
        columns:
          Used: {attribute: RRU.PrbTotDl, unit: prb, total: All}
          UsedUl: {attribute: RRU.PrbTotUl, unit: prb, total: 60}
        """);
        assertEquals(50.0, number(workspace.value("select \"prbUsageDl\" from cell_measurement order by start limit 1")));
        assertEquals(50.0, number(workspace.value("select \"prbUsageUl\" from cell_measurement order by start limit 1")));
        assertNull(workspace.value("select \"prbUsageDl\" from cell_measurement order by start desc limit 1"));
    }

    @Test
    void percentagesAboveHundredRefuseTheFile() throws Exception {
        FileReport report = workspace.one(workspace.file("p.csv", "Time,Cell,PRBUsageDL\n2024-03-01 10:00,A,45\n2024-03-01 10:15,A,145\n"));
        assertTrue(report.refused().isPresent(), report.toString());
        assertEquals(0, workspace.count("CellMeasurement"));
    }

    @Test
    void ratiosAndPercentSignsAreUnderstood() throws Exception {
        workspace.run(workspace.file("r.csv", "Time,Cell,D,U\n2024-03-01 10:00,A,0.45,45%\n2024-03-01 10:15,A,0.5,50 %\n"), """
        target: CellMeasurement
        time: {columns: [Time], zone: UTC}
        columns:
          Cell: object
          D: {attribute: RRU.PrbTotDl, unit: ratio}
          U: {attribute: RRU.PrbTotUl, unit: ratio}
        """);
        assertEquals(45.0, number(workspace.value("select \"prbUsageDl\" from cell_measurement order by start limit 1")), 1e-9);
        assertEquals(45.0, number(workspace.value("select \"prbUsageUl\" from cell_measurement order by start limit 1")), 1e-9);
    }

    @Test
    void ambiguousThousandsAreReportedAndNotGuessed() throws Exception {
        Path file = workspace.file("a.csv", "Time;Cell;RRC.ConnMean\n2024-03-01 10:00;A;1,234\n2024-03-01 10:15;A;12\n");
        ImportReport report = workspace.run(file);
        assertEquals(1, workspace.count("CellMeasurement"));
        assertTrue(TestWorkspace.quarantine(report).contains("1.234 or 1234"), TestWorkspace.quarantine(report));
        FileReport settled = workspace.run(file, """
        target: CellMeasurement
        decimal: ","
        time: {columns: [Time]}
        columns: {Cell: object, RRC.ConnMean: RRC.ConnMean}
        """);
        assertEquals(1, settled.stored(), settled.toString());
        assertEquals(1.234, number(workspace.value("select min(\"rrcConnMean\") from cell_measurement")));
    }

    @Test
    void ambiguousDatesAreRefusedWithAHint() throws Exception {
        FileReport report = workspace.one(workspace.file("d.csv", "Time,Cell,PRBUsageDL\n01/02/2024 10:00,A,45\n03/04/2024 10:15,A,45\n"));
        assertTrue(report.refused().orElse("").contains("pattern"), report.toString());
    }

    @Test
    void unknownColumnsRefuseTheFileAndNameThem() throws Exception {
        FileReport report = workspace.one(workspace.file("u.csv", "alpha,beta\n1,2\n3,4\n"));
        assertTrue(report.refused().orElse("").contains("alpha, beta"), report.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "A,LTE,0,0,30|0/0", "A,LTE,95,10,30|latitude", "A,LTE,120.4,23.5,30|swapped",
            "A,LTE,45,190,30|longitude", "A,LTE,45,9,361|360",
            "A,LTE,45,9,-5|360", "A,7G,45,9,30|7G", "A,LTE,abc,9,30|abc", "A,LTE,45,,30|longitude", "A,LTE,45,9|4", "A,LTE,45,9,30,7|6",
            ",LTE,45,9,30|Cell" })
    void badCellsAreQuarantinedAndTheOthersStored(String row, String reason) throws Exception {
        Path file = workspace.file("cells.csv", "Cell ID,Technology,Latitude,Longitude,Azimuth\nG,LTE,45,9,30\n" + row + "\n");
        ImportReport report = workspace.run(file);
        assertEquals(1, report.files().get(0).stored(), report.toString());
        assertEquals(1, report.files().get(0).quarantined(), report.toString());
        assertTrue(TestWorkspace.quarantine(report).contains(",3,"), TestWorkspace.quarantine(report));
        assertTrue(TestWorkspace.quarantine(report).contains(reason), TestWorkspace.quarantine(report));
    }

    @Test
    void sectorsAreCellsOfOneSiteWithinFifteenDegrees() throws Exception {
        workspace.one(workspace.file("cells.csv", """
        Cell ID,Technology,Latitude,Longitude,Azimuth,EARFCN
        a,LTE,45,9,355,100
        b,LTE,45,9,5,1300
        c,LTE,45,9,20,3000
        d,LTE,45,9,120,100
        e,LTE,45.001,9,0,100
        """));
        assertEquals(workspace.value("select \"physicalSector\" from cell where id = 'a'"),
                workspace.value("select \"physicalSector\" from cell where id = 'b'"));
        assertEquals(4L, workspace.value("select count(distinct \"physicalSector\") from cell"));
        assertEquals(2, workspace.count("Site"));
        assertEquals("B3", workspace.value("select band from cell where id = 'b'"));
    }

    @Test
    void officialCellListsHaveNoHeader() throws Exception {
        FileReport report = workspace.one(workspace.file("262.csv", """
        GSM,262,2,801,86355,0,13.285512,52.522202,1000,7,1,1282569574,1300155341,0
        UMTS,262,2,801,1795,128,13.276907,52.525714,5716,9,1,1282569574,1300155341,0
        LTE,262,2,801,26385408,207,13.3,52.5,700,9,1,1282569574,1300155341,0
        CDMA,262,2,801,7,0,13.3,52.5,700,9,1,1282569574,1300155341,0
        LTE,262,2,801,26385409,-1,0,0,700,9,1,1282569574,1300155341,0
        """));
        assertEquals("opencellid", report.format());
        assertEquals(5, report.rows());
        assertEquals(2, report.stored(), report.toString());
        assertEquals(3, report.quarantined());
        assertEquals(207, ((Number) workspace.value("select pci from cell where technology = 'LTE_FDD'")).intValue());
        assertEquals(103_068, ((Number) workspace.value("select \"nodeId\" from cell where technology = 'LTE_FDD'")).intValue());
    }

    @Test
    void mozillaExportsWithHeaderAreKnownToo() throws Exception {
        FileReport report = workspace.one(workspace.file("MLS.csv", """
        radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal
        GSM,202,1,3,20231,,25.3,35.2,1000,1,1,1459813819,1459813819,
        """));
        assertEquals("opencellid", report.format());
        assertEquals(1, report.stored(), report.toString());
    }

    @Test
    void pointsOfGeoJsonBecomeSites() throws Exception {
        FileReport report = workspace.one(workspace.file("sites.geojson", """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"site_id": "S1", "name": "North", "owner": "x"}, "geometry": {"type": "Point", "coordinates": [9.1, 45.1]}},
          {"type": "Feature", "properties": {"site_id": "S2", "name": "South"}, "geometry": {"type": "Point", "coordinates": [9.2, 95.2]}}]}
        """));
        assertEquals(1, report.stored(), report.toString());
        assertEquals(1, report.quarantined());
        assertEquals(45.1, number(workspace.value("select latitude from site where id = 'S1'")));
    }

    @Test
    void repeatedRowsChangeNothingAndContradictionsAreConflicts() throws Exception {
        String header = "Time,Cell,PRBUsageDL\n";
        FileReport report = workspace.one(workspace.file("a.csv",
                header + "2024-03-01 10:00,A,45\n2024-03-01 10:15,A,46\n2024-03-01 10:15,A,46\n2024-03-01 10:15,A,47\n"));
        assertEquals(2, report.stored(), report.toString());
        assertEquals(1, report.conflicts());
        FileReport again = workspace.one(workspace.file("b.csv", header + "2024-03-01 10:15,A,46\n2024-03-01 10:00,A,45\n"));
        assertEquals(0, again.stored());
        assertEquals(2, again.unchanged());
    }

    @ParameterizedTest
    @CsvSource({ "''", "'\n\n'", "'Time,Cell,PRBUsageDL\n'" })
    void emptyFilesAreAWarning(String content) throws Exception {
        FileReport report = workspace.one(workspace.file("empty.csv", content));
        assertTrue(report.refused().isPresent() || !report.warnings().isEmpty(), report.toString());
        assertEquals(0, report.stored());
    }

    @Test
    void timesThatCannotBeAreQuarantined() throws Exception {
        FileReport report = workspace.one(
                workspace.file("t.csv",
                        "Time,Cell,PRBUsageDL\n1970-01-01 00:00,A,45\n2924-03-01 10:15,A,46\nlater,A,46\n2024-03-01 10:15,A,46\n,A,46\n"));
        assertEquals(1, report.stored(), report.toString());
        assertEquals(4, report.quarantined(), report.toString());
    }

    @Test
    void negativeCountersAreQuarantined() throws Exception {
        FileReport report = workspace
                .one(workspace.file("n.csv", "Time,Cell,RRC.ConnEstabAtt,RRC.ConnMean\n2024-03-01 10:00,A,-5,3\n2024-03-01 10:15,A,5,3\n"));
        assertEquals(1, report.quarantined(), report.toString());
        assertEquals(5.0, number(workspace.value("select sum(\"rrcConnEstabAtt\") from cell_measurement")));
    }

    @Test
    void strictRefusesAFileWithABadRow() throws Exception {
        Path file = workspace.file("n.csv", "Time,Cell,PRBUsageDL\n2024-03-01 10:00,A,5\nlater,A,5\n");
        ImportReport report = workspace.run(ImportRequest.of(file).withStrict(true));
        assertTrue(report.files().get(0).refused().isPresent());
        assertEquals(0, workspace.count("CellMeasurement"));
    }

    @Test
    void aProfileThatNamesNoSuchAttributeIsRefusedBeforeAnythingIsRead() throws Exception {
        Path file = workspace.file("s.csv", "A,B\n1,2\n");
        ImportException refused = assertThrows(ImportException.class,
                () -> workspace.run(file, "target: Site\ncolumns: {A: id, B: colour}\n"));
        assertTrue(refused.getMessage().contains("colour"), refused.getMessage());
        assertThrows(ImportException.class, () -> workspace.run(file, "target: Sight\ncolumns: {A: id}\n"));
    }

    @Test
    void columnsThatTheProfileDoesNotNameAreKept() throws Exception {
        FileReport report = workspace.run(workspace.file("s.csv", "A,B,C,C\nS1,North,x,y\n"),
                "target: Site\ncolumns: {A: id, B: name, Z: address}\n");
        assertEquals("{\"C\":\"x\",\"C (2)\":\"y\"}", workspace.value("select extra from site"));
        assertTrue(report.warnings().stream().anyMatch(text -> text.contains("Z")), report.warnings().toString());
    }

    @Test
    void timeOfDayAloneCanBeGivenADay() throws Exception {
        FileReport report = workspace.run(workspace.file("t.csv", "Time,CellName,PRBUsageDL\n10:45,A,1\n9:45,A,2\n10:45,A,3\n"), """
        target: CellMeasurement
        time: {columns: [Time], pattern: "H:mm", date: 2019-03-04, zone: Europe/Madrid, period: PT15M}
        columns: {CellName: object, PRBUsageDL: {attribute: RRU.PrbTotDl, unit: percent}}
        """);
        assertEquals(3, report.stored(), report.toString());
        assertEquals(0L, workspace.value("select count(*) from cell_measurement where suspect"));
        assertEquals("2019-03-05 09:45:00", String.valueOf(workspace.value("select max(start) from cell_measurement")).substring(0, 19));
    }

    @Test
    void noMutationCrashesOrHalfStoresAFile() throws Exception {
        String good = "Time,Cell,PRBUsageDL,RRC.ConnMean\n2024-03-01 10:00,A,45.5,1\n2024-03-01 10:15,\"B, b\",46.5,2\n2024-03-01 10:30,C,47.5,3\n";
        Random random = new Random(20240301);
        char[] odd = { ',', ';', '"', '\n', '\r', '\t', '\u0000', '\ufeff', '-', '.', '9', 'e', '%', '|', '小', '\u00a0' };
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, odd[random.nextInt(odd.length)]);
                    case 2 -> text.setCharAt(at, odd[random.nextInt(odd.length)]);
                    default -> text.setLength(Math.max(1, at));
                }
            }
            long before = workspace.count("CellMeasurement") + workspace.count("CounterValue");
            FileReport report = workspace.one(workspace.file("mutation" + i + ".csv", text.toString()));
            long after = workspace.count("CellMeasurement") + workspace.count("CounterValue");
            if (report.refused().isPresent()) {
                assertEquals(before, after, report + "\n" + text);
                assertEquals(0, report.stored(), report + "\n" + text);
            }
            assertTrue(report.refused().isPresent() || report.rows() > 0 || !report.warnings().isEmpty(), report + "\n" + text);
        }
    }
}
