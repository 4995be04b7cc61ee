package org.towercrier.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table.
 *
 * @param title   its heading, may be empty
 * @param columns its columns
 * @param rows    its rows, each with a value for every column: text, number, {@link Instant}, {@link LocalDate},
 *                {@link Mark}; an absent value is an empty text
 * @param none    the sentence that stands in its place when it has no rows
 */
public record Grid(String title, List<Column> columns, List<List<Object>> rows, String none) implements Block {

    public Grid {
        Objects.requireNonNull(title, "title");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        Objects.requireNonNull(none, "none");
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + row.size() + " values in a table of " + columns.size() + " columns");
            }
        }
    }

    /** What a column holds. */
    public enum Type {
        /** Words. */
        TEXT,
        /** Numbers, right-aligned, with the column's digits after the point. */
        NUMBER,
        /** Points in time, in the zone of the request. */
        TIME,
        /** Days. */
        DATE,
        /** What scripts call a row by: in workbooks, not on pages. */
        KEY
    }

    /**
     * A column.
     *
     * @param label    its heading
     * @param type     what it holds
     * @param unit     unit of its numbers, stands in the heading; may be empty
     * @param decimals digits after the point
     */
    public record Column(String label, Type type, String unit, int decimals) {
        public Column {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(unit, "unit");
        }

        /** Words. */
        public static Column text(String label) {
            return new Column(label, Type.TEXT, "", 0);
        }

        /** What scripts call a row by. */
        public static Column key(String label) {
            return new Column(label, Type.KEY, "", 0);
        }

        /** Numbers. */
        public static Column number(String label, String unit, int decimals) {
            return new Column(label, Type.NUMBER, unit, decimals);
        }

        /** Points in time. */
        public static Column time(String label) {
            return new Column(label, Type.TIME, "", 0);
        }

        /** Days. */
        public static Column date(String label) {
            return new Column(label, Type.DATE, "", 0);
        }
    }

    /** A word with a mark, such as a severity. @param tone the mark @param text the word */
    public record Mark(Tone tone, String text) {
        public Mark {
            Objects.requireNonNull(tone, "tone");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Begins a table. */
    public static Builder of(Column... columns) {
        return new Builder(Arrays.asList(columns));
    }

    /** Collects the rows of a table. */
    public static final class Builder {

        private final List<Column> columns;
        private final List<List<Object>> rows = new ArrayList<>();

        private Builder(List<Column> columns) {
            this.columns = List.copyOf(columns);
        }

        /** Adds a row; an {@link Optional} stands for its value, or for an empty text. */
        public Builder row(Object... values) {
            rows.add(Arrays.stream(values).map(Builder::value).toList());
            return this;
        }

        private static Object value(Object value) {
            Object bare = value instanceof Optional<?> optional ? optional.<Object>map(Object.class::cast).orElse("") : value;
            if (bare instanceof String || bare instanceof Number || bare instanceof Instant || bare instanceof LocalDate
                    || bare instanceof Mark) {
                return bare;
            }
            throw new IllegalArgumentException("a table does not hold " + bare);
        }

        /** The table. @param title its heading, may be empty @param none what it says without rows */
        public Grid table(String title, String none) {
            return new Grid(title, columns, rows, none);
        }
    }
}
