package org.towercrier.planning.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalDouble;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.towercrier.planning.PlanningMonitor.Progress;

@DisplayName("A check of a public instance goes on for a proof")
class ReachedTest {

    private long seconds = 100;
    private final Reached reached = new Reached(3389, Duration.ofSeconds(60), () -> Duration.ofSeconds(seconds).toNanos());

    private void found(double objective) {
        reached.progress(new Progress("plan", objective, OptionalDouble.empty(), Duration.ZERO));
    }

    @Test
    @DisplayName("Dearer than published: it goes on, however long")
    void notReached() {
        found(3402);
        seconds += 10_000;
        assertFalse(reached.cancelled());
        assertEquals("not reached", reached.told());
    }

    @Test
    @DisplayName("Reached after 5 s: ended 60 s later, and what is found in between does not put it off")
    void timeForAProof() {
        seconds += 5;
        found(3389);
        seconds += 59;
        found(3388);
        assertFalse(reached.cancelled());
        seconds += 1;
        assertTrue(reached.cancelled());
        assertEquals("reached after 5.0 s", reached.told());
    }
}
