package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.Survey;
import org.towercrier.exchange.Survey.FileSurvey;
import org.towercrier.exchange.TableImporter;
import org.towercrier.exchange.TablePreview;
import org.towercrier.exchange.profile.ImportProfile;

class RecogniserTest {

    @TempDir
    private Path folder;

    /** Reads lines with bars between values; a table whose first column is called "bad" is refused. */
    private static final class Bars implements TableImporter {

        @Override
        public ImporterInfo info() {
            return new ImporterInfo("bars", "Bars", List.of("bars"), List.of("Cell"));
        }

        @Override
        public Recognition recognise(Probe probe) {
            return probe.text().filter(text -> text.contains("|")).isPresent() ? new Recognition(60, "has bars") : Recognition.NONE;
        }

        @Override
        public void read(ImportSource source, ImportContext context) {
            throw new AssertionError("looking must not import");
        }

        @Override
        public Optional<TablePreview> preview(ImportSource source, Optional<ImportProfile> profile, int rows)
                throws ImportRefusedException, IOException {
            List<List<String>> lines = new String(source.open().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> List.of(line.split("\\|"))).toList();
            if (lines.getFirst().getFirst().equals("bad")) {
                throw new ImportRefusedException("No such table.", 1, 0);
            }
            return Optional.of(new TablePreview(ImportProfile.of("found", "Cell", "bars"), lines.getFirst(),
                    lines.subList(1, Math.min(lines.size(), rows + 1))));
        }
    }

    private Survey look(int limit, ImportRequest request) throws ImportException {
        ImporterRegistry registry = new ImporterRegistry();
        registry.addImporter(new Bars());
        return new DefaultRecogniser(registry, null).look(request, limit, 2, () -> false);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void aTableIsShownWithItsReaderReasonProfileAndFirstRows() throws Exception {
        Path file = file("a.txt.gz", Workspace.gzip("x|y\n1|2\n3|4\n5|6\n".getBytes(StandardCharsets.UTF_8)));
        FileSurvey found = look(10, ImportRequest.of(file)).files().getFirst();
        assertEquals("bars", found.importer().orElseThrow().id());
        assertEquals("has bars", found.reason());
        assertEquals("found", found.profile().orElseThrow().name());
        assertEquals(List.of("x", "y"), found.table().orElseThrow().columns());
        assertEquals(List.of(List.of("1", "2"), List.of("3", "4")), found.table().orElseThrow().rows());
        assertTrue(found.trouble().isEmpty());
    }

    @Test
    void whatWouldBeRefusedSaysWhyAndKeepsItsReader() throws Exception {
        file("bad.txt", "bad|y\n".getBytes(StandardCharsets.UTF_8));
        file("empty.txt", new byte[0]);
        file("notes.md", "Nothing to see.".getBytes(StandardCharsets.UTF_8));
        List<FileSurvey> found = look(10, ImportRequest.of(folder)).files();
        assertEquals("bars", found.get(0).importer().orElseThrow().id());
        assertTrue(found.get(0).trouble().orElseThrow().startsWith("No such table."));
        assertTrue(found.get(1).trouble().isPresent());
        assertTrue(found.get(2).importer().isEmpty() && found.get(2).trouble().isPresent());
    }

    @Test
    void moreFilesThanAskedForAreLeftUnopened() throws Exception {
        for (int i = 0; i < 5; i++) {
            file("f" + i, "x|y\n".getBytes(StandardCharsets.UTF_8));
        }
        Survey some = look(3, ImportRequest.of(folder));
        assertEquals(3, some.files().size());
        assertEquals(5, some.found());
        assertEquals(20, some.bytes());
        assertFalse(some.complete());
        assertTrue(look(5, ImportRequest.of(folder)).complete());
    }

    @Test
    void aFormatThatIsNotThereAndAStopEndTheLook() throws IOException {
        Path file = file("a", "x|y\n".getBytes(StandardCharsets.UTF_8));
        assertThrows(ImportException.class, () -> look(3, ImportRequest.of(file).withFormat("none")));
        ImportException stopped = assertThrows(ImportException.class,
                () -> new DefaultRecogniser(new ImporterRegistry(), null).look(ImportRequest.of(file), 3, 2, () -> true));
        assertEquals(ImportException.Kind.CANCELLED, stopped.kind());
    }
}
