package org.towercrier.capacity.internal.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.CheckContext;
import org.towercrier.fixture.SharedData;

/** The checks on real measurements, where these are. */
class RealDataChecksTest {

    private static final CheckContext CONTEXT = new CheckContext() {
        @Override
        public Path data(String relative) {
            return SharedData.path(relative);
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
