package org.towercrier.exchange.internal.pm;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of granularity periods: XML Schema durations, as {@code PT900S}, {@code PT15M}, {@code P1D}; a bare number is seconds. */
final class PmDuration {

    private static final Pattern ISO = Pattern.compile(
            "(?i)P(?:0+Y)?(?:0+M)?(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:[.,]0+)?S)?)?");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private PmDuration() {
    }

    /** Whole seconds, empty when the text is no duration or its length is zero, depends on the calendar (years, months) or is beyond an int. */
    static OptionalInt seconds(String text) {
        String trimmed = text.strip();
        if (SECONDS.matcher(trimmed).matches()) {
            return positive(Long.parseLong(trimmed));
        }
        Matcher match = ISO.matcher(trimmed);
        if (!match.matches()) {
            return OptionalInt.empty();
        }
        return positive(part(match, 1) * 604_800 + part(match, 2) * 86_400 + part(match, 3) * 3_600 + part(match, 4) * 60 + part(match, 5));
    }

    private static long part(Matcher match, int group) {
        return match.group(group) == null ? 0 : Long.parseLong(match.group(group));
    }

    private static OptionalInt positive(long seconds) {
        return seconds > 0 && seconds <= Integer.MAX_VALUE ? OptionalInt.of((int) seconds) : OptionalInt.empty();
    }
}
