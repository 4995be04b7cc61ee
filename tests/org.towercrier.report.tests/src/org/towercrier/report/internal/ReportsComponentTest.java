package org.towercrier.report.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.report.Paragraph;
import org.towercrier.report.Report;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportKind;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.ReportSection;
import org.towercrier.report.Section;

class ReportsComponentTest {

    @TempDir
    Path folder;

    private final ReportsComponent reports = new ReportsComponent();

    private static final class Sample implements ReportKind {
        @Override
        public String id() {
            return "sample";
        }

        @Override
        public String label(Locale locale) {
            return "a sample";
        }

        @Override
        public Report compose(ReportRequest request) {
            return SampleReports.everything();
        }
    }

    private static final class Weather implements ReportSection {
        @Override
        public boolean belongsTo(String kind) {
            return kind.equals("sample");
        }

        @Override
        public List<Section> compose(String kind, ReportRequest request) {
            return List.of(Section.of("weather", 150, "Weather", Paragraph.of("Rain.")));
        }
    }

    @Test
    void aPlugInAddsASectionAtItsPlaceAndTakesItAlong() throws Exception {
        Weather weather = new Weather();
        reports.addKind(new Sample());
        reports.addSection(weather);
        assertEquals(List.of("first", "weather", "second"),
                reports.compose("sample", SampleReports.REQUEST).sections().stream().map(Section::id).toList());

        reports.removeSection(weather);
        assertEquals(2, reports.compose("sample", SampleReports.REQUEST).sections().size());
    }

    @Test
    void anUnknownKindIsAnsweredWithThoseThereAre() {
        reports.addKind(new Sample());

        ReportException unknown = assertThrows(ReportException.class, () -> reports.compose("evening", SampleReports.REQUEST));
        assertTrue(unknown.getMessage().contains("evening") && unknown.getMessage().contains("sample"), unknown.getMessage());
    }

    @Test
    void theEndOfTheNameDecidesTheFormat() throws Exception {
        Path page = folder.resolve("deep/er/a.HTML");
        Path book = folder.resolve("a.xlsx");
        reports.write(SampleReports.everything(), SampleReports.REQUEST, page);
        reports.write(SampleReports.everything(), SampleReports.REQUEST, book);

        assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
        assertArrayEquals(new byte[]{ 'P', 'K' }, java.util.Arrays.copyOf(Files.readAllBytes(book), 2));
        assertThrows(ReportException.class,
                () -> reports.write(SampleReports.everything(), SampleReports.REQUEST, folder.resolve("a.pdf")));
        try (var left = Files.list(folder)) {
            assertEquals(2, left.count(), "no partial file is left");
        }
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken.html/inside"));

        assertThrows(IOException.class,
                () -> reports.write(SampleReports.everything(), SampleReports.REQUEST, taken.getParent()));
        try (var left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }
}
