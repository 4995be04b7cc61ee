package org.towercrier.command.bench;

import java.util.Objects;

/**
 * A measured figure.
 *
 * @param value
 *            in the unit of the case
 * @param size
 *            the size it was measured on, for people, for example {@code 5,000 cells × 30 days, 14,400,000 rows}
 */
public record BenchResult(double value, String size) {

    public BenchResult {
        Objects.requireNonNull(size);
    }
}
