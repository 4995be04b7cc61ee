package org.towercrier.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** Texts of one bundle in one language, by key, with {@link MessageFormat} arguments. */
public final class Messages {

    private final Locale locale;
    private final Optional<ResourceBundle> texts;

    private Messages(Locale locale, Optional<ResourceBundle> texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /**
     * Texts found through the class loader of {@code anchor}. A missing resource bundle gives empty messages: each text
     * is then its key, which is seen in tests but does not stop a command.
     *
     * @param baseName
     *            for example {@code OSGI-INF/l10n/bundle}
     */
    public static Messages of(Class<?> anchor, String baseName, Locale locale) {
        try {
            return new Messages(locale, Optional.of(ResourceBundle.getBundle(baseName.replace('/', '.'), locale,
                    anchor.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES))));
        } catch (MissingResourceException absent) {
            return new Messages(locale, Optional.empty());
        }
    }

    /** The underlying bundle, if there is one. */
    public Optional<ResourceBundle> bundle() {
        return texts;
    }

    /** The text of the key with its arguments, in the user's language; the key itself when there is no text. */
    public String text(String key, Object... arguments) {
        if (texts.isEmpty() || !texts.get().containsKey(key)) {
            return key;
        }
        String pattern = texts.get().getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
