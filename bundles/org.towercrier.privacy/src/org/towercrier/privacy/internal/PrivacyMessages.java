package org.towercrier.privacy.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of this bundle. */
final class PrivacyMessages {

    private PrivacyMessages() {
    }

    static String text(String key, Object... arguments) {
        Locale locale = Locale.getDefault();
        ResourceBundle bundle = ResourceBundle.getBundle("OSGI-INF/l10n/privacy", locale, PrivacyMessages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
