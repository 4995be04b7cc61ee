package org.towercrier.exchange.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.CheckContext;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.internal.Workspace;
import org.towercrier.fixture.SharedData;
import org.towercrier.store.Store;

/** The files that this build reads as others do. */
class PmXmlChecksTest {

    @Test
    void everyFileIsReadAsAPlainReadingFindsIt(@TempDir Path folder) throws Exception {
        Path data = SharedData.path("measurements/3gpp-pm-xml").resolve("../..").normalize();
        try (Workspace workspace = new Workspace(folder)) {
            for (Check check : new PmXmlChecks().checks()) {
                Object ours = check.computation().compute(context(data, workspace));
                assertTrue(check.meets(ours), check.id() + ": " + ours);
            }
        }
    }

    @Test
    void aDifferenceIsCounted() {
        PmReading one = new PmReading();
        one.number("cell", "a", 0, 900, 1);
        one.number("cell", "b", 0, 900, 2);
        PmReading other = new PmReading();
        other.number("cell", "a", 0, 900, 1);
        other.text("cell", "b", 0, 900, "2");
        other.number("cell", "c", 0, 900, 3);
        assertEquals(1, one.notIn(other));
        assertEquals(2, one.differences(other));
        assertEquals(0, one.differences(one));
    }

    private static CheckContext context(Path data, Workspace workspace) {
        return new CheckContext() {
            @Override
            public Path data(String relative) {
                return data.resolve(relative);
            }

            @Override
            public Path folder() {
                return workspace.folder();
            }

            @Override
            public <T> T service(Class<T> type) {
                return type.cast(type == Store.class ? workspace.store() : new Imports(workspace));
            }
        };
    }

    /** The import service of a workspace. */
    private record Imports(Workspace workspace) implements ImportService {

        @Override
        public ImportReport run(ImportRequest request, ImportMonitor monitor) throws ImportException {
            return workspace.run(request, monitor);
        }

        @Override
        public List<ImporterInfo> formats() {
            return List.of();
        }
    }
}
