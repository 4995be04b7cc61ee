package org.towercrier.capacity.exchange.internal;

import java.util.Locale;

import org.towercrier.command.Messages;

/** Sentences of this bundle in the user's language. */
public final class Texts {

    private static final int LENGTH = 80;

    private Texts() {
    }

    /** The sentence of a key with its arguments. */
    public static String text(String key, Object... arguments) {
        return Messages.of(Texts.class, "OSGI-INF/l10n/capacity-exchange", Locale.getDefault()).text(key, arguments);
    }

    /** A value as it may stand in a sentence: shortened, on one line. */
    public static String shorten(String value) {
        String line = value.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH - 1) + "…";
    }
}
