package org.towercrier.report.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.towercrier.command.Messages;
import org.towercrier.report.Block;
import org.towercrier.report.Chart;
import org.towercrier.report.Facts;
import org.towercrier.report.Grid;
import org.towercrier.report.Paragraph;
import org.towercrier.report.Report;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.Section;

/**
 * A report as a workbook: a first sheet that says what it is, then one sheet a section. Texts that a spreadsheet would run
 * as a formula get a leading apostrophe. Charts come as the tables behind them.
 */
final class XlsxBook {

    private static final int NAME_LENGTH = 31;
    private static final int TEXT_LENGTH = 32_767;
    private static final int NARROW = 10;
    private static final int WIDE = 60;
    /** Entries of the archive are dated so, because the time of writing would make equal reports differ. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Report report;
    private final ReportRequest request;
    private final Messages texts;
    private final ValueTexts values;

    XlsxBook(Report report, ReportRequest request, Messages texts) {
        this.report = report;
        this.request = request;
        this.texts = texts;
        this.values = new ValueTexts(request);
    }

    void write(OutputStream out) throws IOException {
        Path raw = Files.createTempFile("report", ".xlsx");
        try {
            try (OutputStream draft = new BufferedOutputStream(Files.newOutputStream(raw))) {
                fill(draft);
            }
            repack(raw, out);
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private void fill(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Towercrier", "1.0")) {
            Set<String> names = new HashSet<>();
            cover(book, names);
            for (Section section : report.sections()) {
                try (Worksheet worksheet = book.newWorksheet(sheetName(section.title(), names))) {
                    Sheet sheet = new Sheet(worksheet);
                    sheet.heading(section.title());
                    section.blocks().forEach(block -> block(sheet, block));
                    sheet.finish();
                }
            }
        }
    }

    private void cover(Workbook book, Set<String> names) throws IOException {
        try (Worksheet worksheet = book.newWorksheet(sheetName(texts.text("Report_Cover"), names))) {
            Sheet sheet = new Sheet(worksheet);
            sheet.heading(report.title());
            if (!report.subtitle().isEmpty()) {
                sheet.line(report.subtitle());
            }
            sheet.line(texts.text("Report_Made", values.time(request.now()), request.zone().getId()));
            report.notices().forEach(sheet::line);
            sheet.gap();
            report.sections().forEach(section -> sheet.line(section.title()));
            sheet.finish();
        }
    }

    private void block(Sheet sheet, Block block) {
        switch (block) {
            case Paragraph paragraph -> paragraph.text().lines().forEach(sheet::line);
            case Facts facts -> {
                facts.facts().forEach(fact -> sheet.pair(fact.unit().isEmpty() ? fact.label()
                        : fact.label() + " (" + fact.unit() + ")", fact.value()));
                sheet.gap();
            }
            case Grid grid -> sheet.table(grid);
            case Chart chart -> sheet.table(ChartTables.of(chart));
        }
    }

    /** A name a workbook accepts, unlike the others. */
    static String sheetName(String title, Set<String> taken) {
        String plain = title.replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", " ").strip().replaceAll("^'+|'+$", "");
        String base = plain.isEmpty() ? "-" : plain;
        String name = base.length() > NAME_LENGTH ? base.substring(0, NAME_LENGTH).strip() : base;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            String tail = " " + number;
            name = base.substring(0, Math.min(base.length(), NAME_LENGTH - tail.length())) + tail;
        }
        return name;
    }

    /** One sheet, filled from top to bottom. */
    private final class Sheet {

        private final Worksheet sheet;
        private final int[] widths = new int[64];
        private int row;

        Sheet(Worksheet sheet) {
            this.sheet = sheet;
        }

        void heading(String text) {
            put(row, 0, text, 0, false);
            sheet.style(row, 0).bold().fontSize(14).set();
            row += 2;
        }

        void line(String text) {
            put(row++, 0, text, 0, false);
        }

        void gap() {
            row++;
        }

        void pair(String label, Object value) {
            put(row, 0, label, 0, true);
            put(row++, 1, value, 2, true);
        }

        void table(Grid grid) {
            if (!grid.title().isEmpty()) {
                put(row, 0, grid.title(), 0, false);
                sheet.style(row++, 0).bold().set();
            }
            if (grid.rows().isEmpty()) {
                line(grid.none());
                row++;
                return;
            }
            for (int i = 0; i < grid.columns().size(); i++) {
                put(row, i, HtmlPage.heading(grid.columns().get(i)), 0, true);
                sheet.style(row, i).bold().set();
            }
            row++;
            for (List<Object> line : grid.rows()) {
                for (int i = 0; i < line.size(); i++) {
                    put(row, i, line.get(i), grid.columns().get(i).decimals(), true);
                }
                row++;
            }
            row++;
        }

        private void put(int line, int column, Object value, int decimals, boolean widens) {
            switch (value) {
                case Number number when Double.isFinite(number.doubleValue()) -> {
                    sheet.value(line, column, number);
                    sheet.style(line, column).format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals)).set();
                }
                case Instant instant -> {
                    sheet.value(line, column, LocalDateTime.ofInstant(instant, request.zone()));
                    sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
                }
                case LocalDate date -> {
                    sheet.value(line, column, date);
                    sheet.style(line, column).format("yyyy-mm-dd").set();
                }
                default -> sheet.value(line, column, clipped(Formulas.neutralised(values.cell(value, decimals))));
            }
            if (widens && column < widths.length) {
                int length = value instanceof Number || value instanceof Instant ? values.cell(value, decimals).length()
                        : value.toString().length();
                widths[column] = Math.max(widths[column], length + 2);
            }
        }

        void finish() {
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > 0) {
                    sheet.width(i, Math.clamp(widths[i], NARROW, WIDE));
                }
            }
        }
    }

    private static String clipped(String text) {
        String clean = text.codePoints().filter(c -> c >= ' ' || c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return clean.length() > TEXT_LENGTH ? clean.substring(0, TEXT_LENGTH - 1) + "…" : clean;
    }

    /**
     * Writes the archive anew with fixed times, and the time stamp of the request as the time of creation. The draft is
     * read by its directory: its entries do not say their size where they begin.
     */
    private void repack(Path draft, OutputStream out) throws IOException {
        String stamp = request.now().truncatedTo(ChronoUnit.SECONDS).toString();
        try (ZipFile in = new ZipFile(draft.toFile()); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] content;
                try (InputStream stream = in.getInputStream(entry)) {
                    content = stream.readAllBytes();
                }
                if (entry.getName().equals("docProps/core.xml")) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replaceAll("(<dcterms:(?:created|modified)[^>]*>)[^<]*", "$1" + stamp)
                            .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(ENTRY_TIME);
                zip.putNextEntry(copy);
                zip.write(content);
                zip.closeEntry();
            }
        }
    }
}
