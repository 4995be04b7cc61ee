package org.towercrier.exchange.tabular.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of the tabular importers in the user's language. */
public final class Messages {

    private static final String BUNDLE = "org.towercrier.exchange.tabular.internal.messages";

    private Messages() {
    }

    /** The sentence of a key, with its arguments filled in; numbers are written plainly. */
    public static String of(String key, Object... arguments) {
        Locale locale = Locale.getDefault(Locale.Category.DISPLAY);
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, Messages.class.getClassLoader()).getString(key);
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern, locale).format(texts);
    }
}
