package org.towercrier.capacity.ui.internal.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.ui.internal.Texts;

/** A kept filter means the same whatever the language it was made in. */
class FilterWordsTest {

    private final FilterWords english = new FilterWords(new Texts(Locale.ENGLISH));
    private final FilterWords chinese = new FilterWords(new Texts(Locale.SIMPLIFIED_CHINESE));

    @Test
    void whatIsKeptInOneLanguageIsShownInAnother() {
        Map<String, String> kept = english.kept(Map.of("severity", "Critical, major", "kind", "Dense load", "state",
                "Active unacknowledged", "site", "Critical", "lasting", ">=3"));
        assertEquals(Map.of("severity", "CRITICAL,MAJOR", "kind", "DENSE_LOAD", "state", "ACTIVE_UNACKNOWLEDGED", "site", "Critical",
                "lasting", ">=3"), kept);
        Texts texts = new Texts(Locale.SIMPLIFIED_CHINESE);
        Map<String, String> shown = chinese.shown(kept);
        assertEquals(texts.get("Severity_CRITICAL") + "," + texts.get("Severity_MAJOR"), shown.get("severity"));
        assertEquals(texts.get("Kind_DENSE_LOAD"), shown.get("kind"));
        assertEquals(kept, chinese.kept(shown));
    }

    @Test
    void filtersThatWereKeptAsWordsAreUnderstood() {
        assertEquals(new Texts(Locale.SIMPLIFIED_CHINESE).get("Severity_MAJOR"),
                chinese.shown(Map.of("severity", "Major")).get("severity"));
        assertEquals("Major,-,something else", english.shown(Map.of("severity",
                new Texts(Locale.TRADITIONAL_CHINESE).get("Severity_MAJOR") + ",-,something else")).get("severity"));
    }

    /** The words of a choice are separated by commas: none may hold one. */
    @ParameterizedTest
    @EnumSource(AlarmState.class)
    void noWordHoldsTheSeparator(AlarmState state) {
        assertFalse(new Texts(Locale.ENGLISH).get("State_" + state.name()).contains(","));
    }
}
