package org.towercrier.exchange.tabular.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.CheckContext;
import org.towercrier.exchange.tabular.internal.TestWorkspace;
import org.towercrier.fixture.SharedData;

/** Public tables of which the store holds what a plain reading finds. */
class TableChecksTest {

    @Test
    void everyTableIsStoredAsAPlainReadingFindsIt() throws Exception {
        try (TestWorkspace workspace = new TestWorkspace()) {
            CheckContext context = new CheckContext() {
                @Override
                public Path data(String relative) {
                    return SharedData.path(relative);
                }

                @Override
                public Path folder() {
                    return workspace.folder();
                }

                @Override
                public <T> T service(Class<T> type) {
                    return workspace.service(type);
                }
            };
            for (Check check : new TableChecks().checks()) {
                Object ours = check.computation().compute(context);
                assertTrue(check.meets(ours), check.id() + ": " + ours + " instead of " + check.published());
            }
        }
    }

    @Test
    void commasWithinQuotesDoNotCut(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "name,value\n\"a, b\",0.1\nc,0.2\n\n");
        PlainTable table = PlainTable.of(file, StandardCharsets.UTF_8);
        assertEquals(2, table.rows().size());
        assertEquals(0.3, table.sum(1));
        assertEquals(2, table.different(0));
        assertEquals(1, table.with(0, "c"));
    }
}
