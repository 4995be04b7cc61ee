package org.towercrier.ui.table;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads what people type into a filter row.
 *
 * <p>Numbers: {@code 5}, {@code >5}, {@code >=5}, {@code <5}, {@code <=5}, {@code !=5}, {@code 5..10}. Times the same
 * with {@code 2026-11}, {@code 2026-11-20} or {@code 2026-11-20 18:30}, each standing for as long as it names. Words:
 * any part, {@code !part} for those without it, {@code =whole}; words of a choice separated by commas. A lone {@code -}
 * asks for rows without a value, {@code *} for rows with any.
 */
public final class FilterParser {

    private final ZoneId zone;
    private final Locale locale;

    /** A parser for times in a zone and numbers of a locale; numbers with a decimal point are read in any locale. */
    public FilterParser(ZoneId zone, Locale locale) {
        this.zone = zone;
        this.locale = locale;
    }

    /** The filter that a text asks for; absent when the text does not say one. */
    public Optional<ColumnFilter> parse(ColumnType type, String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return Optional.empty();
        }
        if ("-".equals(trimmed) || "*".equals(trimmed)) {
            return Optional.of(new ColumnFilter.Absent("-".equals(trimmed)));
        }
        return switch (type) {
            case TEXT -> Optional.of(words(trimmed));
            case CHOICE, SEVERITY -> Optional.of(new ColumnFilter.OneOf(Arrays.stream(trimmed.split(","))
                    .map(String::strip).filter(word -> !word.isEmpty()).collect(Collectors.toSet())));
            case INTEGER, NUMBER, TIME -> range(type, trimmed);
        };
    }

    private static ColumnFilter words(String text) {
        if (text.startsWith("=") && text.length() > 1) {
            return new ColumnFilter.OneOf(java.util.Set.of(text.substring(1).strip()));
        }
        boolean negated = text.startsWith("!") && text.length() > 1;
        return new ColumnFilter.Contains((negated ? text.substring(1).strip() : text).toLowerCase(Locale.ROOT), negated);
    }

    private Optional<ColumnFilter> range(ColumnType type, String text) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            Optional<double[]> low = span(type, text.substring(0, dots));
            Optional<double[]> high = span(type, text.substring(dots + 2));
            return low.isEmpty() || high.isEmpty() ? Optional.empty()
                    : Optional.of(new ColumnFilter.Between(low.get()[0], true, high.get()[1], true, false));
        }
        String sign = text.startsWith(">=") || text.startsWith("<=") || text.startsWith("!=") ? text.substring(0, 2)
                : ">=<".contains(text.substring(0, 1)) ? text.substring(0, 1) : "=";
        String operand = text.startsWith(sign) ? text.substring(sign.length()) : text;
        return span(type, operand).map(span -> switch (sign) {
            case ">" -> new ColumnFilter.Between(span[1], false, Double.POSITIVE_INFINITY, true, false);
            case ">=" -> new ColumnFilter.Between(span[0], true, Double.POSITIVE_INFINITY, true, false);
            case "<" -> new ColumnFilter.Between(Double.NEGATIVE_INFINITY, true, span[0], false, false);
            case "<=" -> new ColumnFilter.Between(Double.NEGATIVE_INFINITY, true, span[1], true, false);
            case "!=" -> new ColumnFilter.Between(span[0], true, span[1], true, true);
            default -> new ColumnFilter.Between(span[0], true, span[1], true, false);
        });
    }

    /** First and last value that a text stands for; a number stands for all that are written like it. */
    private Optional<double[]> span(ColumnType type, String text) {
        String operand = text.strip();
        return type == ColumnType.TIME ? timeSpan(operand) : numberSpan(operand);
    }

    private Optional<double[]> numberSpan(String text) {
        Optional<Double> number = number(text);
        return number.map(value -> {
            int point = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
            double half = point < 0 ? 0 : 0.5 * Math.pow(10, -(text.length() - point - 1)) * (1 - 1e-9);
            return new double[]{ value - half, value + half };
        });
    }

    private Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException notPlain) {
            ParsePosition position = new ParsePosition(0);
            Number number = NumberFormat.getNumberInstance(locale).parse(text, position);
            return number == null || position.getIndex() < text.length() ? Optional.empty()
                    : Optional.of(number.doubleValue());
        }
    }

    private Optional<double[]> timeSpan(String text) {
        try {
            return switch (text.length()) {
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield Optional.of(span(month.atDay(1), month.plusMonths(1).atDay(1)));
                }
                case 10 -> {
                    LocalDate day = LocalDate.parse(text);
                    yield Optional.of(span(day, day.plusDays(1)));
                }
                case 16 -> {
                    Instant minute = LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
                    yield Optional.of(span(minute, minute.plus(1, ChronoUnit.MINUTES)));
                }
                default -> Optional.empty();
            };
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private double[] span(LocalDate from, LocalDate end) {
        return span(from.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
    }

    private static double[] span(Instant from, Instant end) {
        return new double[]{ from.toEpochMilli(), end.toEpochMilli() - 1.0 };
    }
}
