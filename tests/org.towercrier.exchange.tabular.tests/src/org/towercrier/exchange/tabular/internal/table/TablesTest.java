package org.towercrier.exchange.tabular.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.table.TextEncoding.Content;

class TablesTest {

    private static final String CHINESE = "日期,小区名称,下行流量,备注\n2018/3/1,东方广场一号小区,12.5,正常运行的基站数据\n2018/3/1,人民医院门诊楼小区,3.5,需要扩容的小区\n";
    private static final String TRADITIONAL = "日期,基地台名稱,下行流量,備註\n2018/3/1,臺北車站東三門,12.5,正常運作的基地台資料\n2018/3/1,高雄市政府大樓,3.5,需要擴充容量\n";

    private static Content content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static Content content(String text) {
        return content(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> rows(Content content, int header) throws IOException, ImportRefusedException {
        CsvDialect dialect = CsvDialect.detect(content, "auto", "auto");
        try (CsvTable table = CsvTable.open(content, dialect, header, n -> {})) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(table.header());
            while (table.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < table.width(); i++) {
                    row.add(table.text(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "GB18030" })
    void chineseTextIsReadInItsCharacterSet(String charset) throws Exception {
        assertEquals("东方广场一号小区", rows(content(CHINESE.getBytes(Charset.forName(charset))), 1).get(1).get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "Big5", "UTF-16LE" })
    void traditionalChineseTextIsReadInItsCharacterSet(String charset) throws Exception {
        assertEquals("臺北車站東三門", rows(content(TRADITIONAL.getBytes(Charset.forName(charset))), 1).get(1).get(1));
    }

    @ParameterizedTest
    @CsvSource({ "ISO-8859-1,Señal,Málaga", "windows-1252,Größe,Köln", "windows-1252,été,Besançon" })
    void westernTextIsReadInItsCharacterSet(String charset, String header, String value) throws Exception {
        List<List<String>> rows = rows(content((header + ";b\n" + value + ";1\n").getBytes(Charset.forName(charset))), 1);
        assertEquals(List.of(header, "b"), rows.get(0));
        assertEquals(value, rows.get(1).get(0));
    }

    @Test
    void aLoneSpanishSpreadsheetErrorIsNotTakenForChinese() throws Exception {
        String text = "Time,maxUE\n10:45,7\n9:45,#¡VALOR!\n7:45,2\n";
        assertEquals("#¡VALOR!", rows(content(text.getBytes(StandardCharsets.ISO_8859_1)), 1).get(2).get(1));
    }

    @Test
    void theMarkBeforeTheTextIsNoPartOfTheHeader() throws Exception {
        assertEquals(List.of("a", "b"), rows(content("\ufeffa,b\n1,2\n"), 1).get(0));
        assertEquals(List.of("a", "b"), rows(content("\ufeff\"a\",\"b\"\n1,2\n"), 1).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = { ",", ";", "\t", "|" })
    void delimitersAreFound(String delimiter) throws Exception {
        String text = "a,b,c\n1,\"x,y;z\",3\n4,5,6\n".replace(",", delimiter).replace("x" + delimiter + "y", "x,y");
        assertEquals(List.of("1", "x,y;z", "3"), rows(content(text), 1).get(1));
    }

    @Test
    void decimalCommasDoNotPassForDelimiters() throws Exception {
        assertEquals(List.of("1,5", "2,5"), rows(content("load;users\n1,5;2,5\n3,5;4,25\n"), 1).get(1));
    }

    @Test
    void mixedLineEndsAndQuotedLineBreaksAreRows() throws Exception {
        List<List<String>> rows = rows(content("a,b\r\n1,2\n3,\"x\r\ny\"\r5,6"), 1);
        assertEquals(List.of(List.of("a", "b"), List.of("1", "2"), List.of("3", "x\r\ny"), List.of("5", "6")), rows);
    }

    @Test
    void repeatedAndEmptyHeadersAreMadeUnique() throws Exception {
        assertEquals(List.of("1", "a", "a (2)", "a (3)", "5"), rows(content(",a,a,a,\n1,2,3,4,5\n"), 1).get(0));
    }

    @Test
    void withoutHeaderColumnsAreNumbers() throws Exception {
        assertEquals(List.of(List.of("1", "2"), List.of("x", "1"), List.of("y", "2")), rows(content("x,1\ny,2\n"), 0));
    }

    @Test
    void theHeaderMayStandFurtherDown() throws Exception {
        assertEquals(List.of(List.of("a", "b"), List.of("1", "2")), rows(content("Report of today\n\na,b\n1,2\n"), 3));
        assertEquals(List.of(List.of("a", "b"), List.of("1", "2"), List.of("3", "4")),
                rows(content("Report of today\n\na,b\n1,2\n3,4\n"), -1));
    }

    @Test
    void aHeaderRowThatIsNotThereIsRefused() {
        assertThrows(ImportRefusedException.class, () -> rows(content("a,b\n1,2\n"), 9));
    }

    @Test
    void trailingDelimitersAreNoColumns() throws Exception {
        assertEquals(List.of("1", "2"), rows(content("a,b\n1,2,\n3,4,\n"), 1).get(1));
    }

    @Test
    void aQuoteThatIsNeverClosedRefusesTheFile() {
        assertThrows(ImportRefusedException.class, () -> rows(content("a,b\n1,\"2\n3,4\n"), 1));
    }

    @Test
    void binaryContentIsRefused() {
        byte[] bytes = new byte[5000];
        new java.util.Random(3).nextBytes(bytes);
        assertThrows(ImportRefusedException.class, () -> CsvDialect.detect(content(bytes), "ISO-8859-1", "auto"));
    }

    @Test
    void unknownCharacterSetsAreRefused() {
        assertThrows(ImportRefusedException.class, () -> CsvDialect.detect(content("a,b"), "EBCDIC-9", "auto"));
    }

    private static byte[] workbook() throws IOException {
        return Workbooks.of("Cover", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>KPI export</t></is></c></row>", "Data", """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>A1</t></is></c><c r="B2" s="1"><v>45352.427083333336</v></c><c r="C2"><v>12.5</v></c><c r="D2" t="b"><v>1</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>A1</t></is></c><c r="C4" t="inlineStr"><is><t>1,5</t></is></c></row>""",
                List.of("Cell", "Time", "Load", "Good"));
    }

    @Test
    void workbooksGiveTypedValues() throws Exception {
        try (XlsxTable table = XlsxTable.open(content(workbook()), "", -1)) {
            assertEquals(List.of("Cell", "Time", "Load", "Good"), table.header());
            assertTrue(table.next());
            assertEquals("2024-03-01T10:15", table.text(1));
            assertEquals("12.5", table.text(2));
            assertTrue(table.typed(2));
            assertEquals("true", table.text(3));
            assertTrue(table.next());
            assertEquals(4, table.line());
            assertEquals("", table.text(1));
            assertEquals("1,5", table.text(2));
            assertFalse(table.typed(2));
            assertFalse(table.next());
        }
    }

    @Test
    void sheetsAreChosenByName() throws Exception {
        assertEquals(List.of("Cover", "Data"), XlsxTable.sheets(content(workbook())));
        try (XlsxTable table = XlsxTable.open(content(workbook()), "data", 1)) {
            assertEquals("Cell", table.header().get(0));
        }
        ImportRefusedException refused = assertThrows(ImportRefusedException.class, () -> XlsxTable.open(content(workbook()), "Sheet9", 1));
        assertTrue(refused.getMessage().contains("Data"), refused.getMessage());
    }

    @Test
    void aWorkbookThatIsABombIsNotOpened() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThrows(ImportRefusedException.class, () -> XlsxTable.open(content(out.toByteArray()), "", 1));
    }

    @Test
    void aTruncatedWorkbookIsRefused() throws IOException {
        byte[] whole = workbook();
        assertThrows(ImportRefusedException.class, () -> XlsxTable.open(content(java.util.Arrays.copyOf(whole, whole.length / 2)), "", 1));
        assertThrows(ImportRefusedException.class, () -> XlsxTable.open(content("not a workbook"), "", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "yyyy-mm-dd|true", "d/m/yyyy h:mm|true", "[h]:mm:ss|true", "0.00|false", "General|false",
            "#,##0.00 \"days\"|false", "[Red]0.0|false",
            "0.0\\d|false", "mm:ss|true" })
    void dateFormatsAreToldFromNumberFormats(String format, boolean date) {
        assertEquals(date, XlsxTable.dateFormat(format));
    }

    @Test
    void featuresBecomeRows() throws Exception {
        String json = """
        {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "CRS84"}}, "features": [
          {"type": "Feature", "id": 7, "properties": {"name": "A", "n": 3}, "geometry": {"type": "Point", "coordinates": [9.5, 45.25]}},
          {"type": "Feature", "properties": {"name": "B", "extra": {"k": "v"}}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}},
          {"type": "Feature", "properties": null, "geometry": null}]}
        """;
        try (JsonTable table = JsonTable.open(content(json), n -> {})) {
            assertTrue(table.header().containsAll(List.of("name", "n", "extra.k", "@id", "@lat", "@lon", "@geometry", "@type")));
            table.next();
            assertEquals("45.25", table.text(table.header().indexOf("@lat")));
            table.next();
            assertEquals("1.0", table.text(table.header().indexOf("@lat")));
            assertEquals("v", table.text(table.header().indexOf("extra.k")));
            assertTrue(table.next());
            assertFalse(table.next());
        }
    }

    @Test
    void brokenJsonIsRefusedWithItsLine() {
        ImportRefusedException refused = assertThrows(ImportRefusedException.class,
                () -> JsonTable.open(content("[\n{\"a\": 1},\n{\"a\": \n"), n -> {}));
        assertTrue(refused.line() >= 3, "line " + refused.line());
    }
}
