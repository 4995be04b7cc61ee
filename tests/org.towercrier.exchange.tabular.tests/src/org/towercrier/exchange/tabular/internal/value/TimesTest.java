package org.towercrier.exchange.tabular.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.exchange.profile.ImportProfile.Overlap;
import org.towercrier.exchange.profile.ImportProfile.Repeats;
import org.towercrier.exchange.tabular.internal.value.TimePatterns.Finding;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static TimeResolver utc() {
        return new TimeResolver(ZoneOffset.UTC, Optional.empty(), Repeats.NEXT_DAY, Overlap.IN_TURN);
    }

    private static Instant at(TimeResolver resolver, String pattern, String text, String object) throws BadValueException {
        long micros = resolver.micros(new TimeText(List.of(pattern)).read(text).orElseThrow(), object, "t", text);
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "dd/MM/yyyy HH:mm|23/10/2017 03:00|2017-10-23T03:00:00Z",
            "M/d/yyyy H:mm:ss|10/3/2017 3:05:06|2017-10-03T03:05:06Z",
            "yyyyMMddHHmm|201803010915|2018-03-01T09:15:00Z", "d-MMM-yy|23-Oct-17|2017-10-23T00:00:00Z",
            "yyyy/M/d H|2018/3/1 7|2018-03-01T07:00:00Z",
            "epoch|1520000000|2018-03-02T14:13:20Z", "epoch-ms|1520000000123|2018-03-02T14:13:20.123Z",
            "iso|2018-03-01T10:00:00+08:00|2018-03-01T02:00:00Z",
            "iso|2018-03-01 10:00:00.713|2018-03-01T10:00:00.713Z", "iso|2018-03-01T02:00Z|2018-03-01T02:00:00Z",
            "yyyy-MM-dd HH:mm|2018-03-01 24:00|2018-03-02T00:00:00Z",
            "h:mm a, d MMM yyyy|3:05 PM, 1 Mar 2018|2018-03-01T15:05:00Z", "yyyy年M月d日 H时|2018年3月1日 7时|2018-03-01T07:00:00Z" })
    void patternsAreRead(String pattern, String text, String expected) throws BadValueException {
        assertEquals(Instant.parse(expected), at(utc(), pattern, text, "c"));
    }

    @Test
    void impossibleDatesAreNotBentIntoPossibleOnes() {
        assertTrue(new TimeText(List.of("dd/MM/yyyy")).read("32/01/2018").isEmpty());
        assertTrue(new TimeText(List.of("yyyy-MM-dd")).read("018-04-01").isEmpty());
        assertTrue(new TimeText(List.of(TimeText.ISO)).read("018-04-01").isEmpty());
    }

    @Test
    void theHourThatDoesNotExistIsRefused() {
        TimeResolver berlin = new TimeResolver(ZoneId.of("Europe/Berlin"), Optional.empty(), Repeats.NEXT_DAY, Overlap.IN_TURN);
        BadValueException bad = assertThrows(BadValueException.class, () -> at(berlin, "iso", "2024-03-31 02:30", "c"));
        assertTrue(bad.getMessage().contains("Europe/Berlin"), bad.getMessage());
    }

    @Test
    void theHourThatHappensTwiceIsTakenInTurnForEachCell() throws BadValueException {
        TimeResolver berlin = new TimeResolver(ZoneId.of("Europe/Berlin"), Optional.empty(), Repeats.NEXT_DAY, Overlap.IN_TURN);
        assertEquals(Instant.parse("2024-10-27T00:30:00Z"), at(berlin, "iso", "2024-10-27 02:30", "a"));
        assertEquals(Instant.parse("2024-10-27T00:30:00Z"), at(berlin, "iso", "2024-10-27 02:30", "b"));
        assertEquals(Instant.parse("2024-10-27T01:30:00Z"), at(berlin, "iso", "2024-10-27 02:30", "a"));
        assertEquals(3, berlin.overlapping());
    }

    @Test
    void theHourThatHappensTwiceCanBeSettledByTheProfile() throws BadValueException {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertEquals(Instant.parse("2024-10-27T00:30:00Z"),
                at(new TimeResolver(berlin, Optional.empty(), Repeats.NEXT_DAY, Overlap.EARLIER), "iso", "2024-10-27 02:30", "a"));
        assertEquals(Instant.parse("2024-10-27T01:30:00Z"),
                at(new TimeResolver(berlin, Optional.empty(), Repeats.NEXT_DAY, Overlap.LATER), "iso", "2024-10-27 02:30", "a"));
        assertThrows(BadValueException.class,
                () -> at(new TimeResolver(berlin, Optional.empty(), Repeats.NEXT_DAY, Overlap.REJECT), "iso", "2024-10-27 02:30", "a"));
    }

    @Test
    void timesWithoutDateGoFromDayToDay() throws BadValueException {
        TimeResolver resolver = new TimeResolver(ZoneOffset.UTC, Optional.of(LocalDate.of(2019, 3, 4)), Repeats.NEXT_DAY, Overlap.IN_TURN);
        assertEquals(Instant.parse("2019-03-04T10:45:00Z"), at(resolver, "H:mm", "10:45", "a"));
        assertEquals(Instant.parse("2019-03-05T10:45:00Z"), at(resolver, "H:mm", "10:45", "a"));
        assertEquals(Instant.parse("2019-03-04T10:45:00Z"), at(resolver, "H:mm", "10:45", "b"));
        assertEquals(2, resolver.daysLaidOut());
        assertFalse(resolver.dateAssumed());
    }

    @Test
    void withoutAnyDateItIsSaidToBeAssumed() throws BadValueException {
        TimeResolver resolver = utc();
        at(resolver, "H:mm", "10:45", "a");
        assertTrue(resolver.dateAssumed());
    }

    @Test
    void repeatedTimesCanMeanTheSameMoment() throws BadValueException {
        TimeResolver resolver = new TimeResolver(ZoneOffset.UTC, Optional.of(LocalDate.of(2019, 3, 4)), Repeats.SAME, Overlap.IN_TURN);
        assertEquals(at(resolver, "H:mm", "10:45", "a"), at(resolver, "H:mm", "10:45", "a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "23/10/2017 03:00;1/11/2017 04:00|d/M/uuuu H:mm",
            "10/23/2017 03:00:00;11/1/2017 04:00:00|M/d/uuuu H:mm:ss",
            "2017-10-23 03:00;2017-10-24 03:00|iso", "1520000000;1520000900|epoch", "1520000000000;1520000900000|epoch-ms",
            "23-Oct-17;1-Nov-17|d-MMM-uu",
            "2018/3/1 0:00:00;2018/3/1 1:00:00|uuuu/M/d H:mm:ss", "2018/3/1 0;2018/3/1 23|uuuu/M/d H", "10:45;9:45|H:mm",
            "31.12.2017 23:45;1.1.2018 0:00|d.M.uuuu H:mm" })
    void thePatternIsFoundInTheValues(String values, String expected) {
        assertEquals(new Finding.Found(expected), TimePatterns.find(List.of(values.split(";")), NOW));
    }

    @Test
    void dayAndMonthThatCannotBeToldApartAreNotGuessed() {
        assertInstanceOf(Finding.Ambiguous.class, TimePatterns.find(List.of("01/02/2018 10:00", "03/04/2018 11:00"), NOW));
    }

    @Test
    void whatIsNoTimeIsNotOne() {
        assertInstanceOf(Finding.None.class, TimePatterns.find(List.of("yesterday", "today"), NOW));
    }
}
