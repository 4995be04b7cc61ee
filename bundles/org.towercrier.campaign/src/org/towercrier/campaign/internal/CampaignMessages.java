package org.towercrier.campaign.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts of this bundle. */
public final class CampaignMessages {

    private static final String BASE = "OSGI-INF/l10n/campaign";

    private CampaignMessages() {
    }

    /** The text of a key in the language of the process. */
    public static String text(String key, Object... arguments) {
        return text(Locale.getDefault(), key, arguments);
    }

    /** The text of a key in a language; the key itself when there is none. */
    public static String text(Locale locale, String key, Object... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(BASE, locale, CampaignMessages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        try {
            return new MessageFormat(bundle.getString(key), locale).format(arguments);
        } catch (MissingResourceException none) {
            return key;
        }
    }
}
