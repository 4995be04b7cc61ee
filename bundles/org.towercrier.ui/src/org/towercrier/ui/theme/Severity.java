package org.towercrier.ui.theme;

import java.util.Optional;

/**
 * How bad something is, in the words of ITU-T X.733, from worst to best.
 *
 * <p>A severity is never told by colour alone: each has a shape as well. The names are those of the alarm model, so
 * that {@link #named(String)} takes its literals.
 */
public enum Severity {

    CRITICAL('\u25CF'),
    MAJOR('\u25B2'),
    MINOR('\u25A0'),
    WARNING('\u25C6'),
    INDETERMINATE('?'),
    CLEARED('\u25CB');

    private static final Severity[] ALL = values();

    private final char glyph;

    Severity(char glyph) {
        this.glyph = glyph;
    }

    /** The shape as a character, for text; drawings use {@link SeverityGlyph}. */
    public char glyph() {
        return glyph;
    }

    /** Key of the label in the message bundle. */
    public String labelKey() {
        return "Severity_" + name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether something has to be done about it. */
    public boolean isActive() {
        return this != CLEARED;
    }

    /** The severity at a place of the order from worst to best; absent for places outside, such as −1 for none. */
    public static Optional<Severity> at(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length ? Optional.of(ALL[ordinal]) : Optional.empty();
    }

    /** The severity of a literal such as {@code MAJOR}, in any case of letters; absent when there is none. */
    public static Optional<Severity> named(String literal) {
        for (Severity severity : ALL) {
            if (severity.name().equalsIgnoreCase(literal)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
