package org.towercrier.capacity.internal.evidence;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

import org.towercrier.capacity.Evidence.Sentence;

/** Renders sentences from the message files beside this class. */
public final class EvidenceTexts {

    private static final String BUNDLE = "org.towercrier.capacity.internal.evidence.sentences";
    private static final ResourceBundle.Control ENGLISH_LAST = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private EvidenceTexts() {
    }

    /** A text without arguments, empty when no message file knows the key. */
    public static Optional<String> find(String key, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, EvidenceTexts.class.getClassLoader(), ENGLISH_LAST);
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** The text of a sentence; a key that no message file knows is shown with its arguments, so that nothing is lost. */
    public static String render(Sentence sentence, Locale locale) {
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, EvidenceTexts.class.getClassLoader(), ENGLISH_LAST);
            return new MessageFormat(bundle.getString(sentence.key()), locale).format(sentence.arguments().toArray());
        } catch (MissingResourceException unknown) {
            return sentence.key() + sentence.arguments();
        }
    }
}
