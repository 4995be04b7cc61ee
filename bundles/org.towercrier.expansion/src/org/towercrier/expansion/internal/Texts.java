package org.towercrier.expansion.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.towercrier.command.Messages;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Sentence.Deed;
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
    private final Locale locale;

    /** In one language. */
    public Texts(Locale locale) {
        this.locale = locale;
        this.messages = Messages.of(Texts.class, BASE, locale);
    }

    /** Their language. */
    public Locale locale() {
        return locale;
    }

    /** A sentence; numbers that are not known are shown as a dash. */
    public String text(String key, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = switch (arguments[i]) {
                case Double number -> shown(number);
                case Deed deed -> messages.text("Deed", action(deed.kind()), deed.place());
                case Sentence said -> text(said);
                default -> arguments[i];
            };
        }
        return messages.text(key, shown);
    }

    /** Something that is said about a plan. */
    public String text(Sentence sentence) {
        return sentence.parts().stream().map(this::text).collect(Collectors.joining());
    }

    private String text(Sentence.Part part) {
        if (!part.key().isEmpty()) {
            return text(part.key(), part.arguments().toArray());
        }
        String any = part.texts().getOrDefault("", "");
        return part.texts().getOrDefault(locale.toLanguageTag(), part.texts().getOrDefault(locale.getLanguage(), any));
    }

    /** What found and what proved a plan. @param names as the planner calls them, separated by commas */
    public String methods(String names) {
        return Arrays.stream(names.split(", ")).map(this::method).collect(Collectors.joining(messages.text("Method_And")));
    }

    private String method(String name) {
        String key = "Method_" + name.replace(' ', '_');
        String known = messages.text(key);
        return known.equals(key) ? name : known;
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
