package org.towercrier.capacity.ui.internal.filters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.Enumerator;
import org.towercrier.capacity.alarm.AlarmState;
import org.towercrier.capacity.ui.internal.Texts;
import org.towercrier.model.alarm.AlarmKind;
import org.towercrier.model.alarm.PerceivedSeverity;
import org.towercrier.model.alarm.TrendIndication;

/**
 * The words of the filters of columns whose values are literals of the model: kept filters hold the literals, so that they mean
 * the same in every language; the list shows and understands the words of the language of now.
 */
public final class FilterWords {

    private static final String SEPARATOR = ",";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE);
    /** What the keys of the words of a column begin with. */
    private static final Map<String, String> PREFIXES = Map.of("severity", "Severity_", "highest", "Severity_", "kind", "Kind_", "state",
            "State_", "trend", "Trend_");

    private final Texts texts;
    private final Map<String, Map<String, String>> literals = new HashMap<>();

    /** @param texts of the language of now */
    public FilterWords(Texts texts) {
        this.texts = texts;
        PREFIXES.values().forEach(prefix -> literals.put(prefix, literalsByWord(prefix)));
    }

    private static Stream<String> literals(String prefix) {
        return switch (prefix) {
            case "Severity_" -> PerceivedSeverity.VALUES.stream().map(Enumerator::getLiteral);
            case "Kind_" -> AlarmKind.VALUES.stream().map(Enumerator::getLiteral);
            case "Trend_" -> TrendIndication.VALUES.stream().map(Enumerator::getLiteral);
            default -> Arrays.stream(AlarmState.values()).map(AlarmState::name);
        };
    }

    /** Words of all languages, so that filters are understood that were kept as words; those of now count most. */
    private Map<String, String> literalsByWord(String prefix) {
        Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        LANGUAGES.stream().map(Texts::new)
                .forEach(language -> literals(prefix).forEach(each -> found.put(language.get(prefix + each), each)));
        literals(prefix).forEach(each -> found.put(texts.get(prefix + each), each));
        return found;
    }

    /** The filters of columns as they are kept. */
    public Map<String, String> kept(Map<String, String> columns) {
        return translated(columns, (prefix, word) -> literals.getOrDefault(prefix, Map.of()).getOrDefault(word, word));
    }

    /** The filters of columns as they are shown. */
    public Map<String, String> shown(Map<String, String> columns) {
        return translated(kept(columns), (prefix, word) -> literals(prefix).anyMatch(word::equals) ? texts.get(prefix + word) : word);
    }

    /** Turns a word of a column into another one. */
    @FunctionalInterface
    private interface Translation {
        String of(String prefix, String word);
    }

    private static Map<String, String> translated(Map<String, String> columns, Translation translation) {
        Map<String, String> result = new HashMap<>(columns);
        PREFIXES.forEach((column, prefix) -> {
            UnaryOperator<String> each = word -> translation.of(prefix, word.strip());
            result.computeIfPresent(column,
                    (id, text) -> Arrays.stream(text.split(SEPARATOR)).map(each).collect(Collectors.joining(SEPARATOR)));
        });
        return result;
    }
}
