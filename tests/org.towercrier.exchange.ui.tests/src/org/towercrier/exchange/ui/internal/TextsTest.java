package org.towercrier.exchange.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final String ENGLISH = "/OSGI-INF/l10n/exchange-ui.properties";

    @ParameterizedTest
    @ValueSource(strings = { "zh_CN", "zh_TW" })
    void everyTextIsThereInEveryLanguageWithTheSameArguments(String language) throws IOException {
        List<String> english = lines(ENGLISH);
        List<String> other = lines(ENGLISH.replace(".properties", "_" + language + ".properties"));
        assertEquals(keys(english), keys(other));
        for (int i = 0; i < english.size(); i++) {
            assertEquals(arguments(english.get(i)), arguments(other.get(i)), english.get(i));
        }
    }

    @Test
    void theTextsAreSortedByKey() throws IOException {
        List<String> keys = keys(lines(ENGLISH));
        assertEquals(keys.stream().sorted().distinct().toList(), keys);
    }

    @Test
    void numbersFollowTheLanguage() {
        Texts english = new Texts(Locale.ENGLISH);
        assertEquals("1 import", english.get("History_Count", 1));
        assertEquals("1,204 imports", english.get("History_Count", 1204));
        assertEquals("1,204 \u6B21\u5BFC\u5165", new Texts(Locale.SIMPLIFIED_CHINESE).get("History_Count", 1204));
    }

    @Test
    void sizesAreWrittenInTheUnitThatFits() {
        Texts texts = new Texts(Locale.ENGLISH);
        assertEquals("0 B", texts.bytes(0));
        assertEquals("999 B", texts.bytes(999));
        assertEquals("1.0 kB", texts.bytes(1_000));
        assertEquals("86 MB", texts.bytes(86_400_000));
        assertEquals("1.0 GB", texts.bytes(999_900_000));
    }

    @Test
    void anUnknownKeyShowsItself() {
        assertEquals("No_Such", new Texts(Locale.ENGLISH).get("No_Such"));
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            assertNotNull(in, resource);
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank()).toList();
            assertFalse(lines.isEmpty());
            return lines;
        }
    }

    private static List<String> keys(List<String> lines) {
        return lines.stream().map(line -> line.substring(0, line.indexOf('='))).toList();
    }

    private static int arguments(String line) {
        return new MessageFormat(line.substring(line.indexOf('=') + 1)).getFormatsByArgumentIndex().length;
    }
}
