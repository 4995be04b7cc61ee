package org.towercrier.campaign.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.towercrier.campaign.gate.ContactHours.Window;
import org.towercrier.campaign.gate.GateCampaign.Hours;

class ContactHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static ContactHours nights(ZoneId zone, String from, String until) {
        return new ContactHours(zone, List.of(new Window(Set.of(), LocalTime.parse(from), Optional.of(LocalTime.parse(until)), "night")),
                List.of(), Set.of());
    }

    @ParameterizedTest
    @CsvSource({ "2026-06-01T18:59:00Z,true", "2026-06-01T19:00:00Z,false", "2026-06-02T05:59:59Z,false", "2026-06-02T06:00:00Z,true",
            "2026-01-15T19:59:00Z,true", "2026-01-15T20:00:00Z,false", "2026-01-16T07:00:00Z,true" })
    void quiet_hours_follow_local_time_in_summer_and_winter(String at, boolean open) {
        assertEquals(open, nights(BERLIN, "21:00", "08:00").at(Instant.parse(at)).open());
    }

    @Test
    void the_night_in_which_clocks_go_forward_ends_an_hour_earlier() {
        Hours night = nights(BERLIN, "21:00", "08:00").at(Instant.parse("2026-03-28T23:00:00Z"));
        assertFalse(night.open());
        assertEquals(Instant.parse("2026-03-29T06:00:00Z"), Instant.ofEpochSecond(night.next()));
    }

    @Test
    void the_night_in_which_clocks_go_back_ends_an_hour_later() {
        Hours night = nights(BERLIN, "21:00", "08:00").at(Instant.parse("2026-10-24T22:00:00Z"));
        assertEquals(Instant.parse("2026-10-25T07:00:00Z"), Instant.ofEpochSecond(night.next()));
    }

    @Test
    void an_end_in_the_hour_that_is_skipped_is_the_moment_of_the_change() {
        Hours night = nights(BERLIN, "21:00", "02:30").at(Instant.parse("2026-03-28T23:00:00Z"));
        assertEquals(Instant.parse("2026-03-29T01:00:00Z"), Instant.ofEpochSecond(night.next()));
    }

    @Test
    void an_hour_that_comes_twice_is_quiet_twice() {
        ContactHours hours = nights(BERLIN, "02:00", "02:30");
        assertFalse(hours.at(Instant.parse("2026-10-25T00:10:00Z")).open());
        assertTrue(hours.at(Instant.parse("2026-10-25T00:40:00Z")).open());
        assertFalse(hours.at(Instant.parse("2026-10-25T01:10:00Z")).open());
        assertEquals(Instant.parse("2026-10-25T01:30:00Z"), Instant.ofEpochSecond(hours.at(Instant.parse("2026-10-25T01:10:00Z")).next()));
    }

    @Test
    void a_window_across_midnight_belongs_to_the_day_on_which_it_begins() {
        ContactHours friday = new ContactHours(ZoneId.of("UTC"),
                List.of(new Window(Set.of(5), LocalTime.of(22, 0), Optional.of(LocalTime.of(9, 0)), "friday night")), List.of(), Set.of());
        assertFalse(friday.at(Instant.parse("2026-06-05T23:00:00Z")).open());
        assertFalse(friday.at(Instant.parse("2026-06-06T08:59:00Z")).open());
        assertTrue(friday.at(Instant.parse("2026-06-05T08:00:00Z")).open());
        assertTrue(friday.at(Instant.parse("2026-06-06T23:00:00Z")).open());
    }

    @Test
    void all_that_is_asked_for_must_hold_and_holidays_are_closed() {
        ContactHours hours = new ContactHours(ZoneId.of("Asia/Shanghai"), List.of(),
                List.of(new Window(Set.of(1, 2, 3, 4, 5), LocalTime.of(9, 0), Optional.of(LocalTime.of(18, 0)), "campaign"),
                        new Window(Set.of(), LocalTime.of(10, 0), Optional.of(LocalTime.of(20, 0)), "own")),
                Set.of(LocalDate.of(2026, 10, 1)));
        assertTrue(hours.at(Instant.parse("2026-09-30T03:00:00Z")).open());
        assertEquals("own", hours.at(Instant.parse("2026-09-30T01:30:00Z")).why());
        Hours evening = hours.at(Instant.parse("2026-09-30T11:00:00Z"));
        assertEquals("campaign", evening.why());
        assertEquals(Instant.parse("2026-10-02T02:00:00Z"), Instant.ofEpochSecond(evening.next()));
    }

    @Test
    void hours_that_never_open_say_so() {
        ContactHours never = nights(BERLIN, "08:00", "08:00");
        assertEquals(Hours.NEVER, never.at(Instant.parse("2026-06-01T10:00:00Z")).next());
    }
}
