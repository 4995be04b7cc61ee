package org.towercrier.campaign.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are sorted and complete in all languages. */
class TextsTest {

    @ParameterizedTest
    @CsvSource({ "campaignui,_zh_CN", "campaignui,_zh_TW" })
    void everyLanguageHasTheSameKeys(String texts, String language) throws IOException {
        assertEquals(keys(texts), keys(texts + language));
    }

    @ParameterizedTest
    @ValueSource(strings = "campaignui")
    void keysAreSorted(String texts) throws IOException {
        assertEquals(keys(texts).stream().sorted().toList(), keys(texts));
    }

    private static List<String> keys(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TextsTest.class.getResourceAsStream("/OSGI-INF/l10n/" + file + ".properties"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.contains("=")).map(line -> line.substring(0, line.indexOf('='))).toList();
        }
    }
}
