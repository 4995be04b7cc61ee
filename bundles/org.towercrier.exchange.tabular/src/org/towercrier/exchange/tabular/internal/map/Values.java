package org.towercrier.exchange.tabular.internal.map;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;

import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.exchange.tabular.internal.value.NumberStyle;
import org.towercrier.exchange.tabular.internal.value.Numbers;
import org.towercrier.exchange.tabular.internal.value.TimePatterns;
import org.towercrier.exchange.tabular.internal.value.TimeText;
import org.towercrier.exchange.tabular.internal.value.TimeText.Reading;
import org.towercrier.exchange.tabular.internal.value.Truth;
import org.towercrier.exchange.tabular.internal.value.Units;
import org.towercrier.model.MeasureAnnotations;

/** Turns texts into values of the types of the model. */
final class Values {

    /** Reads a text that is not blank. */
    @FunctionalInterface
    interface Reader {
        Object read(String text, String column) throws BadValueException;
    }

    /** Reads a number as its column writes them. */
    @FunctionalInterface
    interface NumberReader {
        double read(String text) throws BadValueException;
    }

    private Values() {
    }

    /**
     * A reader for a feature.
     *
     * @param column what the profile says about it
     * @param numbers how the column writes numbers
     * @param sample texts of the column, to find the pattern of dates
     * @throws ImportRefusedException when the unit cannot become the feature's, or day and month cannot be told apart
     */
    static Reader reader(EStructuralFeature feature, Column column, NumberReader numbers, List<String> sample, ZoneId zone, Instant now)
            throws ImportRefusedException {
        Reader plain = PersonalCells.guarded(feature, typed(feature, column, numbers, sample, zone, now));
        if (column.values().isEmpty()) {
            return plain;
        }
        Map<String, String> translation = new java.util.HashMap<>();
        column.values().forEach((from, to) -> translation.put(from.strip().toLowerCase(Locale.ROOT), to));
        return (text, name) -> {
            String translated = translation.getOrDefault(text.strip().toLowerCase(Locale.ROOT), text);
            return translated.isEmpty() ? null : plain.read(translated, name);
        };
    }

    private static Reader typed(EStructuralFeature feature, Column column, NumberReader numbers, List<String> sample, ZoneId zone,
            Instant now)
            throws ImportRefusedException {
        EClassifier type = feature.getEType();
        Class<?> raw = type.getInstanceClass();
        if (type instanceof EEnum literals) {
            return (text, name) -> Literals.of(literals, text).orElseThrow(
                    () -> new BadValueException(name, text, Messages.of("value.literal", text, feature.getName(), String.join(", ",
                            literals.getELiterals().stream().map(org.eclipse.emf.ecore.EEnumLiteral::getLiteral).toList()))));
        }
        if (feature instanceof EReference || raw == String.class || raw == null) {
            return (text, name) -> wholeAsText(text);
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return (text, name) -> Truth.parse(text).orElseThrow(() -> new BadValueException(name, text, Messages.of("value.truth", text)));
        }
        if (raw == Instant.class || raw == LocalDate.class) {
            return time(raw == Instant.class, column, sample, zone, now);
        }
        DoubleUnaryOperator conversion = conversion(column, MeasureAnnotations.unit(feature).orElse("1"));
        if (raw == Integer.class || raw == int.class || raw == Long.class || raw == long.class) {
            boolean small = raw == Integer.class || raw == int.class;
            return (text, name) -> whole(text, name, small, conversion, column, numbers);
        }
        return (text, name) -> conversion.applyAsDouble(percentAware(text, column, numbers));
    }

    /** {@code 3000.0} where an identity is meant is a number that a spreadsheet or data frame turned into a decimal. */
    private static String wholeAsText(String text) {
        String s = text.strip();
        if (s.endsWith(".0") && s.length() > 2 && s.length() < 20 && s.chars().limit(s.length() - 2L).allMatch(c -> c >= '0' && c <= '9')) {
            return s.substring(0, s.length() - 2);
        }
        return s;
    }

    private static Long whole(String text, String name, boolean small, DoubleUnaryOperator conversion, Column column, NumberReader numbers)
            throws BadValueException {
        OptionalLong exact = column.plain() ? Numbers.whole(text.strip(), NumberStyle.POINT) : OptionalLong.empty();
        long value;
        if (exact.isPresent()) {
            value = exact.getAsLong();
        } else {
            double number = conversion.applyAsDouble(numbers.read(text));
            if (number != Math.rint(number) || Math.abs(number) > 9e15) {
                throw new BadValueException(name, text, Messages.of("value.whole", text));
            }
            value = (long) number;
        }
        if (small && (value > Integer.MAX_VALUE || value < Integer.MIN_VALUE)) {
            throw new BadValueException(name, text, Messages.of("value.too-large", text));
        }
        return value;
    }

    /** A percent sign says the unit whatever the profile says. */
    private static double percentAware(String text, Column column, NumberReader numbers) throws BadValueException {
        double value = numbers.read(text);
        boolean ratio = column.unit().equalsIgnoreCase("ratio") || column.unit().equalsIgnoreCase("fraction");
        return ratio && text.strip().endsWith("%") ? value / 100 : value;
    }

    /** Unit and scale of a column as one function to the model's unit. */
    static DoubleUnaryOperator conversion(Column column, String unit) throws ImportRefusedException {
        Optional<DoubleUnaryOperator> conversion = Units.resourceBlocks(column.unit()) ? Optional.of(DoubleUnaryOperator.identity())
                : Units.conversion(column.unit(), unit);
        DoubleUnaryOperator unitOnly = conversion
                .orElseThrow(() -> new ImportRefusedException(Messages.of("value.unit", column.unit(), unit, column.attribute())));
        double scale = column.scale();
        return scale == 1 ? unitOnly : value -> unitOnly.applyAsDouble(value) * scale;
    }

    private static Reader time(boolean instant, Column column, List<String> sample, ZoneId zone, Instant now)
            throws ImportRefusedException {
        String pattern = column.pattern();
        if (pattern.isEmpty()) {
            pattern = switch (TimePatterns.find(new java.util.LinkedHashSet<>(sample), now)) {
                case TimePatterns.Finding.Found found -> found.pattern();
                case TimePatterns.Finding.Ambiguous two ->
                    throw new ImportRefusedException(Messages.of("time.ambiguous", two.one(), two.other()));
                case TimePatterns.Finding.None none -> TimeText.ISO;
            };
        }
        TimeText text = new TimeText(List.of(pattern, TimeText.ISO));
        return (value, name) -> {
            Reading reading = text.read(value).orElseThrow(
                    () -> new BadValueException(name, value, Messages.of("time.unreadable", value, String.join(" | ", text.patterns()))));
            LocalDateTime local = switch (reading) {
                case Reading.Moment moment -> LocalDateTime.ofInstant(moment.instant(), zone);
                case Reading.Local at -> at.time();
                case Reading.Day day -> day.date().atStartOfDay();
                case Reading.OfDay ofDay -> throw new BadValueException(name, value, Messages.of("time.no-date", value));
            };
            return instant ? reading instanceof Reading.Moment moment ? moment.instant() : local.atZone(zone).toInstant()
                    : local.toLocalDate();
        };
    }
}
