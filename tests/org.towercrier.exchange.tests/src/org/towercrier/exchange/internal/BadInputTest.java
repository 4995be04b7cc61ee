package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;

/** The list of bad input, line by line: each gets a clear sentence, the rest of the batch is stored, and of a refused file nothing is. */
class BadInputTest {

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    /** Imports a bad file between two good ones and returns what is said of it. */
    private FileReport amongGoodOnes(Path bad) throws Exception {
        Path before = workspace.file("good-1.xml", PmFiles.good());
        Path after = workspace.file("good-2.xml", PmFiles
                .changed(text -> text.replace("EUtranCellTDD=1", "EUtranCellTDD=11").replace("EUtranCellTDD=2", "EUtranCellTDD=12")));
        ImportReport report = workspace.run(ImportRequest.of(before, bad, after));
        assertEquals(3, report.files().size());
        assertEquals(2, report.files().get(0).stored());
        assertEquals(2, report.files().get(2).stored());
        FileReport said = report.files().get(1);
        if (said.refused().isPresent()) {
            assertEquals(0, said.stored());
            assertEquals(4, workspace.count("cell_measurement"));
            assertEquals(0, workspace.count("counter_value"));
            assertEquals(4, workspace.count("managed_object"));
            String text = Workspace.quarantine(report);
            assertTrue(text.contains(QuarantineReport.quote(said.refused().get())), text);
        }
        return said;
    }

    private String refusal(Path bad) throws Exception {
        FileReport said = amongGoodOnes(bad);
        assertTrue(said.refused().isPresent(), said.toString());
        return said.refused().get();
    }

    @Test
    void malformedXmlIsRefusedWithLineAndColumn() throws Exception {
        String reason = refusal(workspace.file("bad.xml", PmFiles.changed(text -> text.replace("<r p=\"1\">3</r>", "<r p=\"1\">3</q>"))));
        assertTrue(reason.contains("line 9") && reason.contains("column"), reason);
    }

    @Test
    void aFileThatEndsInTheMiddleIsRefused() throws Exception {
        String whole = PmFiles.good();
        String reason = refusal(workspace.file("bad.xml", whole.substring(0, whole.length() / 2 + 200)));
        assertTrue(reason.contains("line"), reason);
    }

    @Test
    void externalEntitiesAreRefusedAndNeverRead() throws Exception {
        Path secret = workspace.file("secret.txt", "secret");
        String reason = refusal(workspace.file("bad.xml", PmFiles.changed(text -> text
                .replace("<measCollecFile ",
                        "<!DOCTYPE measCollecFile [<!ENTITY own SYSTEM \"" + secret.toUri() + "\">]>\n<measCollecFile ")
                .replace("EUtranCellTDD=2", "EUtranCellTDD=&own;"))));
        assertTrue(reason.contains("entities"), reason);
        assertFalse(reason.contains("secret"), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = { "measCollecFile", "lolz" })
    void entityBombsAreRefused(String root) throws Exception {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE " + root + " [\n<!ENTITY a0 \"boom\">\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">\n");
        }
        bomb.append("]>\n<").append(root).append(">&a19;</").append(root).append(">\n");
        String reason = refusal(workspace.file("bad.xml", bomb.toString()));
        assertTrue(reason.contains("entities"), reason);
    }

    @Test
    void undeclaredEntitiesAreRefused() throws Exception {
        refusal(workspace.file("bad.xml", PmFiles.changed(text -> text.replace(">12.5<", ">&own;<"))));
    }

    @Test
    void aTruncatedGzIsRefused() throws Exception {
        StringBuilder values = new StringBuilder("<measType p=\"1\">RRC.ConnMean</measType>\n");
        for (int i = 0; i < 20_000; i++) {
            values.append("<measValue measObjLdn=\"C=").append(i).append("\"><r p=\"1\">").append(i * 7919 % 10_007)
                    .append("</r></measValue>\n");
        }
        byte[] whole = Workspace.gzip(PmFiles.collec(values.toString()).getBytes(StandardCharsets.UTF_8));
        String reason = refusal(workspace.file("bad.xml.gz", Arrays.copyOf(whole, whole.length * 3 / 4)));
        assertTrue(reason.contains("truncated"), reason);
        String tiny = workspace.one(workspace.file("tiny.xml.gz", Arrays.copyOf(whole, 30))).refused().orElse("");
        assertFalse(tiny.isEmpty());
    }

    @Test
    void gzThatUnpacksToFarTooMuchIsStopped() throws Exception {
        byte[] padding = new byte[90 << 20];
        Arrays.fill(padding, (byte) ' ');
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(PmFiles.good().replace("</measCollecFile>", "").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < padding.length; i += 1 << 20) {
            padding[i] = '\n';
        }
        bomb.write(padding);
        bomb.write("</measCollecFile>".getBytes(StandardCharsets.UTF_8));
        String reason = refusal(workspace.file("bad.xml.gz", Workspace.gzip(bomb.toByteArray())));
        assertTrue(reason.contains("unpacks to more than"), reason);
    }

    @Test
    void zipBombsAreStopped() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros.xml"));
            for (int i = 0; i < 80; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        String reason = refusal(workspace.file("bad.zip", bytes.toByteArray()));
        assertTrue(reason.contains("unpacks to more than"), reason);
    }

    @Test
    void archivesNestedTooDeepAreRefused() throws Exception {
        byte[] nested = PmFiles.good().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 6; i++) {
            nested = Workspace.gzip(nested);
        }
        String reason = refusal(workspace.file("bad.gz", nested));
        assertTrue(reason.contains("nested"), reason);
    }

    @Test
    void membersThatLeadOutOfAnArchiveAreRefusedAndTheOthersImported() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("../../escape.xml", "in/side.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(PmFiles.good().getBytes(StandardCharsets.UTF_8));
            }
        }
        List<FileReport> files = workspace.run(ImportRequest.of(workspace.file("two.zip", bytes.toByteArray()))).files();
        assertTrue(files.get(0).refused().orElse("").contains("leads out"), files.toString());
        assertEquals(2, files.get(1).stored());
        assertTrue(files.get(1).file().endsWith("two.zip!/in/side.xml"), files.get(1).file());
    }

    @Test
    void damagedArchivesAreRefused() throws Exception {
        byte[] broken = "PK\u0003\u0004 and then nothing of a zip file".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(refusal(workspace.file("bad.zip", broken)).contains("damaged"));
    }

    @Test
    void charactersThatAreNotInTheEncodingAreRefused() throws Exception {
        String latin = PmFiles.changed(text -> text.replace("EUtranCellTDD=2", "EUtranCellTDD=Zürich"));
        String reason = refusal(workspace.file("bad.xml", latin.getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(reason.contains("encoding") && reason.contains("line 9"), reason);
    }

    @Test
    void anUnknownEncodingIsRefused() throws Exception {
        assertTrue(refusal(workspace.file("bad.xml", PmFiles.changed(text -> text.replace("UTF-8", "EBCDIC-7")))).contains("EBCDIC-7"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252", "GB18030", "Big5" })
    void declaredEncodingsAreRead(String encoding) throws Exception {
        String name = encoding.startsWith("GB") || encoding.startsWith("Big") ? "小區" : "Zürich";
        String text = PmFiles.changed(before -> before.replace("UTF-8", encoding.startsWith("UTF-16") ? "UTF-16" : encoding)
                .replace("EUtranCellTDD=2", "EUtranCellTDD=" + name));
        String marked = encoding.startsWith("UTF-16") ? "\ufeff" + text : text;
        assertEquals(2, workspace.one(workspace.file("a.xml", marked.getBytes(Charset.forName(encoding)))).stored());
        assertEquals(1, workspace.rows("select * from managed_object where name like '%EUtranCellTDD=" + name + "'").size());
    }

    @Test
    void aByteOrderMarkAndMixedLineEndsAreNoTrouble() throws Exception {
        String mixed = "\ufeff" + PmFiles.good().replaceFirst("\n", "\r\n").replace("/>\n<meas", "/>\r<meas");
        FileReport report = workspace.one(workspace.file("a.xml", mixed));
        assertEquals(2, report.stored(), report.toString());
        assertEquals(0, report.quarantined());
    }

    @Test
    void aDecimalCommaIsReadAndSaidWhereANumberMustBe() throws Exception {
        FileReport report = workspace.one(workspace.file("a.xml", PmFiles.changed(text -> text.replace("12.5", "12,5"))));
        assertEquals(12.5, workspace.rows("select max(\"rrcConnMean\") as n from cell_measurement").getFirst().get("n"));
        assertTrue(report.warnings().stream().anyMatch(text -> text.contains("decimal comma")), report.toString());
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertTrue(refusal(workspace.file("bad.xml", "")).contains("empty"));
        assertTrue(workspace.one(workspace.file("bad.xml.gz", Workspace.gzip(new byte[0]))).refused().orElse("").contains("empty"));
    }

    @Test
    void aFileWithoutRowsIsAWarning() throws Exception {
        FileReport report = amongGoodOnes(workspace.file("a.xml", PmFiles.collec("")));
        assertTrue(report.refused().isEmpty());
        assertTrue(report.warnings().stream().anyMatch(text -> text.contains("no rows")), report.toString());
    }

    @Test
    void negativeCountersArePutAsideAndTheRestOfTheRowIsStored() throws Exception {
        ImportReport report = workspace.run(ImportRequest.of(workspace.file("a.xml", PmFiles.collec("""
        <measType p="1">RRC.ConnEstabAtt</measType><measType p="2">RRC.ConnMean</measType><measType p="3">pmCount</measType><measType p="4">pmRsrpMean</measType>
        <measValue measObjLdn="C=1"><r p="1">-5</r><r p="2">7</r><r p="3">-1</r><r p="4">-101.5</r></measValue>"""))));
        assertEquals(2, report.files().getFirst().quarantined());
        String text = Workspace.quarantine(report);
        assertTrue(text.contains(",8,RRC.ConnEstabAtt,-5,") && text.contains(",8,pmCount,-1,"), text);
        assertEquals(7.0,
                workspace.rows("select \"rrcConnMean\" as n from cell_measurement where \"rrcConnEstabAtt\" is null").getFirst().get("n"));
        assertEquals(-101.5, workspace.rows("select value as n from counter_value").getFirst().get("n"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1970-01-01T00:15:00Z", "2099-05-04T10:15:00Z", "2026-13-04T10:15:00Z", "yesterday", "" })
    void impossibleTimesArePutAside(String endTime) throws Exception {
        ImportReport report = workspace.run(ImportRequest.of(
                workspace.file("a.xml",
                        PmFiles.changed(text -> text.replace("2026-05-04T10:15:00+00:00\"/>\n<measType", endTime + "\"/>\n<measType")))));
        FileReport file = report.files().getFirst();
        assertEquals(List.of(2L, 0L, 2L), List.of(file.rows(), file.stored(), file.quarantined()), file.toString());
        assertEquals(0, workspace.count("cell_measurement"));
        assertEquals(3, Workspace.quarantine(report).lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT0S", "P1M", "fast", "-PT15M", "" })
    void impossiblePeriodsArePutAside(String duration) throws Exception {
        FileReport file = workspace.one(workspace.file("a.xml", PmFiles.changed(text -> text.replace("PT900S", duration))));
        assertEquals(List.of(2L, 0L, 2L), List.of(file.rows(), file.stored(), file.quarantined()), file.toString());
    }

    @Test
    void rawBlockCountsUnderThePercentageRefuseTheFile() throws Exception {
        FileReport file = amongGoodOnes(workspace.file("a.xml", PmFiles.changed(text -> text.replace(">99<", ">7304<"))));
        assertTrue(file.refused().orElse("").startsWith("Raw PRB counts came as percent"), file.toString());
        assertTrue(file.refused().orElse("").contains("line 9"), file.toString());
        assertEquals(file.rows(), file.quarantined());
    }

    @Test
    void resultsWithoutPlaceOrTypeArePutAsideWithTheirLine() throws Exception {
        ImportReport report = workspace.run(ImportRequest.of(workspace.file("a.xml", PmFiles.collec("""
        <measType p="1">RRC.ConnMean</measType><measType>pmLost</measType><measType p="1">pmTwice</measType>
        <measValue measObjLdn="C=1"><r p="1">7</r>
        <r>8</r>
        <r p="88">9</r>
        <r p="1">10</r></measValue>
        <measValue><r p="1">7</r></measValue>"""))));
        String text = Workspace.quarantine(report);
        for (String expected : List.of(",7,measType,pmLost,", ",7,measType,pmTwice,", ",9,r,8,", ",10,r p=88,9,", ",11,r p=1,10,",
                ",12,measValue,")) {
            assertTrue(text.contains(expected), expected + " in " + text);
        }
        assertEquals(6, report.files().getFirst().quarantined());
        assertEquals(7.0, workspace.rows("select \"rrcConnMean\" as n from cell_measurement").getFirst().get("n"));
    }

    @Test
    void listsOfAnotherLengthThanTheirTypesArePutAside() throws Exception {
        FileReport report = workspace.one(workspace.file("a.xml", PmFiles.collec("""
        <measTypes>RRC.ConnMean RRC.ConnMax</measTypes>
        <measValue measObjLdn="C=1"><measResults>1 2 3</measResults></measValue>
        <measValue measObjLdn="C=2"><measResults>1 NIL</measResults></measValue>""")));
        assertEquals(1, report.quarantined());
        assertEquals(1, report.stored());
    }

    @Test
    void strictRefusesAFileWithOneBadValue() throws Exception {
        Path bad = workspace.file("a.xml", PmFiles.changed(text -> text.replace("12.5", "-12.5")));
        FileReport report = workspace.run(ImportRequest.of(bad).withStrict(true)).files().getFirst();
        assertTrue(report.refused().isPresent());
        assertEquals(0, workspace.count("cell_measurement"));
        assertEquals(2, workspace.one(bad).stored());
    }

    @Test
    void otherXmlAndOtherContentIsRefusedByName() throws Exception {
        assertTrue(refusal(workspace.file("bad.xml", "<?xml version=\"1.0\"?><kml><Document/></kml>")).contains("kml"));
        assertTrue(workspace.one(workspace.file("noise.bin", new byte[]{ 0, 1, 2, 3, 0, 5 })).refused().orElse("")
                .contains("No installed importer"));
    }

    @Test
    void notesInAFolderAreSkippedAndMentioned() throws Exception {
        workspace.file("folder/a.xml", PmFiles.good());
        workspace.file("folder/README.md", "# Read me");
        workspace.file("folder/LICENSE", "Permission is granted");
        List<FileReport> files = workspace.run(ImportRequest.of(workspace.folder().resolve("in/folder"))).files();
        assertEquals(3, files.size());
        assertTrue(files.stream().allMatch(file -> file.refused().isEmpty()), files.toString());
        assertTrue(files.stream().anyMatch(file -> file.file().endsWith("README.md") && !file.warnings().isEmpty()), files.toString());
    }
}
