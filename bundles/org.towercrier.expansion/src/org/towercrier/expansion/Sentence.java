package org.towercrier.expansion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.towercrier.expansion.internal.Texts;

/**
 * Something that is said about a plan. What is kept of it are facts, so that whoever reads the plan later does so in a language of their
 * own, whatever language it was solved in.
 *
 * @param parts sentences that follow one another
 */
public record Sentence(List<Part> parts) {

    /** Languages of the product. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE);
    private static final Sentence NOTHING = new Sentence(List.of());

    public Sentence {
        parts = List.copyOf(parts);
    }

    /**
     * One sentence.
     *
     * @param key       of a text of this bundle, empty when it brings its own
     * @param arguments what stands in the text: numbers, texts and {@link Deed}s
     * @param texts     of its own by language tag; the one without a tag is for all other languages
     */
    public record Part(String key, List<Object> arguments, Map<String, String> texts) {

        public Part {
            Objects.requireNonNull(key, "key");
            // As they come back from where they are kept.
            arguments = arguments.stream().map(each -> each instanceof Integer number ? (Object) number.longValue() : each).toList();
            texts = Map.copyOf(texts);
        }
    }

    /** An action at a place, as it is called in a sentence. @param kind id of its kind @param place name of the place */
    public record Deed(String kind, String place) {
    }

    /** Says nothing. */
    public static Sentence none() {
        return NOTHING;
    }

    /** One of the texts of this bundle. Others bring their own: {@link #in}. @param arguments numbers, texts and {@link Deed}s */
    public static Sentence of(String key, Object... arguments) {
        return new Sentence(List.of(new Part(key, List.of(arguments), Map.of())));
    }

    /** What somebody wrote: the same in all languages. */
    public static Sentence verbatim(String text) {
        return text.isEmpty() ? NOTHING : new Sentence(List.of(new Part("", List.of(), Map.of("", text))));
    }

    /** What a plug-in says, asked for each language of the product; English is for all others. */
    public static Sentence in(Function<Locale, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> texts.put(language.toLanguageTag(), text.apply(language)));
        texts.put("", text.apply(Locale.ENGLISH));
        return new Sentence(List.of(new Part("", List.of(), texts)));
    }

    /** The same, and then more. */
    public Sentence and(Sentence more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(more.parts());
        return new Sentence(all);
    }

    /** Whether there is nothing in it. */
    public boolean saysNothing() {
        return parts.isEmpty();
    }

    /** In a language. */
    public String text(Locale locale) {
        return new Texts(locale).text(this);
    }
}
