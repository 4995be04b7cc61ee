package org.towercrier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void numbersStandUnderOneAnotherWithTheirUnitInTheHeading() {
        Table table = Table.in(Locale.ENGLISH, SHANGHAI).text("Cell").number("Load", "%", 1);
        table.row("a", 7.25).row("long name", 1234.5);

        assertEquals(List.of(
                "Cell       Load [%]",
                "---------  --------",
                "a               7.2",
                "long name   1,234.5"), printed(table));
    }

    @Test
    void numbersAreInTheFormatOfTheUser() {
        Table table = Table.in(Locale.GERMANY, SHANGHAI).number("Rows", "", 2).row(1234567.891);

        assertEquals("1.234.567,89", printed(table).getLast());
    }

    @Test
    void timesAreLocalTimes() {
        Table table = Table.in(Locale.ENGLISH, SHANGHAI).text("Raised").row(Instant.parse("2026-10-31T16:15:00Z"));

        assertEquals("2026-11-01 00:15", printed(table).getLast());
    }

    @Test
    void absentValuesAreShownAsAbsentAndNeverAsZero() {
        Table table = Table.in(Locale.ENGLISH, SHANGHAI).text("A").number("B", "", 0).number("C", "", 0);
        table.row(null, Optional.empty(), Double.NaN);

        assertEquals("–  –  –", printed(table).getLast());
    }

    @Test
    void chineseNamesKeepTheColumnsStraight() {
        Table table = Table.in(Locale.ENGLISH, SHANGHAI).text("Name").number("N", "", 0);
        table.row("浦东新区", 1).row("abc", 2);

        assertEquals(List.of("Name      N", "--------  -", "浦东新区  1", "abc       2"), printed(table));
    }

    @Test
    void aRowWithTooFewValuesIsAMistakeOfTheCommand() {
        Table table = Table.in(Locale.ENGLISH, SHANGHAI).text("A").text("B");

        assertThrows(IllegalArgumentException.class, () -> table.row("only one"));
    }

    @Test
    void aLineBreakInAValueDoesNotBreakTheTable() {
        Table table = Table.in(Locale.ENGLISH, SHANGHAI).text("Comment").row("first\r\nsecond");

        assertEquals("first second", printed(table).getLast());
    }

    @Test
    void aLongTextIsBrokenBetweenItsWordsAndNothingIsCutOff() {
        Table table = Table.in(Locale.ENGLISH, SHANGHAI).text("Id").wrapped("Content", 12).number("N", "", 0);
        table.row("a", "one two three four", 1).row("b", "unbreakablelongword x", 2);

        assertEquals(List.of("Id  Content              N", "--  -------------------  -", "a   one two              1", "    three four",
                "b   unbreakablelongword  2", "    x"), printed(table));
    }

    private static List<String> printed(Table table) {
        StringBuilder text = new StringBuilder();
        table.print(text::append);
        return text.toString().lines().toList();
    }
}
