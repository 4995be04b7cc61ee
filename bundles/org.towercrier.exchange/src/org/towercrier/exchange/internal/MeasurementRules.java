package org.towercrier.exchange.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

import org.towercrier.exchange.internal.CanonicalMeasurements.Canonical;

/** What no measurement can be, whatever file it comes from. */
final class MeasurementRules {

    /** Before GSM went into service nothing of this kind was measured; such times come from clocks that were never set. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    /** Clocks differ and zones are mistaken by up to 14 hours; what is later than this is not a mistaken zone. */
    private static final long TOLERANCE_HOURS = 24;
    /** Longest granularity period: a month, for monthly reports. */
    private static final int LONGEST_PERIOD = 31 * 86_400;
    private static final double FULL = 100 + 1e-6;
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.UTC);

    /** Levels and differences are rightly negative; all else in a measurement file counts, shares or averages something that cannot be. */
    private static final Pattern MAY_BE_NEGATIVE = Pattern.compile(
            "rsrp|rsrq|rssi|rscp|ecno|sinr|snr|interf|noise|pathloss|power|pwr|dbm|temper|level|gain|offset|delta|diff|change|trend|margin|advance|balance|lat|lon",
            Pattern.CASE_INSENSITIVE);

    private final long earliest;
    private final long latest;
    private final Instant now;

    MeasurementRules(Instant now) {
        this.now = now;
        this.earliest = micros(EARLIEST);
        this.latest = micros(now.plus(TOLERANCE_HOURS, ChronoUnit.HOURS));
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** The sentence against a time, if there is one. */
    Optional<String> badTime(long startMicros, int periodSeconds) {
        if (periodSeconds <= 0 || periodSeconds > LONGEST_PERIOD) {
            return Optional.of(Texts.text("Measurement_Period", Integer.toString(periodSeconds)));
        }
        if (startMicros < earliest) {
            return Optional.of(Texts.text("Measurement_Past", iso(startMicros)));
        }
        if (startMicros + periodSeconds * 1_000_000L > latest) {
            return Optional.of(Texts.text("Measurement_Future", iso(startMicros), ISO.format(now.truncatedTo(ChronoUnit.SECONDS))));
        }
        return Optional.empty();
    }

    static String iso(long micros) {
        return ISO.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** The sentence against a value of a canonical measurement, if there is one; too high a PRB usage is the file's trouble, see {@link #rawBlocks}. */
    Optional<String> badValue(Canonical canonical, double value) {
        if (value < 0) {
            return Optional.of(Texts.text("Measurement_Negative", canonical.name()));
        }
        if (canonical.percent() && value > FULL && !canonical.prbUsage()) {
            return Optional.of(Texts.text("Measurement_Percent", canonical.name()));
        }
        return Optional.empty();
    }

    /** Is this a PRB "percentage" that can only be a raw count of resource blocks? */
    boolean rawBlocks(Canonical canonical, double value) {
        return canonical.prbUsage() && value > FULL;
    }

    /** Can a measurement of this name be below zero? */
    boolean mayBeNegative(String name) {
        return MAY_BE_NEGATIVE.matcher(name).find();
    }
}
