package org.towercrier.capacity.internal.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.CheckContext;

/** The checks on real measurements, where these are. */
class RealDataChecksTest {

    private static final Path DATA = Path.of(System.getProperty("towercrier.data", "../shared/data"));

    private static final CheckContext CONTEXT = new CheckContext() {
        @Override
        public Path data(String relative) {
            Path file = DATA.resolve(relative);
            Assumptions.assumeTrue(Files.exists(file), "no " + file + ": the real measurements are not here");
            return file;
        }

        @Override
        public Path folder() {
            throw new AssertionError("no folder is needed");
        }

        @Override
        public <T> T service(Class<T> type) {
            throw new AssertionError("no workspace is needed");
        }
    };

    static Stream<Check> checks() {
        return Stream.concat(new ForecastChecks().checks().stream(), new AnomalyChecks().checks().stream());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void theFigureIsWithinItsBound(Check check) throws Exception {
        Object ours = check.computation().compute(CONTEXT);
        assertTrue(check.meets(ours), check.id() + ": " + ours + " instead of " + check.published() + " within " + check.tolerance());
    }
}
