package org.towercrier.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.towercrier.campaign.internal.CampaignMessages;

/**
 * A sentence that can be said in any language of the product.
 *
 * @param key stable name of the sentence, for scripts
 * @param arguments that it names; texts and numbers
 */
public record Reason(String key, List<Object> arguments) {

    public Reason {
        Objects.requireNonNull(key, "key");
        arguments = List.copyOf(arguments);
    }

    /** A sentence with its arguments. */
    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }

    /** The sentence in a language. */
    public String text(Locale locale) {
        return CampaignMessages.text(locale, key, arguments.toArray());
    }

    @Override
    public String toString() {
        return text(Locale.getDefault());
    }
}
