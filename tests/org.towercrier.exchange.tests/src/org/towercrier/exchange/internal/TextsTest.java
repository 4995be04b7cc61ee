package org.towercrier.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence is there in every language, with the same arguments. */
class TextsTest {

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = Texts.class.getResourceAsStream("/OSGI-INF/l10n/" + name + ".properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static List<String> keys(List<String> lines) {
        return lines.stream().map(line -> line.substring(0, line.indexOf('='))).toList();
    }

    private static TreeSet<String> arguments(String line) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile("\\{(\\d)").matcher(line).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = { "exchange", "exchange_zh_CN", "exchange_zh_TW" })
    void languagesAreSortedCompleteAndAgree(String name) throws IOException {
        List<String> english = lines("exchange");
        List<String> lines = lines(name);
        List<String> keys = keys(lines);
        assertEquals(new ArrayList<>(new TreeSet<>(keys)), keys);
        assertEquals(keys(english), keys);
        for (int i = 0; i < lines.size(); i++) {
            assertFalse(lines.get(i).endsWith("="), lines.get(i));
            assertEquals(arguments(english.get(i)), arguments(lines.get(i)), lines.get(i));
        }
    }
}
