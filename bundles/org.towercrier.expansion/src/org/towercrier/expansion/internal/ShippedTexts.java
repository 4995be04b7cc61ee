package org.towercrier.expansion.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.expansion.Sentence;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.ExpansionAction;

/**
 * What the shipped cost catalogue says about its figures, in each language. A text that is the shipped one in any language follows the
 * reader; whatever else somebody wrote stays as it is.
 */
public final class ShippedTexts {

    private static final String DESCRIPTION = "Shipped_Description";
    private static final String NEEDS = "Shipped_Needs_";
    private static final String SOURCE = "Shipped_Source_";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE);
    private static final Map<String, String> KEYS = keys();

    private ShippedTexts() {
    }

    private static Map<String, String> keys() {
        List<String> all = new ArrayList<>(List.of(DESCRIPTION));
        Arrays.stream(ExpansionAction.values()).map(ExpansionAction::getLiteral)
                .forEach(name -> all.addAll(List.of(NEEDS + name, SOURCE + name)));
        Map<String, String> keys = new HashMap<>();
        for (Locale language : LANGUAGES) {
            Texts texts = new Texts(language);
            all.forEach(key -> keys.putIfAbsent(texts.text(key), key));
        }
        return Map.copyOf(keys);
    }

    /** A text as a sentence. @param text may be null */
    public static Sentence sentence(String text) {
        return text == null ? Sentence.none() : key(text).map(Sentence::of).orElseGet(() -> Sentence.verbatim(text));
    }

    private static Optional<String> key(String text) {
        return Optional.ofNullable(KEYS.get(text));
    }

    /** Gives the items of the shipped catalogue their texts, in English. */
    static void fill(CostCatalogue catalogue) {
        Texts english = new Texts(Locale.ENGLISH);
        catalogue.setDescription(english.text(DESCRIPTION));
        for (CostItem item : catalogue.getItems()) {
            item.setRequirement(english.text(NEEDS + item.getName()));
            item.setSource(english.text(SOURCE + item.getName()));
        }
    }

    /** Puts the shipped texts of a catalogue into a language. */
    static void say(CostCatalogue catalogue, Locale locale) {
        Texts texts = new Texts(locale);
        said(catalogue.getDescription(), texts).ifPresent(catalogue::setDescription);
        for (CostItem item : catalogue.getItems()) {
            said(item.getRequirement(), texts).ifPresent(item::setRequirement);
            said(item.getSource(), texts).ifPresent(item::setSource);
        }
    }

    private static Optional<String> said(String text, Texts texts) {
        return Optional.ofNullable(text).flatMap(ShippedTexts::key).map(texts::text);
    }
}
