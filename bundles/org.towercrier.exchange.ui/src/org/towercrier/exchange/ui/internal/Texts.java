package org.towercrier.exchange.ui.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.towercrier.ui.kit.NumberFormats;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The texts of these views in the user's language. */
@Creatable
public final class Texts {

    private static final String BUNDLE = "OSGI-INF.l10n.exchange-ui";

    private final Locale locale;
    private final ResourceBundle bundle;

    @Inject
    public Texts(@Named(TranslationService.LOCALE) Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Locale locale() {
        return locale;
    }

    /** Whole numbers as people write them. */
    public String number(long value) {
        return NumberFormats.of(locale).integer(value);
    }

    /** A size in the largest unit that leaves at least one before the point. */
    public String bytes(long bytes) {
        if (bytes < 1_000) {
            return get("Size_Bytes", bytes);
        }
        String[] units = { "kB", "MB", "GB", "TB" };
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return NumberFormats.of(locale).decimal(value, value < 10 ? 1 : 0) + " " + units[unit];
    }

    /** The text of a key with its arguments; the key itself when there is no text, so that nothing is hidden. */
    public String get(String key, Object... arguments) {
        String pattern;
        try {
            pattern = bundle.getString(key);
        } catch (MissingResourceException missing) {
            return key;
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
