package org.towercrier.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the frame are complete, sorted and translated, and the application model uses no key that is missing. */
class MessagesTest {

    private static final String FOLDER = "/OSGI-INF/l10n/";

    @ParameterizedTest
    @ValueSource(strings = { "bundle_zh_CN.properties", "bundle_zh_TW.properties" })
    void everyLanguageHasEveryTextWithTheSameArguments(String file) {
        Properties english = load("bundle.properties");
        Properties translated = load(file);
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(translated.keySet()));
        english.forEach((key, text) -> {
            assertFalse(translated.getProperty((String) key).isBlank(), (String) key);
            assertEquals(arguments((String) text), arguments(translated.getProperty((String) key)), (String) key);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "bundle.properties", "bundle_zh_CN.properties", "bundle_zh_TW.properties" })
    void keysAreSorted(String file) throws IOException {
        List<String> keys = text(FOLDER + file).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertEquals(keys.stream().sorted().toList(), keys);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/Application.e4xmi", "/plugin.xml" })
    void everyKeyOfTheModelHasAText(String file) throws IOException {
        Matcher key = Pattern.compile("\"%(\\w+)\"").matcher(text(file));
        Set<Object> known = load("bundle.properties").keySet();
        Set<String> missing = new TreeSet<>();
        while (key.find()) {
            if (!known.contains(key.group(1))) {
                missing.add(key.group(1));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void aMissingTextShowsItsKey() {
        assertEquals("No_Such", new WorkbenchMessages(Locale.ENGLISH).get("No_Such"));
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Matcher argument = Pattern.compile("\\{\\d+\\}").matcher(text);
        while (argument.find()) {
            found.add(argument.group());
        }
        return found;
    }

    private static Properties load(String file) {
        Properties properties = new Properties();
        try (InputStream stream = MessagesTest.class.getResourceAsStream(FOLDER + file)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = MessagesTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
