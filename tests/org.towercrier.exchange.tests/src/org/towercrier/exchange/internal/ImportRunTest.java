package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportException.Kind;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;

/** A request as a whole: cancel, progress, wrong requests, importers with defects. */
class ImportRunTest {

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    private Path folderOf(int files) throws Exception {
        for (int i = 0; i < files; i++) {
            workspace.file("many/" + i + ".xml", PmFiles.good().replace("EUtranCellTDD=", "EUtranCellTDD=" + i + "-"));
        }
        return workspace.folder().resolve("in/many");
    }

    @Test
    void aCancelLeavesNothing() throws Exception {
        Path folder = folderOf(500);
        workspace.file("many/0.xml", PmFiles.changed(text -> text.replace("12.5", "-1")));
        AtomicBoolean cancelled = new AtomicBoolean();
        ImportException failed = assertThrows(ImportException.class, () -> workspace.run(ImportRequest.of(folder), new ImportMonitor() {

            @Override
            public void file(String file, int index, int count) {
                cancelled.set(index >= 20);
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }

            @Override
            public void storing() {
                // Should the reader be quicker than the watch, the store is still not to be changed.
                cancelled.set(true);
            }
        }));
        assertEquals(Kind.CANCELLED, failed.kind());
        assertEquals(0, workspace.count("cell_measurement"));
        assertEquals(0, workspace.count("managed_object"));
        try (Stream<Path> left = Files.exists(quarantine()) ? Files.list(quarantine()) : Stream.empty()) {
            assertEquals(0, left.count());
        }
    }

    private Path quarantine() {
        return workspace.folder().resolve("workspace/quarantine");
    }

    @Test
    void whatAKilledImportLeftIsClearedAway() throws Exception {
        Files.createDirectories(quarantine());
        Path unpacked = Files.createFile(workspace.folder().resolve("workspace/unpacked123.tmp"));
        Path part = Files.createFile(quarantine().resolve("import123.part"));
        Path kept = Files.createFile(quarantine().resolve("import-20260101-000000-000.csv"));
        workspace.one(workspace.file("a.xml", PmFiles.good()));
        assertEquals(List.of(false, false, true), List.of(Files.exists(unpacked), Files.exists(part), Files.exists(kept)));
    }

    @Test
    void progressGoesUpToTheEnd() throws Exception {
        AtomicLong last = new AtomicLong();
        List<Long> totals = new ArrayList<>();
        workspace.run(ImportRequest.of(folderOf(20)), new ImportMonitor() {

            @Override
            public void progress(long bytes, long total) {
                assertTrue(bytes >= last.getAndSet(bytes) && bytes <= total, bytes + " of " + total);
                totals.add(total);
            }
        });
        assertEquals(totals.getFirst().longValue(), last.get());
        assertEquals(1, totals.stream().distinct().count());
    }

    @Test
    void wrongRequestsSayWhatIsWrong() throws Exception {
        Path file = workspace.file("a.xml", PmFiles.good());
        ImportException format = assertThrows(ImportException.class, () -> workspace.run(ImportRequest.of(file).withFormat("nosuch")));
        assertTrue(format.getMessage().contains("nosuch") && format.getMessage().contains("3gpp-xml"), format.getMessage());
        assertEquals(Kind.REQUEST, format.kind());
        ImportException missing = assertThrows(ImportException.class, () -> workspace.run(ImportRequest.of(file.resolveSibling("absent"))));
        assertTrue(missing.getMessage().contains("absent"));
    }

    @Test
    void aNamedFormatIsUsedWhateverTheContent() throws Exception {
        Path file = workspace.file("a.xml", PmFiles.good());
        FileReport report = workspace.run(ImportRequest.of(file).withFormat("3gpp-json")).files().getFirst();
        assertTrue(report.refused().orElse("").contains("JSON"), report.toString());
    }

    @Test
    void aDefectInAnImporterCostsItsFileOnly() throws Exception {
        workspace.add(new Importer() {

            @Override
            public ImporterInfo info() {
                return new ImporterInfo("defect", "Defect", List.of("defect"), List.of());
            }

            @Override
            public Recognition recognise(Probe probe) {
                return probe.fileName().endsWith(".defect") ? new Recognition(99, "name") : Recognition.NONE;
            }

            @Override
            public void read(ImportSource source, ImportContext context) {
                context.measurements().begin("x", 1_777_888_800_000_000L, 900, false, 1);
                context.measurements().value(context.measurements().measurement("pmX"), 1);
                context.measurements().end();
                throw new IllegalStateException("broken on purpose");
            }
        });
        List<FileReport> files = workspace.run(ImportRequest.of(workspace.file("a.defect", "x"), workspace.file("b.xml", PmFiles.good())))
                .files();
        assertTrue(files.get(0).refused().orElse("").contains("broken on purpose"), files.toString());
        assertEquals(2, files.get(1).stored());
        assertEquals(0, workspace.count("counter_value"));
    }

    @Test
    void aFileMayBeNamedTwiceInOneRequest() throws Exception {
        Path file = workspace.file("a.xml", PmFiles.good());
        List<FileReport> files = workspace.run(ImportRequest.of(file, file)).files();
        assertEquals(List.of(2L, 0L), files.stream().map(FileReport::stored).toList());
        assertEquals(2, files.get(1).unchanged());
    }
}
