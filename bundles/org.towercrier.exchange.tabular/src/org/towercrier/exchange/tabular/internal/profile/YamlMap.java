package org.towercrier.exchange.tabular.internal.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.internal.Messages;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a YAML document whose values are asked for by kind; what is wrong is said with its line. Texts are taken as written: No is "No". */
final class YamlMap {

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static YamlMap of(String file, Node node) throws ImportRefusedException {
        YamlMap map = new YamlMap(file, node);
        if (!(node instanceof MappingNode mapping)) {
            throw map.problem(node, Messages.of("profile.no-map"));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = map.scalar(tuple.getKeyNode());
            if (map.values.put(key, tuple.getValueNode()) != null) {
                throw map.problem(tuple.getKeyNode(), Messages.of("profile.twice", key));
            }
        }
        return map;
    }

    /** A problem with the line of the value of a key. */
    ImportRefusedException problem(String key, String reason) {
        return problem(values.getOrDefault(key, node), reason);
    }

    private ImportRefusedException problem(Node where, String reason) {
        int line = where.getStartMark() == null ? 0 : where.getStartMark().getLine() + 1;
        int column = where.getStartMark() == null ? 0 : where.getStartMark().getColumn() + 1;
        return new ImportRefusedException(Messages.of("profile.at", file, line, reason), line, column);
    }

    /** Refuses keys that nobody knows: a misspelled key must not be ignored. */
    void allow(Set<String> known) throws ImportRefusedException {
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw problem(entry.getValue(),
                        Messages.of("profile.unknown-key", entry.getKey(), String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<String> text(String key) throws ImportRefusedException {
        Node value = values.get(key);
        return value == null || isNull(value) ? Optional.empty() : Optional.of(scalar(value));
    }

    String text(String key, String otherwise) throws ImportRefusedException {
        return text(key).orElse(otherwise);
    }

    int number(String key, int otherwise) throws ImportRefusedException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.get().strip());
        } catch (NumberFormatException e) {
            throw problem(key, Messages.of("profile.no-number", text.get()));
        }
    }

    double decimal(String key, double otherwise) throws ImportRefusedException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text.get().strip());
            if (!Double.isFinite(value)) {
                throw problem(key, Messages.of("profile.no-number", text.get()));
            }
            return value;
        } catch (NumberFormatException e) {
            throw problem(key, Messages.of("profile.no-number", text.get()));
        }
    }

    /** A list, or a single text as a list of one. */
    List<String> texts(String key) throws ImportRefusedException {
        Node value = values.get(key);
        if (value == null || isNull(value)) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            return List.of(scalar(value));
        }
        List<String> result = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            result.add(isNull(item) ? "" : scalar(item));
        }
        return result;
    }

    boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    YamlMap map(String key) throws ImportRefusedException {
        return of(file, values.get(key));
    }

    /** A mapping of texts to texts; empty when the key is absent. */
    Map<String, String> pairs(String key) throws ImportRefusedException {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (has(key) && !isNull(values.get(key))) {
            YamlMap map = map(key);
            for (String name : map.keys()) {
                pairs.put(name, map.text(name, ""));
            }
        }
        return pairs;
    }

    private static boolean isNull(Node value) {
        return Tag.NULL.equals(value.getTag());
    }

    private String scalar(Node value) throws ImportRefusedException {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem(value, Messages.of("profile.no-text"));
    }
}
