package org.towercrier.expansion.internal.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.towercrier.command.Messages;
import org.towercrier.command.RefusedException;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Situation.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What the user laid down for a plan, from a YAML or JSON file. A key nobody knows is refused, not passed over. */
final class PlanFile {

    private static final Set<String> KEYS = Set.of("budgets", "carryOver", "pins", "bans", "catalogue", "candidates", "weights", "limits");
    private static final Set<String> LIMITS = Set.of("targetUse", "controlUse", "connectedUsers", "throughputFloor", "poorEfficiency",
            "spareShare", "leastDays");
    private static final Set<String> WEIGHTS = Set.of("people", "spendAtRisk", "groups", "scenarios");

    private final Messages texts;
    private final String file;

    private PlanFile(Messages texts, String file) {
        this.texts = texts;
        this.file = file;
    }

    /** Reads a file. Throws {@link RefusedException} with the place of what is wrong. */
    static Terms read(Path path, Messages texts) throws IOException {
        PlanFile reader = new PlanFile(texts, String.valueOf(path.getFileName()));
        if (!Files.isReadable(path)) {
            throw new RefusedException(texts.text("File_Missing", path));
        }
        try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return root == null ? Terms.NONE : reader.terms(reader.map(root, "/"));
        } catch (YAMLException broken) {
            throw new RefusedException(texts.text("File_NotYaml", path.getFileName(), broken.getMessage()), broken);
        }
    }

    private Terms terms(Map<String, Object> root) {
        known(root, KEYS, "");
        Map<String, Double> years = numbers(root.get("budgets"), "budgets");
        Map<String, Map<String, Double>> catalogue = new LinkedHashMap<>();
        map(root.get("catalogue"), "catalogue").forEach((item, figures) -> catalogue.put(item, numbers(figures, "catalogue/" + item)));
        Object carry = root.getOrDefault("carryOver", false);
        if (!(carry instanceof Boolean carries)) {
            throw wrong("carryOver");
        }
        return new Terms(years, carries, texts(root.get("pins"), "pins"), texts(root.get("bans"), "bans"), catalogue,
                candidates(root.get("candidates")), weights(map(root.get("weights"), "weights")), limits(root.get("limits")));
    }

    private Weights weights(Map<String, Object> given) {
        known(given, WEIGHTS, "weights/");
        Map<String, Double> scenarios = numbers(given.get("scenarios"), "weights/scenarios");
        return new Weights(number(given, "people", Weights.USUAL.people(), "weights/"),
                number(given, "spendAtRisk", Weights.USUAL.spendAtRisk(), "weights/"),
                number(given, "groups", Weights.USUAL.groups(), "weights/"), scenarios);
    }

    private Limits limits(Object value) {
        Map<String, Object> given = map(value, "limits");
        known(given, LIMITS, "limits/");
        Limits usual = Limits.USUAL;
        try {
            return new Limits(number(given, "targetUse", usual.targetUse(), "limits/"),
                    number(given, "controlUse", usual.controlUse(), "limits/"),
                    number(given, "connectedUsers", usual.connectedUsers(), "limits/"),
                    number(given, "throughputFloor", usual.throughputFloor(), "limits/"),
                    number(given, "poorEfficiency", usual.poorEfficiency(), "limits/"),
                    number(given, "spareShare", usual.spareShare(), "limits/"),
                    (int) number(given, "leastDays", usual.leastDays(), "limits/"), usual.leastFullness());
        } catch (IllegalArgumentException impossible) {
            throw new RefusedException(texts.text("File_Wrong", file, "limits"), impossible);
        }
    }

    private List<Place> candidates(Object value) {
        List<Place> places = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object each : list(value, "candidates")) {
            Map<String, Object> place = map(each, "candidates");
            known(place, Set.of("id", "name", "latitude", "longitude"), "candidates/");
            Object id = place.get("id");
            if (id == null || !ids.add(id.toString())) {
                throw wrong("candidates/id");
            }
            double latitude = number(place, "latitude", Double.NaN, "candidates/");
            double longitude = number(place, "longitude", Double.NaN, "candidates/");
            if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
                throw wrong("candidates/" + id);
            }
            places.add(new Place(id.toString(), String.valueOf(place.getOrDefault("name", id)), latitude, longitude));
        }
        return places;
    }

    private void known(Map<String, Object> map, Set<String> keys, String where) {
        map.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new RefusedException(
                    texts.text("File_UnknownKey", file, where + key, String.join(", ", keys.stream().sorted().toList())));
        });
    }

    private Map<String, Object> map(Object value, String where) {
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

    private Map<String, Double> numbers(Object value, String where) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, Object> given = map(value, where);
        given.keySet().forEach(key -> numbers.put(key, number(given, key, 0, where + '/')));
        return numbers;
    }

    private double number(Map<String, Object> map, String key, double usual, String where) {
        Object value = map.get(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())
                && (number.doubleValue() >= 0 || where.startsWith("candidates"))) {
            return number.doubleValue();
        }
        throw wrong(where + key);
    }

    private List<?> list(Object value, String where) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(where);
    }

    private List<String> texts(Object value, String where) {
        return list(value, where).stream().map(String::valueOf).toList();
    }

    private RefusedException wrong(String where) {
        return new RefusedException(texts.text("File_Wrong", file, where));
    }
}
