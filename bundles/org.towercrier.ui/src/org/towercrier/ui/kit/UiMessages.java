package org.towercrier.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * The words of the widgets in one language. Keys are in {@code OSGI-INF/l10n/ui*.properties}.
 */
public final class UiMessages {

    private final ResourceBundle bundle;
    private final NumberFormats numbers;

    private UiMessages(Locale locale) {
        bundle = ResourceBundle.getBundle("OSGI-INF.l10n.ui", locale, UiMessages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        numbers = NumberFormats.of(locale);
    }

    /** The words in the language of {@code locale}, in English when there are none. */
    public static UiMessages of(Locale locale) {
        return new UiMessages(Objects.requireNonNull(locale, "locale"));
    }

    /** The words in the language the product runs in. */
    public static UiMessages ofDefault() {
        return of(Locale.getDefault());
    }

    /**
     * The words for a key; numbers among the arguments are written in the locale.
     *
     * @throws java.util.MissingResourceException when the key is not known
     */
    public String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, numbers.locale()).format(arguments);
    }

    /** A whole number with thousands separated. */
    public String number(long value) {
        return numbers.integer(value);
    }

    /** The formats of the same locale. */
    public NumberFormats numbers() {
        return numbers;
    }
}
