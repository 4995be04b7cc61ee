package org.towercrier.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

import org.eclipse.e4.core.services.translation.TranslationService;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The texts of a bundle in the language of the user, which they follow when it changes. Each bundle with views has a
 * class of its own that only names its texts:
 * {@snippet :
 * @Creatable
 * public final class Texts extends BundleTexts {
 *     @Inject
 *     public Texts(@Named(TranslationService.LOCALE) Locale locale) {
 *         super("OSGI-INF.l10n.mine", locale);
 *     }
 * }
 * }
 */
public abstract class BundleTexts {

    private final String baseName;
    private volatile Locale locale;

    /**
     * The texts of the bundle that the subclass is in.
     *
     * @param baseName base name of the resource bundle; a name no other bundle uses
     */
    protected BundleTexts(String baseName, Locale locale) {
        this.baseName = baseName;
        this.locale = locale;
    }

    /** Speaks another language from now on. */
    @Inject
    public final void speak(@Named(TranslationService.LOCALE) Locale newLocale) {
        locale = newLocale;
    }

    /** The language of now. */
    public final Locale locale() {
        return locale;
    }

    /** The text of a key with its arguments; the key itself when there is no text, so that nothing is hidden. */
    public final String get(String key, Object... arguments) {
        return find(key).map(pattern -> arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments)).orElse(key);
    }

    /** The text of a key, as it is written, when there is one. */
    public final Optional<String> find(String key) {
        try {
            // Without a fallback: English is asked for on Chinese machines too.
            return Optional.of(ResourceBundle.getBundle(baseName, locale, getClass().getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key));
        } catch (MissingResourceException missing) {
            return Optional.empty();
        }
    }
}
