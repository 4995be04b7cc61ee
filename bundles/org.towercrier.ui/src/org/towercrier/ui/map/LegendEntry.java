package org.towercrier.ui.map;

import org.towercrier.ui.theme.Severity;

/** A line of the legend. */
public sealed interface LegendEntry {

    /**
     * A severity and how many there are.
     *
     * @param severity the severity
     * @param count number of things of this severity
     */
    record Level(Severity severity, long count) implements LegendEntry {
    }

    /**
     * The things that have no severity.
     *
     * @param label what they are
     * @param count how many
     */
    record Rest(String label, long count) implements LegendEntry {
    }

    /**
     * A sequential scale.
     *
     * @param scale ends, name and unit
     * @param missing number of things without a value
     */
    record Scale(ValueScale scale, long missing) implements LegendEntry {
    }

    /**
     * A colour of the series colours of the theme.
     *
     * @param series number of the colour, see {@link org.towercrier.ui.theme.Theme#series(int)}
     * @param label what it stands for
     * @param count how many, −1 when it does not matter
     */
    record Mark(int series, String label, long count) implements LegendEntry {
    }

    /**
     * What is drawn as a hollow square set on its corner: what could be there and is not.
     *
     * @param label what it stands for
     * @param count how many
     */
    record Hollow(String label, long count) implements LegendEntry {
    }

    /**
     * What is drawn as a triangle in the accent colour: a place somebody named.
     *
     * @param label what it stands for
     * @param count how many
     */
    record Triangle(String label, long count) implements LegendEntry {
    }
}
