package org.towercrier.ui.map;

/** What the colour of a cell says. */
public sealed interface CellColouring {

    /** Cells in one muted colour. */
    record Plain() implements CellColouring {
    }

    /**
     * Cells by the severity of their worst alarm.
     *
     * @param severity ordinal of {@link org.towercrier.ui.theme.Severity} for each cell, −1 for cells without alarm
     */
    record BySeverity(byte[] severity) implements CellColouring {
    }

    /**
     * Cells by a value.
     *
     * @param value a value for each cell, NaN where there is none
     * @param scale how values become colours
     */
    record ByValue(float[] value, ValueScale scale) implements CellColouring {
    }
}
