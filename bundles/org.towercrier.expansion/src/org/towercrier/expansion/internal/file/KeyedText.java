package org.towercrier.expansion.internal.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.towercrier.command.RefusedException;
import org.towercrier.expansion.internal.Texts;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** YAML or JSON with keys, read strictly: whatever does not fit is a {@link RefusedException} that names the place. */
final class KeyedText {

    private final Texts texts;
    private final String file;

    /** @param file how messages call it */
    KeyedText(Texts texts, String file) {
        this.texts = texts;
        this.file = file;
    }

    /** The whole as keys and values; empty for an empty text. */
    Map<String, Object> root(String text) {
        try {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return map(root, "/");
        } catch (YAMLException broken) {
            throw new RefusedException(texts.text("File_NotYaml", file, String.valueOf(broken.getMessage())), broken);
        }
    }

    void known(Map<String, Object> map, Set<String> keys, String where) {
        map.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new RefusedException(
                    texts.text("File_UnknownKey", file, where + key, String.join(", ", keys.stream().sorted().toList())));
        });
    }

    Map<String, Object> map(Object value, String where) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, each) -> {
                if (each == null) {
                    throw wrong(where + '/' + key);
                }
                map.put(String.valueOf(key), each);
            });
        } else if (value != null) {
            throw wrong(where);
        }
        return map;
    }

    Map<String, Double> numbers(Object value, String where) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, Object> given = map(value, where);
        given.keySet().forEach(key -> numbers.put(key, number(given, key, 0, where + '/')));
        return numbers;
    }

    /** The same with any numbers. */
    Map<String, Double> signed(Object value, String where) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, Object> given = map(value, where);
        given.keySet().forEach(key -> numbers.put(key, signed(given, key, 0, where + '/')));
        return numbers;
    }

    /** A number that is not negative. */
    double number(Map<String, Object> map, String key, double usual, String where) {
        double number = signed(map, key, usual, where);
        if (number < 0) {
            throw wrong(where + key);
        }
        return number;
    }

    /** Any number. */
    double signed(Map<String, Object> map, String key, double usual, String where) {
        Object value = map.get(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(where + key);
    }

    List<?> list(Object value, String where) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(where);
    }

    List<String> texts(Object value, String where) {
        List<String> all = new ArrayList<>();
        for (Object each : list(value, where)) {
            if (each == null || each instanceof Map || each instanceof List) {
                throw wrong(where);
            }
            all.add(each.toString());
        }
        return all;
    }

    RefusedException wrong(String where) {
        return new RefusedException(texts.text("File_Wrong", file, where));
    }
}
