package org.towercrier.capacity.ui.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZonedDateTime;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Until when an operator puts alarms aside, in words. */
class ShelfWordsTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T17:10:00+08:00[Asia/Shanghai]");

    private static Optional<String> until(String words) {
        return ShelfWords.until(words, NOW).map(end -> end.atZone(NOW.getZone()).toLocalDateTime().toString());
    }

    @Test
    void aLengthCountsFromNow() {
        assertEquals(Optional.of("2026-03-02T17:40"), until("30 min"));
        assertEquals(Optional.of("2026-03-02T17:11"), until("1m"));
        assertEquals(Optional.of("2026-03-02T19:10"), until(" 2 H "));
        assertEquals(Optional.of("2026-03-05T17:10"), until("3 days"));
        assertEquals(Optional.of("2026-03-09T17:10"), until("1w"));
        assertEquals(Optional.of("2026-03-02T19:10"), until("2 \u5c0f\u6642"));
        assertEquals(Optional.of("2026-03-02T17:40"), until("30\u5206\u949f"));
    }

    @Test
    void aTimeIsTheNextOne() {
        assertEquals(Optional.of("2026-03-02T18:30"), until("18:30"));
        assertEquals(Optional.of("2026-03-03T08:00"), until("8:00"));
        assertEquals(Optional.of("2026-03-03T17:10"), until("17:10"));
    }

    @Test
    void aDayIsItsMorning() {
        assertEquals(Optional.of("2026-03-05T08:00"), until("2026-03-05"));
        assertEquals(Optional.of("2026-03-05T18:30"), until("2026-03-05 18:30"));
    }

    @Test
    void whatIsPastOrNoMomentIsNone() {
        for (String words : new String[]{ "", "soon", "0 min", "5 parsecs", "25:00", "2026-03-01", "2026-02-30 10:00", "-1 h",
                "99999 h" }) {
            assertEquals(Optional.empty(), until(words), words);
        }
    }
}
