package org.towercrier.ui.figure;

import org.towercrier.ui.kit.NumberFormats;

/**
 * What an axis counts.
 *
 * @param label what it is
 * @param unit its unit; empty for none, {@code %} for shares of one, which are written as percentages
 */
public record Axis(String label, String unit) {

    private static final String PERCENT = "%";

    /** Label and unit. */
    public String title() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }

    /** Whether values are shares of one. */
    public boolean isShare() {
        return PERCENT.equals(unit);
    }

    /** A value at a tick. */
    String tick(double value, int digits, NumberFormats numbers) {
        return isShare() ? numbers.decimal(value * 100, Math.max(0, digits - 2))
                : Math.abs(value) >= 10_000 ? numbers.compact(value) : numbers.decimal(value, digits);
    }

    /** A value in full, with its unit. */
    public String exact(double value, NumberFormats numbers) {
        return isShare() ? numbers.percent(value, 1) : numbers.measure(value, 3, unit);
    }
}
