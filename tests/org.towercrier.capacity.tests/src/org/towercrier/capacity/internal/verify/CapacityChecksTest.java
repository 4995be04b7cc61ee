package org.towercrier.capacity.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.towercrier.capacity.internal.verify.ShippedRule.VENDOR;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.towercrier.command.verify.Check;
import org.towercrier.command.verify.CheckContext;

/** The published figures that this build recomputes. */
class CapacityChecksTest {

    /** These checks need neither data nor a workspace. */
    private static final CheckContext NOTHING = new CheckContext() {
        @Override
        public Path data(String relative) {
            throw new AssertionError("no data is needed");
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
        return Stream.concat(new ThresholdChecks().checks().stream(), new KpiChecks().checks().stream());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void thePublishedFigureIsMet(Check check) throws Exception {
        Object ours = check.computation().compute(NOTHING);
        assertTrue(check.meets(ours), check.id() + ": " + ours + " instead of " + check.published());
    }

    @Test
    void idsAreUnique() {
        List<String> ids = checks().map(Check::id).toList();
        Set<String> different = new HashSet<>(ids);
        assertEquals(ids.size(), different.size());
    }

    @Test
    void anotherLimitInTheRuleIsFound() {
        ShippedRule changed = ShippedRule.of(VENDOR, "dense-users", rule -> rule.getConditions().getFirst().setValue(700.0));
        double border = changed.border(600, 800, users -> new ConstructedSeries(3, 3600).all("RRC.ConnMean", users));
        assertEquals(700, border, 1e-6);
    }
}
