package org.towercrier.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A chart; in a workbook the table of its values. A value that is not a number is a gap.
 *
 * @param title  the finding's subject
 * @param x      horizontal axis
 * @param y      vertical axis
 * @param series what is drawn; each has as many values as the horizontal axis
 * @param bands  intervals drawn behind the series
 * @param limits horizontal lines with their names
 */
public record Chart(String title, Axis x, Quantity y, List<Series> series, List<Band> bands, List<Limit> limits) implements Block {

    public Chart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(y, "y");
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        limits = List.copyOf(limits);
        int size = x.size();
        if (series.stream().anyMatch(line -> line.values().size() != size)
                || bands.stream().anyMatch(band -> band.lower().size() != size || band.upper().size() != size)) {
            throw new IllegalArgumentException("the values of “" + title + "” do not match the " + size + " of its axis");
        }
    }

    /** Without bands and limits. */
    public static Chart of(String title, Axis x, Quantity y, Series... series) {
        return new Chart(title, x, y, List.of(series), List.of(), List.of());
    }

    /** A horizontal axis. */
    public sealed interface Axis permits Words, Times, Numbers {
        /** What is on it, may be empty. */
        String label();

        /** How many positions it has. */
        int size();
    }

    /** Names, in the order given. @param label what they are @param values the names */
    public record Words(String label, List<String> values) implements Axis {
        public Words {
            Objects.requireNonNull(label, "label");
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }

    /** Points in time, ascending. @param label what they are @param values the times */
    public record Times(String label, List<Instant> values) implements Axis {
        public Times {
            Objects.requireNonNull(label, "label");
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }

    /** Numbers, ascending. @param label what they are @param unit their unit, may be empty @param values the numbers */
    public record Numbers(String label, String unit, List<Double> values) implements Axis {
        public Numbers {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(unit, "unit");
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }

    /** The vertical axis. @param label what is on it @param unit its unit, may be empty */
    public record Quantity(String label, String unit) {
        public Quantity {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(unit, "unit");
        }
    }

    /** How a series is drawn. */
    public enum Style {
        /** Bars side by side. */
        BARS,
        /** Bars on top of each other. */
        STACK,
        /** A line. */
        LINE,
        /** Points. */
        POINTS
    }

    /** One series. @param name its name @param style how it is drawn @param tone its colour @param values one for each position */
    public record Series(String name, Style style, Tone tone, List<Double> values) {
        public Series {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(style, "style");
            Objects.requireNonNull(tone, "tone");
            values = List.copyOf(values);
        }
    }

    /** An interval around a series. @param name its name @param lower its lower border @param upper its upper border */
    public record Band(String name, List<Double> lower, List<Double> upper) {
        public Band {
            Objects.requireNonNull(name, "name");
            lower = List.copyOf(lower);
            upper = List.copyOf(upper);
        }
    }

    /** A horizontal line. @param label its name @param value where it is */
    public record Limit(String label, double value) {
        public Limit {
            Objects.requireNonNull(label, "label");
        }
    }
}
