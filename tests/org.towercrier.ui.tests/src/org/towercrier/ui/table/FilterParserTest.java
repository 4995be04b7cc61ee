package org.towercrier.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {

    private final FilterParser parser = new FilterParser(ZoneId.of("Asia/Shanghai"), Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({ ">5, 5, false", ">5, 5.1, true", ">=5, 5, true", "<5, 4.9, true", "<=5, 5, true", "5, 5, true",
            "=5, 5.2, false", "!=5, 6, true", "!=5, 5, false", "5..10, 10, true", "5..10, 10.5, false",
            "-3..-1, -2, true", "87.3, 87.32, true", "87.3, 87.38, false", "'1,204', 1204, true", "-5, -5, true" })
    void numbersAreCompared(String text, double value, boolean passes) {
        assertEquals(passes, parser.parse(ColumnType.NUMBER, text).orElseThrow().acceptsNumber(value));
    }

    @ParameterizedTest
    @CsvSource({ "2026-11-20, 2026-11-19T16:00:00Z, true", "2026-11-20, 2026-11-20T16:00:00Z, false",
            ">2026-11-20, 2026-11-20T16:00:00Z, true", ">2026-11-20, 2026-11-20T15:59:59Z, false",
            "2026-11, 2026-11-30T15:59:59Z, true", "2026-11-01..2026-11-20, 2026-11-20T10:00:00Z, true",
            "<2026-11-20 18:30, 2026-11-20T10:29:59Z, true", "2026-11-20 18:30, 2026-11-20T10:30:59Z, true" })
    void timesStandForAsLongAsTheyNameInTheOperatorsZone(String text, Instant value, boolean passes) {
        assertEquals(passes, parser.parse(ColumnType.TIME, text).orElseThrow().acceptsNumber(value.toEpochMilli()));
    }

    @ParameterizedTest
    @CsvSource({ "site, Old Site, true", "!site, Old Site, false", "=Old, Old Site, false", "=Old Site, Old Site, true" })
    void wordsAreLookedFor(String text, String word, boolean passes) {
        assertEquals(passes,
                parser.parse(ColumnType.TEXT, text).orElseThrow().acceptsWord(word, word.toLowerCase(Locale.ROOT)));
    }

    @Test
    void choicesArePartedByCommas() {
        ColumnFilter filter = parser.parse(ColumnType.SEVERITY, "Critical, Major").orElseThrow();
        assertTrue(filter.acceptsWord("Major", "major"));
        assertEquals(false, filter.acceptsWord("Minor", "minor"));
    }

    @ParameterizedTest
    @CsvSource({ "NUMBER, abc", "NUMBER, >", "NUMBER, 5..", "TIME, yesterday", "TIME, 2026-13-01", "NUMBER, 5x" })
    void whatCannotBeUnderstoodIsNoFilter(ColumnType type, String text) {
        assertTrue(parser.parse(type, text).isEmpty());
    }

    @Test
    void aDashAsksForRowsWithoutAValue() {
        assertEquals(new ColumnFilter.Absent(true), parser.parse(ColumnType.NUMBER, "-").orElseThrow());
        assertEquals(new ColumnFilter.Absent(false), parser.parse(ColumnType.TEXT, "*").orElseThrow());
    }
}
