package org.towercrier.report;

import java.util.Objects;

/**
 * Running text.
 *
 * @param text  plain text; line ends are kept
 * @param muted whether it is an aside, such as a source or a hint
 */
public record Paragraph(String text, boolean muted) implements Block {

    public Paragraph {
        Objects.requireNonNull(text, "text");
    }

    /** Ordinary text. */
    public static Paragraph of(String text) {
        return new Paragraph(text, false);
    }

    /** An aside. */
    public static Paragraph aside(String text) {
        return new Paragraph(text, true);
    }
}
