package org.towercrier.capacity.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.ui.internal.filters.AlarmScope;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;

/** The texts are sorted, complete in all languages, and there is one for every literal that is shown. */
class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = { "_zh_CN", "_zh_TW" })
    void everyLanguageHasTheSameKeys(String language) throws IOException {
        assertEquals(keys(""), keys(language));
    }

    @Test
    void keysAreSorted() throws IOException {
        assertEquals(keys("").stream().sorted().toList(), keys(""));
    }

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void everyKindHasAName(AlarmKind kind) {
        named("Kind_" + kind.getLiteral());
    }

    @ParameterizedTest
    @EnumSource(PerceivedSeverity.class)
    void everySeverityHasAName(PerceivedSeverity severity) {
        named("Severity_" + severity.getLiteral());
    }

    @ParameterizedTest
    @EnumSource(AlarmState.class)
    void everyStateHasAName(AlarmState state) {
        named("State_" + state.name());
    }

    @ParameterizedTest
    @EnumSource(AlarmAction.class)
    void everyActionHasAName(AlarmAction action) {
        named("Action_" + action.getLiteral());
    }

    @ParameterizedTest
    @EnumSource(Evidence.Verdict.class)
    void everyVerdictHasAName(Evidence.Verdict verdict) {
        named("Verdict_" + verdict.name());
    }

    @ParameterizedTest
    @EnumSource(AlarmScope.class)
    void everyScopeHasAName(AlarmScope scope) {
        named("Scope_" + scope.name());
    }

    private static void named(String key) {
        assertFalse(new Texts(Locale.ENGLISH).get(key).equals(key), key + " has no text");
    }

    private static List<String> keys(String language) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TextsTest.class.getResourceAsStream("/OSGI-INF/l10n/capacityui" + language + ".properties"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.contains("=")).map(line -> line.substring(0, line.indexOf('='))).toList();
        }
    }
}
