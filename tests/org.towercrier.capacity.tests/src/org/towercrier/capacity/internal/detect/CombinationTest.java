package org.towercrier.capacity.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.capacity.internal.detect.Combination.CombinationException;

/** Limits combine by three-valued logic. */
class CombinationTest {

    private static final Map<String, Truth> LIMITS = Map.of("yes", Truth.TRUE, "no", Truth.FALSE, "unknown", Truth.UNKNOWN);

    @ParameterizedTest
    @CsvSource({ "yes, TRUE", "no, FALSE", "unknown, UNKNOWN", "yes and unknown, UNKNOWN", "no and unknown, FALSE", "yes or unknown, TRUE",
            "no or unknown, UNKNOWN", "yes or no and no, TRUE", "(yes or no) and no, FALSE", "not unknown, UNKNOWN",
            "not no AND Not Not yes, TRUE",
            "(yes and no) or (yes and (no or yes) and yes), TRUE" })
    void aCombinationHolds(String text, Truth expected) throws CombinationException {
        assertEquals(expected, Combination.parse(text).evaluate(LIMITS::get));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "yes and | 7", "and yes | 0", "(yes | 4", "yes no | 4", "yes) | 3", "yes & no | 4", "'' | 0" })
    void anErrorTellsItsPlace(String text, int position) {
        assertEquals(position, assertThrows(CombinationException.class, () -> Combination.parse(text)).position());
    }

    @Test
    void namesMayHaveHyphens() throws CombinationException {
        assertEquals(Set.of("volume-dl", "prb-utilisation-dl"), Combination.parse("volume-dl or prb-utilisation-dl").names());
    }
}
