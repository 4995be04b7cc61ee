package org.towercrier.campaign;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was asked of a campaign cannot be done; it carries the reasons as sentences for the user. */
public final class CampaignException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    /** @param reasons at least one */
    public CampaignException(List<Reason> reasons) {
        super(sentence(reasons, Locale.ROOT));
        this.reasons = List.copyOf(reasons);
    }

    /** With one reason. */
    public CampaignException(String key, Object... arguments) {
        this(List.of(Reason.of(key, arguments)));
    }

    /** Why. */
    public List<Reason> reasons() {
        return reasons;
    }

    /** All of it in a language. */
    public String text(Locale locale) {
        return sentence(reasons, locale);
    }

    @Override
    public String getLocalizedMessage() {
        return text(Locale.getDefault());
    }

    private static String sentence(List<Reason> reasons, Locale locale) {
        return reasons.stream().map(reason -> reason.text(locale)).collect(Collectors.joining(" "));
    }
}
