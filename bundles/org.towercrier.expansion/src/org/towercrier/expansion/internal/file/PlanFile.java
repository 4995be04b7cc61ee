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
import org.towercrier.expansion.Limits;
import org.towercrier.expansion.PlanRequest.Terms;
import org.towercrier.expansion.PlanRequest.Weights;
import org.towercrier.expansion.Situation.Place;
import org.towercrier.expansion.internal.Texts;

/** What the user laid down for a plan, from a YAML or JSON file. A key nobody knows is refused, not passed over. */
public final class PlanFile {

    private static final Set<String> KEYS = Set.of("budgets", "carryOver", "pins", "bans", "catalogue", "candidates", "weights", "limits");
    private static final Set<String> LIMITS = Set.of("targetUse", "controlUse", "connectedUsers", "throughputFloor", "poorEfficiency",
            "spareShare", "leastDays");
    private static final Set<String> WEIGHTS = Set.of("people", "spendAtRisk", "groups", "scenarios");

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
            KeyedText text = new KeyedText(texts, String.valueOf(path.getFileName()));
            return new PlanFile(text).terms(text.root(Files.readString(path)));
        } catch (CharacterCodingException broken) {
            throw new RefusedException(texts.text("File_NotYaml", path.getFileName(), "UTF-8"), broken);
        }
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
        Map<String, Double> scenarios = text.numbers(given.get("scenarios"), "weights/scenarios");
        return new Weights(text.number(given, "people", Weights.USUAL.people(), "weights/"),
                text.number(given, "spendAtRisk", Weights.USUAL.spendAtRisk(), "weights/"),
                text.number(given, "groups", Weights.USUAL.groups(), "weights/"), scenarios);
    }

    private Limits limits(Object value) {
        Map<String, Object> given = text.map(value, "limits");
        text.known(given, LIMITS, "limits/");
        Limits usual = Limits.USUAL;
        try {
            return new Limits(text.number(given, "targetUse", usual.targetUse(), "limits/"),
                    text.number(given, "controlUse", usual.controlUse(), "limits/"),
                    text.number(given, "connectedUsers", usual.connectedUsers(), "limits/"),
                    text.number(given, "throughputFloor", usual.throughputFloor(), "limits/"),
                    text.number(given, "poorEfficiency", usual.poorEfficiency(), "limits/"),
                    text.number(given, "spareShare", usual.spareShare(), "limits/"),
                    (int) text.number(given, "leastDays", usual.leastDays(), "limits/"), usual.leastFullness());
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
