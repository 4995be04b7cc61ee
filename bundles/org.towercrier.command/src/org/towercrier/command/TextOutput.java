package org.towercrier.command;

import java.util.Locale;

/** Where a command writes text for people. It is nobody's to close, so it is no writer. */
@FunctionalInterface
public interface TextOutput {

    /** Writes the text as it is. */
    void print(String text);

    default void println(String line) {
        print(line + System.lineSeparator());
    }

    default void println() {
        print(System.lineSeparator());
    }

    /** Writes a formatted text; mind {@link Table} and {@link Messages} before using it. */
    default void printf(Locale locale, String format, Object... arguments) {
        print(String.format(locale, format, arguments));
    }
}
