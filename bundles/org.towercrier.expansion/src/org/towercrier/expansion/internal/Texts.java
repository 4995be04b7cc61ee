package org.towercrier.expansion.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.towercrier.command.Messages;
import org.towercrier.model.network.ExpansionAction;

/** The sentences of diagnoses, actions and plans. */
public final class Texts {

    /** Where they are. */
    public static final String BASE = "OSGI-INF/l10n/expansion";

    private static final Set<String> KINDS = Arrays.stream(ExpansionAction.values()).map(ExpansionAction::getLiteral)
            .collect(Collectors.toUnmodifiableSet());

    private static final double TEN = 10;
    private static final double TENTHS = 10;
    private static final double HUNDREDTHS = 100;

    private final Messages messages;

    /** In one language. */
    public Texts(Locale locale) {
        this.messages = Messages.of(Texts.class, BASE, locale);
    }

    /** A sentence; numbers that are not known are shown as a dash. */
    public String text(String key, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = arguments[i] instanceof Double number ? shown(number) : arguments[i];
        }
        return messages.text(key, shown);
    }

    /** The name of a kind of action; those of other bundles are called by their id. */
    public String action(String id) {
        return KINDS.contains(id) ? messages.text("Action_" + id) : id;
    }

    /** As many digits as a reader needs. */
    private static Object shown(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        double digits = Math.abs(number) < TEN ? HUNDREDTHS : TENTHS;
        return Math.round(number * digits) / digits;
    }
}
