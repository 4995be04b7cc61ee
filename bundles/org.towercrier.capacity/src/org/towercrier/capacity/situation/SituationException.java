package org.towercrier.capacity.situation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What was asked of the situations is not possible. */
public class SituationException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String BUNDLE = "org.towercrier.capacity.situation.refusals";
    private static final ResourceBundle.Control ENGLISH_LAST = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Why not. */
    public enum Reason {
        /** There is no such situation. */
        UNKNOWN_SITUATION,
        /** There is no such alarm. */
        UNKNOWN_ALARM,
        /** The alarm is in no situation that it could be taken out of. */
        IN_NO_SITUATION,
        /** The alarm is in that situation already. */
        ALREADY_THERE,
        /** A situation has two members or more. */
        TOO_FEW,
        /** There is no decision of that number. */
        UNKNOWN_DECISION,
        /** It was revoked already, by whom and when. */
        ALREADY_REVOKED,
        /** There is no cause rule of that number. */
        UNKNOWN_RULE,
        /** The rule is there already. */
        RULE_EXISTS,
        /** A problem does not cause itself. */
        SELF_CAUSED
    }

    private final Reason reason;
    private final transient List<Object> arguments;

    /** With the names in the sentence; the message is English. */
    public SituationException(Reason reason, Object... arguments) {
        super(text(reason, List.of(arguments), Locale.ENGLISH));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** The sentence in a language; English where there is none. */
    public String text(Locale locale) {
        return text(reason, arguments, locale);
    }

    private static String text(Reason reason, List<Object> arguments, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, SituationException.class.getClassLoader(), ENGLISH_LAST);
        return new MessageFormat(bundle.getString(reason.name()), locale)
                .format(arguments.stream().map(Object::toString).toArray());
    }
}
