package org.towercrier.customer.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of this bundle. */
public final class CustomerMessages {

    private static final String BASE = "OSGI-INF/l10n/customer";

    private CustomerMessages() {
    }

    /** The text of a key in the language of the process. */
    public static String text(String key, Object... arguments) {
        return text(Locale.getDefault(), key, arguments);
    }

    /** The text of a key in a language. */
    public static String text(Locale locale, String key, Object... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(BASE, locale, CustomerMessages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
