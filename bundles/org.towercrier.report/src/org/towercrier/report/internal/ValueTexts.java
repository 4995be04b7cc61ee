package org.towercrier.report.internal;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.towercrier.report.Grid;
import org.towercrier.report.ReportRequest;

/** Values as people read them: numbers by locale, times in the zone of the request, dates as in ISO 8601. */
final class ValueTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int FACT_DECIMALS = 2;

    private final Locale locale;
    private final ZoneId zone;

    ValueTexts(ReportRequest request) {
        this.locale = request.locale();
        this.zone = request.zone();
    }

    String number(double value, int decimals) {
        return number(value, decimals, decimals);
    }

    private String number(double value, int least, int most) {
        if (!Double.isFinite(value)) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(value);
    }

    String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** A value of a table. */
    String cell(Object value, int decimals) {
        return switch (value) {
            case Number number -> number(number.doubleValue(), decimals);
            case Instant instant -> time(instant);
            case Grid.Mark mark -> mark.tone().shape().isEmpty() ? mark.text() : mark.tone().shape() + " " + mark.text();
            default -> value.toString();
        };
    }

    /** A value that stands alone: as many digits as it needs. */
    String fact(Object value) {
        return value instanceof Number number ? number(number.doubleValue(), 0, FACT_DECIMALS)
                : value instanceof Instant instant ? time(instant)
                        : value instanceof LocalDate date ? date.toString() : value.toString();
    }
}
