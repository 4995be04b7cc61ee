package org.towercrier.ui.table;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import org.towercrier.ui.theme.Severity;

/**
 * A column of a {@link DataTable}.
 *
 * @param <T> what a row is made of
 * @param id name that the column is remembered by, of letters, digits, dots and dashes
 * @param label header for people
 * @param unit unit of the values, shown in the header; may be empty
 * @param type kind of the values
 * @param digits digits after the point of numbers
 * @param width width in pixels at first
 * @param visible whether it is shown at first
 * @param choices words in their order, for {@link ColumnType#CHOICE}; empty to take those that occur
 * @param value value of a row: {@code String}, {@code Number}, {@code Instant} or {@code Severity} by type, or null
 * @param mark severity whose shape and colour stand before the value of a row
 */
public record TableColumn<T>(String id, String label, String unit, ColumnType type, int digits, int width,
        boolean visible, List<String> choices, Function<T, Object> value, Function<T, Optional<Severity>> mark) {

    public TableColumn {
        if (!id.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("Column id " + id);
        }
        choices = List.copyOf(choices);
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(mark, "mark");
    }

    /** A column whose values bear no mark. */
    public TableColumn(String id, String label, String unit, ColumnType type, int digits, int width, boolean visible,
            List<String> choices, Function<T, Object> value) {
        this(id, label, unit, type, digits, width, visible, choices, value, row -> Optional.empty());
    }

    /** A column of words; null and the empty word are no value. */
    public static <T> TableColumn<T> text(String id, String label, Function<T, String> value) {
        return new TableColumn<>(id, label, "", ColumnType.TEXT, 0, 160, true, List.of(), value::apply);
    }

    /** A column of few different words in a given order. */
    public static <T> TableColumn<T> choice(String id, String label, List<String> order, Function<T, String> value) {
        return new TableColumn<>(id, label, "", ColumnType.CHOICE, 0, 140, true, order, value::apply);
    }

    /** A column of severities, drawn with their shape. */
    public static <T> TableColumn<T> severity(String id, String label, Function<T, Optional<Severity>> value) {
        return new TableColumn<>(id, label, "", ColumnType.SEVERITY, 0, 128, true, List.of(),
                row -> value.apply(row).orElse(null));
    }

    /** A column of numbers, NaN for none. */
    public static <T> TableColumn<T> number(String id, String label, String unit, int digits,
            ToDoubleFunction<T> value) {
        return new TableColumn<>(id, label, unit, ColumnType.NUMBER, digits, 100, true, List.of(),
                value::applyAsDouble);
    }

    /** A column of whole numbers. */
    public static <T> TableColumn<T> integer(String id, String label, String unit, ToLongFunction<T> value) {
        return new TableColumn<>(id, label, unit, ColumnType.INTEGER, 0, 90, true, List.of(), value::applyAsLong);
    }

    /** A column of points in time. */
    public static <T> TableColumn<T> time(String id, String label, Function<T, Optional<Instant>> value) {
        return new TableColumn<>(id, label, "", ColumnType.TIME, 0, 140, true, List.of(),
                row -> value.apply(row).orElse(null));
    }

    /** This column in another width. */
    public TableColumn<T> wide(int pixels) {
        return new TableColumn<>(id, label, unit, type, digits, pixels, visible, choices, value, mark);
    }

    /** This column, not shown until somebody chooses it. */
    public TableColumn<T> hidden() {
        return new TableColumn<>(id, label, unit, type, digits, width, false, choices, value, mark);
    }

    /** This column with a severity's shape and colour before each value, for words that say how good or bad something is. */
    public TableColumn<T> marked(Function<T, Optional<Severity>> severity) {
        return new TableColumn<>(id, label, unit, type, digits, width, visible, choices, value, severity);
    }
}
