package org.towercrier.expansion.ui.internal;

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
import org.towercrier.expansion.Cause;
import org.towercrier.expansion.ExpansionPlan.Reason;
import org.towercrier.expansion.ui.internal.desk.PlanQuestion.Will;
import org.towercrier.model.network.ExpansionAction;

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
    @EnumSource(ExpansionAction.class)
    void everyKindOfActionHasAName(ExpansionAction action) {
        named("Kind_" + action.getLiteral());
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseHasAName(Cause cause) {
        named("Cause_" + cause);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasAName(Reason reason) {
        named("Fate_" + reason);
    }

    @ParameterizedTest
    @EnumSource(Will.class)
    void everyWillHasAName(Will will) {
        named("Will_" + will);
    }

    @Test
    void whatAPlugInBringsIsCalledByItsId() {
        assertEquals("BALLOON", Names.action(new Texts(Locale.ENGLISH), "BALLOON"));
    }

    private static void named(String key) {
        assertFalse(new Texts(Locale.ENGLISH).get(key).equals(key), key + " has no text");
    }

    private static List<String> keys(String language) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TextsTest.class.getResourceAsStream("/OSGI-INF/l10n/expansionui" + language + ".properties"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.contains("=")).map(line -> line.substring(0, line.indexOf('='))).toList();
        }
    }
}
