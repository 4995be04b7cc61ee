package org.towercrier.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class WordsAndNumbersTest {

    private static final String THIN = "\u202F";

    private static Properties words(String suffix) throws IOException {
        Properties words = new Properties();
        try (InputStream in = UiMessages.class.getClassLoader().getResourceAsStream("OSGI-INF/l10n/ui" + suffix + ".properties")) {
            assertNotNull(in, suffix);
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static List<String> lines(String suffix) throws IOException {
        try (InputStream in = UiMessages.class.getClassLoader().getResourceAsStream("OSGI-INF/l10n/ui" + suffix + ".properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("=")[0]).toList();
        }
    }

    @Test
    void everyWordIsThereInThreeLanguagesAndInOrder() throws IOException {
        Properties english = words("");
        for (String language : List.of("", "_zh_CN", "_zh_TW")) {
            assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(words(language).keySet()), language);
            assertEquals(lines(language).stream().sorted().toList(), lines(language), language);
        }
    }

    @Test
    void eachLocaleGetsItsOwnWords() {
        assertEquals("Critical", UiMessages.of(Locale.GERMANY).get("Severity_Critical"));
        assertEquals("\u7D27\u6025", UiMessages.of(Locale.SIMPLIFIED_CHINESE).get("Severity_Critical"));
        assertEquals("\u7DCA\u6025", UiMessages.of(Locale.TRADITIONAL_CHINESE).get("Severity_Critical"));
        assertEquals("1 cell", UiMessages.of(Locale.ENGLISH).get("Map_CellCount", 1));
        assertEquals("1,204 of 98,311, 3 selected", UiMessages.of(Locale.ENGLISH).get("Table_Selected",
                UiMessages.of(Locale.ENGLISH).get("Table_Of", 1204, 98311), 3));
    }

    @Test
    void numbersAreWrittenByLocale() {
        NumberFormats english = NumberFormats.of(Locale.ENGLISH);
        NumberFormats german = NumberFormats.of(Locale.GERMANY);
        assertEquals("98,311", english.integer(98_311));
        assertEquals("98.311", german.integer(98_311));
        assertEquals("87.30", english.decimal(87.3, 2));
        assertEquals("87,3" + THIN + "%", german.percent(0.873, 1));
        assertEquals("1,204.5" + THIN + "kbit/s", english.measure(1204.5, 2, "kbit/s"));
        assertEquals("7", english.measure(7, 2, "1"));
        assertEquals(NumberFormats.ABSENT, english.decimal(Double.NaN, 1));
    }

    @Test
    void largeNumbersBecomeShort() {
        NumberFormats english = NumberFormats.of(Locale.ENGLISH);
        assertEquals("999", english.compact(999));
        assertEquals("1.2k", english.compact(1204));
        assertEquals("1.0M", english.compact(999_600));
        assertEquals("-3.1M", english.compact(-3_100_000));
    }

    @Test
    void timesAreThoseOfTheOperatorsZone() {
        Dates shanghai = Dates.in(ZoneId.of("Asia/Shanghai"));
        Instant from = Instant.parse("2026-11-20T15:00:00Z");
        assertEquals("2026-11-20 23:00", shanghai.minute(from));
        assertEquals("2026-11-20 23:00\u201300:00", shanghai.period(from, from.plusSeconds(3600)));
        assertEquals("2026-11-20 23:00\u20132026-11-21 01:00", shanghai.period(from, from.plusSeconds(7200)));
    }
}
