package org.towercrier.exchange.internal.pm;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File names of measurement reports (TS 32.432): type, date, begin with zone, end, rest, as {@code A20000626.2315+0200-2330+0200_SubNetwork=1.xml}. */
final class PmFileName {

    private static final Pattern NAME = Pattern.compile("[A-D](\\d{8})\\.(\\d{4})([+-]\\d{4})?-.*");

    private PmFileName() {
    }

    /** Begin of the period, microseconds since 1970-01-01T00:00:00Z. */
    static Optional<Long> begin(String fileName, ZoneId zone) {
        Matcher match = NAME.matcher(fileName);
        if (!match.matches()) {
            return Optional.empty();
        }
        String offset = match.group(3) == null ? "" : match.group(3);
        return PmTime.parse(match.group(1) + match.group(2) + offset, zone).map(PmTime.Parsed::micros);
    }
}
