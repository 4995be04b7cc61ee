package org.towercrier.exchange.tabular.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.towercrier.command.CommandMonitor;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.exchange.tabular.internal.TestWorkspace;

/** The figure of the import is that of rows which are in the store. */
class CsvBenchTest {

    @Test
    void allRowsOfTheSmallSizeAreStored() throws Exception {
        try (TestWorkspace workspace = new TestWorkspace()) {
            BenchResult result = new CsvBench().run(context(workspace));
            assertTrue(result.value() > 0, result.toString());
            assertTrue(result.size().startsWith("50,000 rows of 8 columns"), result.toString());
            assertEquals(50_000, workspace.count("CellMeasurement"));
            assertEquals(0, workspace.count("CounterValue"));
        }
    }

    private static BenchContext context(TestWorkspace workspace) {
        return new BenchContext() {
            @Override
            public BenchScale scale() {
                return BenchScale.SMALL;
            }

            @Override
            public Path folder() {
                return workspace.folder();
            }

            @Override
            public <T> T service(Class<T> type) {
                return workspace.service(type);
            }

            @Override
            public CommandMonitor monitor() {
                return new Unwatched();
            }
        };
    }

    /** Nobody watches, and nobody stops it. */
    private static final class Unwatched implements CommandMonitor {

        @Override
        public void task(String name, long total, String unit) {
            // Nobody watches.
        }

        @Override
        public void progress(long done) {
            // Nobody watches.
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void checkCancelled() {
            // Nobody stops it.
        }

        @Override
        public Registration onCancel(Runnable stop) {
            return () -> {};
        }
    }
}
