package org.towercrier.report.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class XlsxBookTest {

    private static byte[] book() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxBook(SampleReports.everything(), SampleReports.REQUEST, ReportsComponent.texts(SampleReports.REQUEST.locale()))
                .write(out);
        return out.toByteArray();
    }

    @Test
    void equalReportsAreEqualFiles() throws IOException {
        assertArrayEquals(book(), book());
    }

    @Test
    void everySectionHasASheetWithANameAWorkbookAccepts() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(book()))) {
            assertEquals(List.of("Report", "History  a b", "History  a b 2"), book.getSheets().map(Sheet::getName).toList());
        }
    }

    @Test
    void noCellBeginsLikeAFormula() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(book()))) {
            for (Sheet sheet : book.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    for (Cell cell : row) {
                        assertFalse(cell != null && cell.getType() == CellType.FORMULA);
                        assertFalse(cell != null && cell.getType() == CellType.STRING && cell.getRawValue().matches("(?s)[=+@-].*"));
                    }
                }
            }
        }
    }

    @Test
    void numbersAndTimesAreNumbersAndTimes() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(book()))) {
            List<Row> rows = book.getSheets().toList().get(1).read();
            Row row = rows.stream().filter(each -> each.getCellText(0).contains("HYPERLINK")).findFirst().orElseThrow();
            assertEquals(0, new BigDecimal("1234.56").compareTo(row.getCellAsNumber(1).orElseThrow()));
            assertEquals("2026-11-01T20:00", row.getCellAsDate(2).orElseThrow().toString());
            assertEquals("▲ major", row.getCellText(4));
            assertEquals("ROW:1", row.getCellText(5), "what scripts call a row by is in the workbook");
        }
    }

    @Test
    void chartsComeAsTheirValues() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(book()))) {
            List<Row> rows = book.getSheets().toList().get(2).read();
            assertTrue(rows.stream().anyMatch(row -> row.getCellCount() > 1 && row.getCellText(1).equals("cell 1 (%)")));
        }
    }

    @Test
    void longNamesOfSheetsStayApart() {
        Set<String> taken = new HashSet<>();
        String first = XlsxBook.sheetName("x".repeat(40), taken);
        String second = XlsxBook.sheetName("x".repeat(40), taken);

        assertEquals(31, first.length());
        assertEquals("x".repeat(29) + " 2", second);
        assertEquals("-", XlsxBook.sheetName("[]", taken));
    }
}
