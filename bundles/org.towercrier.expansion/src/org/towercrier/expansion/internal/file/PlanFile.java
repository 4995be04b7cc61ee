package org.towercrier.expansion.internal.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.towercrier.command.RefusedException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.expansion.internal.Texts;

/** What the user laid down for a plan, from a YAML or JSON file. A key nobody knows is refused, not passed over. */
public final class PlanFile {

    private static final Set<String> KEYS = Set.of("budgets", "carryOver", "pins", "bans", "catalogue", "candidates", "weights", "limits");
    private static final String SCENARIOS = "scenarios";
    private static final Set<String> WEIGHTS = Set.of("people", "spendAtRisk", "groups", SCENARIOS);

    private final KeyedText text;

    private PlanFile(KeyedText text) {
        this.text = text;
    }

    /** Reads a file. Throws {@link RefusedException} with the place of what is wrong. */
    public static Terms read(Path path, Texts texts) throws IOException {
        if (!Files.isReadable(path)) {
            throw new RefusedException(texts.text("File_Missing", path));
        }
        try {
            return read(Files.readString(path), String.valueOf(path.getFileName()), texts);
        } catch (CharacterCodingException broken) {
            throw new RefusedException(texts.text("File_NotYaml", path.getFileName(), "UTF-8"), broken);
        }
    }

    /** Reads a text. Throws {@link RefusedException} with the place of what is wrong. @param file how messages call it */
    public static Terms read(String yaml, String file, Texts texts) {
        KeyedText text = new KeyedText(texts, file);
        return new PlanFile(text).terms(text.root(yaml));
    }

    /** The text of terms; {@link #read(String, String, Texts)} makes the same terms of it. */
    public static String write(Terms terms) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("budgets", terms.years());
        root.put("carryOver", terms.carryOver());
        // Copies: the writer would make references of what is the same object.
        root.put("pins", new ArrayList<>(terms.pins()));
        root.put("bans", new ArrayList<>(terms.bans()));
        root.put("catalogue", terms.catalogue());
        root.put("candidates", terms.candidates().stream().map(place -> Map.of("id", place.id(), "name", place.name(), "latitude",
                place.latitude(), "longitude", place.longitude())).toList());
        Map<String, Object> weights = new LinkedHashMap<>(terms.weights().figures());
        weights.put(SCENARIOS, terms.weights().scenarios());
        root.put("weights", weights);
        root.put("limits", terms.limits().figures());
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(root);
    }

    private Terms terms(Map<String, Object> root) {
        text.known(root, KEYS, "");
        Map<String, Double> years = text.numbers(root.get("budgets"), "budgets");
        Map<String, Map<String, Double>> catalogue = new LinkedHashMap<>();
        text.map(root.get("catalogue"), "catalogue")
                .forEach((item, figures) -> catalogue.put(item, text.signed(figures, "catalogue/" + item)));
        Object carry = root.getOrDefault("carryOver", false);
        if (!(carry instanceof Boolean carries)) {
            throw text.wrong("carryOver");
        }
        return new Terms(years, carries, text.texts(root.get("pins"), "pins"), text.texts(root.get("bans"), "bans"), catalogue,
                candidates(root.get("candidates")), weights(text.map(root.get("weights"), "weights")), limits(root.get("limits")));
    }

    private Weights weights(Map<String, Object> given) {
        text.known(given, WEIGHTS, "weights/");
        Map<String, Double> scenarios = text.numbers(given.get(SCENARIOS), "weights/scenarios");
        return new Weights(text.number(given, "people", Weights.USUAL.people(), "weights/"),
                text.number(given, "spendAtRisk", Weights.USUAL.spendAtRisk(), "weights/"),
                text.number(given, "groups", Weights.USUAL.groups(), "weights/"), scenarios);
    }

    private Limits limits(Object value) {
        Map<String, Object> given = text.map(value, "limits");
        Map<String, Double> figures = Limits.USUAL.figures();
        text.known(given, figures.keySet(), "limits/");
        figures.replaceAll((name, usual) -> text.number(given, name, usual, "limits/"));
        try {
            return Limits.of(figures);
        } catch (IllegalArgumentException impossible) {
            RefusedException wrong = text.wrong("limits");
            wrong.initCause(impossible);
            throw wrong;
        }
    }

    private List<Place> candidates(Object value) {
        List<Place> places = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object each : text.list(value, "candidates")) {
            Map<String, Object> place = text.map(each, "candidates");
            text.known(place, Set.of("id", "name", "latitude", "longitude"), "candidates/");
            Object id = place.get("id");
            if (id == null || !ids.add(id.toString())) {
                throw text.wrong("candidates/id");
            }
            double latitude = text.signed(place, "latitude", Double.NaN, "candidates/");
            double longitude = text.signed(place, "longitude", Double.NaN, "candidates/");
            if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
                throw text.wrong("candidates/" + id);
            }
            places.add(new Place(id.toString(), String.valueOf(place.getOrDefault("name", id)), latitude, longitude));
        }
        return places;
    }
}
