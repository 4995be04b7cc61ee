package org.towercrier.report;

import java.util.Arrays;
import java.util.Optional;

/** How a value or a line is marked: the severities with the colour and the shape they have everywhere, and a few neutral ones. */
public enum Tone {
    /** The accent colour. */
    PLAIN("#2F6FAB", ""),
    /** A second line. */
    SECOND("#8A4FA3", ""),
    /** A third line. */
    THIRD("#2E8B7D", ""),
    /** Something in the background. */
    MUTED("#8A94A3", ""),
    /** Severity critical. */
    CRITICAL("#B3261E", "●"),
    /** Severity major. */
    MAJOR("#D9730D", "▲"),
    /** Severity minor. */
    MINOR("#C9A400", "■"),
    /** Severity warning. */
    WARNING("#3B7DD8", "◆"),
    /** Severity cleared. */
    CLEARED("#4C8C4A", "○"),
    /** Severity indeterminate. */
    INDETERMINATE("#7A7A7A", "?");

    private final String colour;
    private final String shape;

    Tone(String colour, String shape) {
        this.colour = colour;
        this.shape = shape;
    }

    /** {@code #RRGGBB}. */
    public String colour() {
        return colour;
    }

    /** The shape that goes with the colour, so that nobody depends on colour alone; empty for neutral tones. */
    public String shape() {
        return shape;
    }

    /** The tone of a severity by its literal. */
    public static Optional<Tone> ofSeverity(String literal) {
        return Arrays.stream(values()).filter(tone -> !tone.shape.isEmpty() && tone.name().equals(literal)).findFirst();
    }
}
