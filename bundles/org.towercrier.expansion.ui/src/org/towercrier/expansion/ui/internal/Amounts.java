package org.towercrier.expansion.ui.internal;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people type them. */
public final class Amounts {

    private Amounts() {
    }

    /** A number as people of the language write it, nothing left over; empty when it is none. */
    public static OptionalDouble parse(String text, Locale locale) {
        String stripped = text.strip();
        ParsePosition end = new ParsePosition(0);
        Number parsed = NumberFormat.getNumberInstance(locale).parse(stripped, end);
        return parsed == null || end.getIndex() < stripped.length() ? OptionalDouble.empty() : OptionalDouble.of(parsed.doubleValue());
    }
}
