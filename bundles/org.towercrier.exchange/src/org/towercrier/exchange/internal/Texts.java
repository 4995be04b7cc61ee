package org.towercrier.exchange.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of this bundle in the user's language. */
public final class Texts {

    private static final String BUNDLE = "OSGI-INF.l10n.exchange";

    private Texts() {
    }

    /** The sentence of a key with its arguments; whole numbers that are places in a file are passed as text, so that no digits are grouped. */
    public static String text(String key, Object... arguments) {
        Locale locale = Locale.getDefault();
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    /** A value as it may stand in a sentence: shortened, without line ends and control characters. */
    public static String shorten(String value) {
        String oneLine = value.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return oneLine.length() <= 80 ? oneLine : oneLine.substring(0, 77) + "...";
    }
}
