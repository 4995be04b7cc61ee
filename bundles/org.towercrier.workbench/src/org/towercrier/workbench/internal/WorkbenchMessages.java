package org.towercrier.workbench.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.translation.TranslationService;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The texts of the workbench in the language the user chose; the keys are those of {@code OSGI-INF/l10n/bundle.properties}. */
@Creatable
public final class WorkbenchMessages {

    private static final String BUNDLE = "OSGI-INF.l10n.bundle";

    private final Locale locale;

    @Inject
    public WorkbenchMessages(@Named(TranslationService.LOCALE) Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The text of a key with its arguments filled in; the key itself when the text is missing, so that nothing is hidden. */
    public String get(String key, Object... arguments) {
        String pattern;
        try {
            pattern = ResourceBundle.getBundle(BUNDLE, locale, WorkbenchMessages.class.getClassLoader()).getString(key);
        } catch (MissingResourceException missing) {
            return key;
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
