package org.towercrier.ui.map;

/**
 * How values become colours of the sequential scale.
 *
 * @param label what the values are, for the legend
 * @param unit unit of the values, may be empty
 * @param min value at the dark end
 * @param max value at the bright end
 */
public record ValueScale(String label, String unit, double min, double max) {

    public ValueScale {
        if (!(max > min)) {
            throw new IllegalArgumentException("A scale from " + min + " to " + max);
        }
    }

    /** Place of a value between the ends, cut to 0 … 1. */
    public double share(double value) {
        return Math.clamp((value - min) / (max - min), 0, 1);
    }

    /** A scale with round ends that holds the values from their 2nd to their 98th percentile; NaN are left out. */
    public static ValueScale around(String label, String unit, float[] values) {
        float[] sorted = new float[values.length];
        int n = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                sorted[n++] = value;
            }
        }
        if (n == 0) {
            return new ValueScale(label, unit, 0, 1);
        }
        java.util.Arrays.parallelSort(sorted, 0, n);
        double low = sorted[(int) (0.02 * (n - 1))];
        double high = sorted[(int) (0.98 * (n - 1))];
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(high - low, 1e-6))));
        double min = Math.floor(low / step) * step;
        double max = Math.ceil(high / step) * step;
        return new ValueScale(label, unit, min, max > min ? max : min + step);
    }
}
