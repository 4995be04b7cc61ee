package org.towercrier.capacity.ui.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.translation.TranslationService;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The texts of these views in the user's language. */
@Creatable
public final class Texts {

    private static final String BUNDLE = "OSGI-INF.l10n.capacityui";

    private final Locale locale;

    @Inject
    public Texts(@Named(TranslationService.LOCALE) Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The text of a key with its arguments; the key itself when there is no text, so that nothing is hidden. */
    public String get(String key, Object... arguments) {
        String pattern;
        try {
            pattern = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader()).getString(key);
        } catch (MissingResourceException missing) {
            return key;
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
