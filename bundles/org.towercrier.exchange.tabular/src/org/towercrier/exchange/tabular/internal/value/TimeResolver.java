package org.towercrier.exchange.tabular.internal.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.towercrier.exchange.profile.ImportProfile.Overlap;
import org.towercrier.exchange.profile.ImportProfile.Repeats;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.TimeText.Reading;

/**
 * Turns what a row says about its time into a moment in UTC: adds the date where the file states none, and treats the hours that daylight saving takes out or
 * repeats. Not thread safe; used for one file.
 */
public final class TimeResolver {

    /** First day given to times without a date when nobody says which day it was: a Monday long before any measurement in use. */
    public static final LocalDate ASSUMED_DAY = LocalDate.of(2000, 1, 3);

    private final ZoneRules rules;
    private final ZoneId zone;
    private final Optional<LocalDate> date;
    private final Repeats repeats;
    private final Overlap overlap;
    private final Map<String, int[]> seenOfDay = new HashMap<>();
    private final Map<String, Boolean> seenTwice = new HashMap<>();
    private final Map<LocalDateTime, Long> known = new HashMap<>();
    private long overlapping;
    private long dateless;
    private int lastDay;

    public TimeResolver(ZoneId zone, Optional<LocalDate> date, Repeats repeats, Overlap overlap) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.date = date;
        this.repeats = repeats;
        this.overlap = overlap;
    }

    /**
     * The moment of a reading.
     *
     * @param object what the row is about: rows without a date and rows in a repeated hour are counted by it
     * @return microseconds since 1970 in UTC
     * @throws BadValueException when the local time does not exist, or exists twice and the profile rejects that
     */
    public long micros(Reading reading, String object, String column, String text) throws BadValueException {
        return switch (reading) {
            case Reading.Moment moment -> micros(moment.instant());
            case Reading.Local local -> local(local.time(), object, column, text);
            case Reading.Day day -> local(day.date().atStartOfDay(), object, column, text);
            case Reading.OfDay ofDay -> local(day(ofDay.time(), object).atTime(ofDay.time()), object, column, text);
        };
    }

    private LocalDate day(LocalTime time, String object) {
        dateless++;
        int day = 0;
        if (repeats == Repeats.NEXT_DAY) {
            day = seenOfDay.computeIfAbsent(object + '\u0000' + time, key -> new int[1])[0]++;
            lastDay = Math.max(lastDay, day);
        }
        return date.orElse(ASSUMED_DAY).plusDays(day);
    }

    private long local(LocalDateTime time, String object, String column, String text) throws BadValueException {
        Long plain = known.get(time);
        if (plain != null) {
            return plain;
        }
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw new BadValueException(column, text, Messages.of("time.gap", time, zone.getId()));
        }
        if (offsets.size() == 1) {
            long micros = micros(time.toInstant(offsets.get(0)));
            if (known.size() < 500_000) {
                known.put(time, micros);
            }
            return micros;
        }
        overlapping++;
        return micros(time.toInstant(offsets.get(switch (overlap) {
            case EARLIER -> 0;
            case LATER -> 1;
            case IN_TURN -> seenTwice.put(object + '\u0000' + time, true) == null ? 0 : 1;
            case REJECT -> throw new BadValueException(column, text, Messages.of("time.overlap", time, zone.getId()));
        })));
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    /** Rows whose local time exists twice. */
    public long overlapping() {
        return overlapping;
    }

    /** Rows whose file states no date. */
    public long dateless() {
        return dateless;
    }

    /** Days that the rows without a date were laid on. */
    public int daysLaidOut() {
        return lastDay + 1;
    }

    /** Was the day of the rows without a date assumed because nobody stated it? */
    public boolean dateAssumed() {
        return dateless > 0 && date.isEmpty();
    }
}
