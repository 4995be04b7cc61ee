package org.towercrier.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of a report.
 *
 * @param locale   language of its texts and numbers
 * @param zone     zone of its times
 * @param now      the time stamp
 * @param since    begin of the time it covers; absent for the kind's own choice
 * @param until    end of the time it covers; absent for the kind's own choice
 * @param subjects what it is about, such as the id of a plan or a campaign; empty for everything
 */
public record ReportRequest(Locale locale, ZoneId zone, Instant now, Optional<Instant> since, Optional<Instant> until,
        List<String> subjects) {

    public ReportRequest {
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        subjects = List.copyOf(subjects);
    }

    /** About everything, over the time the kind chooses. */
    public static ReportRequest of(Locale locale, ZoneId zone, Instant now) {
        return new ReportRequest(locale, zone, now, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same over another time. */
    public ReportRequest between(Optional<Instant> from, Optional<Instant> to) {
        return new ReportRequest(locale, zone, now, from, to, subjects);
    }

    /** The same about something in particular. */
    public ReportRequest about(List<String> things) {
        return new ReportRequest(locale, zone, now, since, until, things);
    }
}
