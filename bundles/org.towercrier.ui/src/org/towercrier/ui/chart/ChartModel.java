package org.towercrier.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import org.towercrier.ui.theme.Severity;

/**
 * What a chart shows, without a widget.
 *
 * @param title the finding, said in words: "Cell 12 is above 70 % every evening"
 * @param x the horizontal axis
 * @param yLabel what the values are
 * @param yUnit unit of the values; may be empty
 * @param yFrom lower end of the vertical axis; absent to fit the values
 * @param yTo upper end of the vertical axis; absent to fit the values
 * @param series what is drawn
 * @param thresholds horizontal lines, labelled at the line
 * @param spans shaded parts of the horizontal axis, such as the busy hour
 * @param band what is usual, drawn behind the series
 */
public record ChartModel(String title, Axis x, String yLabel, String yUnit, OptionalDouble yFrom, OptionalDouble yTo,
        List<Series> series, List<Threshold> thresholds, List<Span> spans, Optional<Band> band) {

    public ChartModel {
        series = List.copyOf(series);
        thresholds = List.copyOf(thresholds);
        spans = List.copyOf(spans);
    }

    /** The horizontal axis. */
    public sealed interface Axis {

        /**
         * Time; x values are seconds since 1970 in UTC, written in the zone of the pane.
         *
         * @param widestGap samples further apart than this many seconds are not joined
         */
        record Time(double widestGap) implements Axis {
        }

        /**
         * A quantity.
         *
         * @param label what it is
         * @param unit its unit; may be empty
         */
        record Quantity(String label, String unit) implements Axis {
        }

        /**
         * Words; x values are their numbers from 0 on.
         *
         * @param label what they are
         * @param words the words from left to right
         */
        record Words(String label, List<String> words) implements Axis {

            public Words {
                words = List.copyOf(words);
            }
        }
    }

    /** How a series is drawn. */
    public enum Kind {
        LINE, BARS, SCATTER
    }

    /**
     * A series.
     *
     * @param kind how it is drawn
     * @param name its name
     * @param x places, ascending for lines
     * @param y values; NaN leaves a gap
     * @param suspect which samples the network marked as suspect; empty when none
     * @param colour number of its colour, see {@link org.towercrier.ui.theme.Theme#series(int)}
     */
    public record Series(Kind kind, String name, double[] x, double[] y, boolean[] suspect, int colour) {

        public Series {
            Objects.requireNonNull(kind, "kind");
            if (x.length != y.length || suspect.length != 0 && suspect.length != x.length) {
                throw new IllegalArgumentException(name + ": " + x.length + " places, " + y.length + " values");
            }
        }

        /** A series without suspect samples. */
        public static Series of(Kind kind, String name, double[] x, double[] y, int colour) {
            return new Series(kind, name, x, y, new boolean[0], colour);
        }

        /** Whether the sample is marked as suspect. */
        public boolean isSuspect(int sample) {
            return suspect.length > 0 && suspect[sample];
        }

        /**
         * First and last sample of each run that is drawn as one line: without values that are missing and without
         * jumps over more than {@code widestGap}.
         */
        public List<int[]> runs(double widestGap) {
            List<int[]> runs = new ArrayList<>();
            int start = -1;
            for (int i = 0; i < x.length; i++) {
                boolean missing = Double.isNaN(y[i]);
                boolean jump = start >= 0 && x[i] - x[i - 1] > widestGap;
                if (start >= 0 && (missing || jump)) {
                    runs.add(new int[]{ start, i - 1 });
                    start = -1;
                }
                if (start < 0 && !missing) {
                    start = i;
                }
            }
            if (start >= 0) {
                runs.add(new int[]{ start, x.length - 1 });
            }
            return runs;
        }
    }

    /**
     * A horizontal line.
     *
     * @param value where it lies
     * @param label what it is, with its value and unit
     * @param severity whose colour it has; absent for a neutral line
     */
    public record Threshold(double value, String label, Optional<Severity> severity) {
    }

    /**
     * A shaded part of the horizontal axis.
     *
     * @param from left end
     * @param to right end
     * @param label what it is; may be empty
     */
    public record Span(double from, double to, String label) {
    }

    /**
     * What is usual: median ± k·MAD, or a forecast interval.
     *
     * @param label what it is
     * @param x places, ascending
     * @param low lower edge; NaN leaves a gap
     * @param high upper edge; NaN leaves a gap
     */
    public record Band(String label, double[] x, double[] low, double[] high) {

        public Band {
            if (x.length != low.length || x.length != high.length) {
                throw new IllegalArgumentException(label + ": edges of different length");
            }
        }
    }

    /** A chart of a series over time that fits its values, without anything else. */
    public static ChartModel overTime(String title, String yLabel, String yUnit, double widestGap, Series... series) {
        return new ChartModel(title, new Axis.Time(widestGap), yLabel, yUnit, OptionalDouble.empty(),
                OptionalDouble.empty(), List.of(series), List.of(), List.of(), Optional.empty());
    }

    /** This chart with a vertical axis between two ends. */
    public ChartModel between(double from, double to) {
        return new ChartModel(title, x, yLabel, yUnit, OptionalDouble.of(from), OptionalDouble.of(to), series,
                thresholds, spans, band);
    }

    /** This chart with horizontal lines. */
    public ChartModel with(Threshold... lines) {
        return new ChartModel(title, x, yLabel, yUnit, yFrom, yTo, series, List.of(lines), spans, band);
    }

    /** This chart with shaded parts. */
    public ChartModel with(Span... shaded) {
        return new ChartModel(title, x, yLabel, yUnit, yFrom, yTo, series, thresholds, List.of(shaded), band);
    }

    /** This chart with what is usual. */
    public ChartModel with(Band usual) {
        return new ChartModel(title, x, yLabel, yUnit, yFrom, yTo, series, thresholds, spans, Optional.of(usual));
    }

    /** Least and greatest place of all series; 0 and 1 when there is none. */
    public double[] xRange() {
        double[] range = { Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY };
        for (Series one : series) {
            for (double place : one.x()) {
                range[0] = Math.min(range[0], place);
                range[1] = Math.max(range[1], place);
            }
        }
        return range[0] > range[1] ? new double[]{ 0, 1 } : range;
    }

    /** Ends of the vertical axis: as given, or such that values, lines and band fit with some room above. */
    public double[] yRange() {
        double low = 0;
        double high = Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            for (double value : one.y()) {
                if (!Double.isNaN(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        for (Threshold line : thresholds) {
            low = Math.min(low, line.value());
            high = Math.max(high, line.value());
        }
        if (band.isPresent()) {
            for (double value : band.get().high()) {
                high = Double.isNaN(value) ? high : Math.max(high, value);
            }
        }
        high = high > low ? high + (high - low) * 0.08 : low + 1;
        return new double[]{ yFrom.orElse(low), yTo.orElse(high) };
    }
}
