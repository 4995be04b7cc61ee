package org.towercrier.exchange.ui.internal.quarantine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineContentTest {

    private static final String HEADER = "file,line,column,value,reason\r\n";

    @TempDir
    private Path workspace;

    private Path report(String name, String rows) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve(QuarantineReportFile.FOLDER));
        return Files.writeString(folder.resolve(name), HEADER + rows);
    }

    @Test
    void rowsAreReadWithQuotesAndLineEndsInTheirValues() throws IOException {
        Path file = report("import-20261120-183000-123.csv",
                "/pm/a.csv,7,RRC.ConnMean,\"1,5\"\"x\nnext\",\"It says \"\"no\"\".\"\r\n/pm/b.xml,,,,The file is empty.\r\n");
        QuarantineContent content = QuarantineContent.read(file, 10, () -> false);
        assertEquals(List.of(
                new QuarantineEntry("/pm/a.csv", 7, "RRC.ConnMean", "1,5\"x\nnext", "It says \"no\".", "It says \u2026."),
                new QuarantineEntry("/pm/b.xml", 0, "", "", "The file is empty.", "The file is empty.")), content.entries());
        assertEquals("a.csv", content.entries().getFirst().shortFile());
        assertTrue(content.isComplete());
    }

    @Test
    void reasonsThatDifferInTheirValuesAreOneKind() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append("a.csv,").append(i + 2).append(",,,The time 2031-01-0").append(i % 9 + 1)
                    .append("T00:00:00Z lies in the future.\r\n");
        }
        rows.append("a.csv,50,p,140,RRU.PrbTotDl is 140.5 and cannot exceed 100.\r\n");
        QuarantineContent content = QuarantineContent.read(report("import-20261120-183000-123.csv", rows.toString()), 5,
                () -> false);
        assertEquals(5, content.entries().size());
        assertEquals(31, content.total());
        assertFalse(content.isComplete());
        assertEquals(List.of(30L, 1L), content.reasons().stream().map(ReasonCount::count).toList());
        assertEquals("The time \u2026 lies in the future.", content.reasons().getFirst().reason());
        assertEquals("RRU.PrbTotDl is \u2026 and cannot exceed \u2026.", content.reasons().getLast().reason());
    }

    @Test
    void measurementNamesWithDigitsStayInTheKind() {
        assertEquals("S1SIG.ConnEstabAtt of 5GC-7 is \u2026.", Reasons.kind("S1SIG.ConnEstabAtt of 5GC-7 is -3."));
        assertEquals("\u6570\u503C\u2026", Reasons.kind("\u6570\u503C\u300C\u77E5\u300D"));
    }

    @Test
    void readingStopsWhenNobodyWaits() throws IOException {
        Path file = report("import-20261120-183000-123.csv", "a,1,,,x\r\n");
        assertThrows(CancellationException.class, () -> QuarantineContent.read(file, 10, () -> true));
    }

    @Test
    void reportsAreListedLatestFirstAndLeadToTheirImport() throws IOException {
        report("import-20261120-183000-123.csv", "");
        report("dry-run-20261121-090000-000.csv", "");
        report("import-20261120-183000-123-2.csv", "");
        report("import1234.part", "");
        report("notes.csv", "");
        List<QuarantineReportFile> reports = QuarantineReportFile.list(workspace);
        assertEquals(List.of("dry-run-20261121-090000-000.csv", "import-20261120-183000-123.csv",
                "import-20261120-183000-123-2.csv"),
                reports.stream().map(report -> report.file().getFileName().toString()).toList());
        Instant batch = Instant.parse("2026-11-20T18:30:00.123456Z");
        assertTrue(reports.get(1).belongsTo(batch));
        assertFalse(reports.get(0).belongsTo(Instant.parse("2026-11-21T09:00:00Z")));
    }

    @Test
    void aWorkspaceWithoutReportsHasNone() throws IOException {
        assertEquals(List.of(), QuarantineReportFile.list(workspace));
    }
}
