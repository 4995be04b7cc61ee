package org.towercrier.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.verify.Check;

class CheckTest {

    @Test
    void aNumberWithinItsToleranceIsMetAndOneBeyondIsOff() {
        Check check = Check.number("erlang-b", "E", "field notes", 8.108, 0.0005, context -> 0);

        assertTrue(check.meets(8.1084));
        assertFalse(check.meets(8.1086));
        assertFalse(check.meets(Double.NaN));
    }

    @Test
    void aTextMustBeTheSame() {
        Check check = Check.text("class", "packet-size class", "field notes", "LARGE", context -> "");

        assertTrue(check.meets("LARGE"));
        assertFalse(check.meets("large"));
    }

    @Test
    void aToleranceIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> Check.number("x", "", "", 1, -1, context -> 1));
    }

    @Test
    void timesMustStayBelowTheirGoalAndRatesAboveIt() {
        assertTrue(Goal.atMost(10).reachedBy(9.9));
        assertFalse(Goal.atMost(10).reachedBy(10.1));
        assertTrue(Goal.atLeast(1e6).reachedBy(1.2e6));
        assertFalse(Goal.atLeast(1e6).reachedBy(0.9e6));
        assertFalse(Goal.atMost(10).reachedBy(Double.NaN));
    }
}
