package org.towercrier.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreLockedException;

/** The sentences about failures are there in three languages. */
class StoreMessagesTest {

    private static Properties messages(String suffix) throws IOException {
        Properties messages = new Properties();
        try (InputStream in = StoreException.class.getResourceAsStream("messages" + suffix + ".properties")) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages;
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(result -> result.group()).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "_zh_CN", "_zh_TW" })
    @DisplayName("each language has the same keys with the same places")
    void complete(String suffix) throws IOException {
        Properties english = messages("");
        Properties other = messages(suffix);
        assertEquals(english.keySet(), other.keySet());
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(other.getProperty(key)), key);
            assertFalse(english.getProperty(key).contains("'"), key);
        }
    }

    @Test
    @DisplayName("a failure is told in the language of the user")
    void languages() {
        StoreException locked = new StoreLockedException(Path.of("w"),
                Optional.of(new StoreLockedException.Owner(12345, "host",
                        LocalDateTime.of(2026, 3, 9, 17, 4, 58).atZone(ZoneId.systemDefault()).toInstant())),
                null);
        assertEquals("The workspace w is open in process 12345 on host since 2026-03-09 17:04. "
                + "Close it there, or choose another workspace.", locked.getMessage());
        assertTrue(locked.what(Locale.SIMPLIFIED_CHINESE).startsWith("工作区 w"), locked.what(Locale.SIMPLIFIED_CHINESE));
        assertTrue(locked.what(Locale.TRADITIONAL_CHINESE).startsWith("工作區 w"));
        assertEquals(locked.what(Locale.ROOT), locked.what(Locale.FRENCH));
    }
}
