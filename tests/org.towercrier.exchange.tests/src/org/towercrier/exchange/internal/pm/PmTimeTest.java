package org.towercrier.exchange.internal.pm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times and periods in the forms that makers use. */
class PmTimeTest {

    @ParameterizedTest
    @CsvSource({ "2022-04-18T19:15:00+00:00,2022-04-18T19:15:00Z", "2000-03-01T14:14:30+02:00,2000-03-01T12:14:30Z",
            "2018-10-02T12:15:00Z,2018-10-02T12:15:00Z",
            "2018-10-02T12:15:00.250Z,2018-10-02T12:15:00.250Z", "2018-10-02T12:15:00-0330,2018-10-02T15:45:00Z",
            "20181002121500+08,2018-10-02T04:15:00Z",
            "2018-10-02 12:15Z,2018-10-02T12:15:00Z", "2018-10-02T24:00:00Z,2018-10-03T00:00:00Z",
            "2024-02-29T00:00:00Z,2024-02-29T00:00:00Z" })
    void timesWithZoneAreRead(String text, Instant expected) {
        PmTime.Parsed parsed = PmTime.parse(text, ZoneOffset.UTC).orElseThrow();
        assertEquals(expected, Instant.EPOCH.plusNanos(0).plus(parsed.micros(), java.time.temporal.ChronoUnit.MICROS));
        assertTrue(parsed.zoned());
    }

    @ParameterizedTest
    @CsvSource({ "2018-10-02T12:15:00,Asia/Shanghai,2018-10-02T04:15:00Z", "2018-07-02T12:15:00,Europe/Berlin,2018-07-02T10:15:00Z" })
    void timesWithoutZoneAreTakenInTheGivenOne(String text, ZoneId zone, Instant expected) {
        PmTime.Parsed parsed = PmTime.parse(text, zone).orElseThrow();
        assertEquals(expected, Instant.EPOCH.plus(parsed.micros(), java.time.temporal.ChronoUnit.MICROS));
        assertTrue(!parsed.zoned());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "now", "2023-02-29T00:00:00Z", "2018-13-02T12:15:00Z", "2018-10-02T25:15:00Z", "2018-10-02T12:15:00+99:00",
            "2018-10-02" })
    void whatIsNoTimeIsNone(String text) {
        assertTrue(PmTime.parse(text, ZoneOffset.UTC).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({ "PT900S,900", "PT15M,900", "PT1H,3600", "P1D,86400", "P0Y0M0DT0H15M0S,900", "PT900.000S,900", "PT1M,60", "900,900",
            "pt5m,300", "P1W,604800" })
    void periodsAreRead(String text, int seconds) {
        assertEquals(OptionalInt.of(seconds), PmDuration.seconds(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "P", "PT", "PT0S", "P1M", "P1Y", "-PT900S", "PT0.5S", "900S", "PT999999999H" })
    void whatIsNoPeriodIsNone(String text) {
        assertEquals(OptionalInt.empty(), PmDuration.seconds(text));
    }

    @ParameterizedTest
    @CsvSource({ "'SubNetwork=1,ManagedElement=7','ENodeBFunction=1,Cell=2','SubNetwork=1,ManagedElement=7,ENodeBFunction=1,Cell=2'",
            "'SubNetwork=1,ManagedElement=7','ManagedElement=7,Cell=2','SubNetwork=1,ManagedElement=7,Cell=2'",
            "'node7','ManagedElement=node7,Cell=2','ManagedElement=node7,Cell=2'",
            "'ManagedElement=7','ManagedElement=7,Cell=2','ManagedElement=7,Cell=2'", "'Dublin','objLdn','Dublin,objLdn'",
            "'Dublin','','Dublin'", "'','Cell=2','Cell=2'" })
    void namesOfObjectsAreJoinedOnce(String element, String object, String expected) {
        assertEquals(expected, PmNames.object(element, object));
    }
}
