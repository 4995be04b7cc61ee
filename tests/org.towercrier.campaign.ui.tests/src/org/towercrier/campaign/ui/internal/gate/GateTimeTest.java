package org.towercrier.campaign.ui.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Moments as people type them. */
class GateTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aMomentIsInTheZoneOfTheOperator() {
        assertEquals(Optional.of(Instant.parse("2026-11-20T10:30:00Z")), GateTime.parse(" 2026-11-20 18:30 ", SHANGHAI));
        assertEquals(Optional.of(Instant.parse("2026-11-20T01:05:00Z")), GateTime.parse("2026-11-20T9:05", SHANGHAI));
    }

    @Test
    void aDayAloneMeansTheMorning() {
        assertEquals(Optional.of(Instant.parse("2026-11-20T02:00:00Z")), GateTime.parse("2026-11-20", SHANGHAI));
    }

    @Test
    void summerTimeIsSummerTime() {
        assertEquals(Optional.of(Instant.parse("2026-07-01T16:00:00Z")), GateTime.parse("2026-07-01 18:00", BERLIN));
        assertEquals(Optional.of(Instant.parse("2026-12-01T17:00:00Z")), GateTime.parse("2026-12-01 18:00", BERLIN));
    }

    @Test
    void nothingIsNowAndNonsenseIsRefused() {
        assertEquals(Optional.empty(), GateTime.parse("  ", SHANGHAI));
        assertThrows(DateTimeException.class, () -> GateTime.parse("tomorrow", SHANGHAI));
        assertThrows(DateTimeException.class, () -> GateTime.parse("2026-02-30 10:00", SHANGHAI));
    }
}
