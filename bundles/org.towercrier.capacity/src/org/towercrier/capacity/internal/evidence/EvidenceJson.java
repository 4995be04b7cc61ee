package org.towercrier.capacity.internal.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.capacity.Evidence;
import org.towercrier.capacity.Evidence.Limit;
import org.towercrier.capacity.Evidence.Reading;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.Evidence.Verdict;
import org.towercrier.capacity.TrafficBasis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Evidence as JSON: the form it is stored and exported in. */
public final class EvidenceJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EvidenceJson() {
    }

    /** Writes evidence as one object; times are ISO 8601 in UTC, numbers have full precision. */
    public static String write(Evidence evidence) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("rule", evidence.rule());
        root.put("kpi", evidence.kpi());
        root.put("unit", evidence.unit());
        root.put("from", evidence.from().toString());
        root.put("to", evidence.to().toString());
        root.put("basis", evidence.basis().map(TrafficBasis::name).orElse(null));
        ArrayNode limits = root.putArray("limits");
        for (Limit limit : evidence.limits()) {
            limits.addObject().put("kpi", limit.kpi()).put("unit", limit.unit()).put("value", limit.value())
                    .put("hysteresis", limit.hysteresis()).put("upwards", limit.upwards());
        }
        ArrayNode readings = root.putArray("readings");
        for (Reading reading : evidence.readings()) {
            ObjectNode node = readings.addObject().put("start", reading.start().toString()).put("seconds", reading.seconds());
            ObjectNode values = node.putObject("values");
            reading.values().forEach(values::put);
            node.put("verdict", reading.verdict().name());
            reading.note().ifPresent(note -> node.set("note", sentence(note)));
        }
        ArrayNode sentences = root.putArray("sentences");
        evidence.sentences().forEach(sentence -> sentences.add(sentence(sentence)));
        return root.toString();
    }

    /** Writes one sentence as an object; its English text stands beside key and arguments. */
    public static String writeSentence(Sentence sentence) {
        return sentence(sentence).toString();
    }

    /** Reads what {@link #writeSentence} wrote; empty for anything else. */
    public static Optional<Sentence> readSentence(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return node != null && node.hasNonNull("key") ? Optional.of(sentence(node)) : Optional.empty();
        } catch (JsonProcessingException foreign) {
            return Optional.empty();
        }
    }

    private static ObjectNode sentence(Sentence sentence) {
        ObjectNode node = MAPPER.createObjectNode().put("key", sentence.key());
        ArrayNode arguments = node.putArray("arguments");
        for (Object argument : sentence.arguments()) {
            switch (argument) {
                case Boolean flag -> arguments.add(flag);
                case Integer number -> arguments.add(number);
                case Long number -> arguments.add(number);
                case Number number -> arguments.add(number.doubleValue());
                default -> arguments.add(argument.toString());
            }
        }
        return node.put("text", sentence.text(Locale.ENGLISH));
    }

    /** Reads what {@link #write} wrote; empty for anything else. */
    public static Optional<Evidence> read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root == null || !root.hasNonNull("rule") || !root.hasNonNull("from") || !root.hasNonNull("to")) {
                return Optional.empty();
            }
            List<Limit> limits = new ArrayList<>();
            root.path("limits").forEach(node -> limits.add(new Limit(node.path("kpi").asText(), node.path("unit").asText(),
                    node.path("value").asDouble(), node.path("hysteresis").asDouble(), node.path("upwards").asBoolean())));
            List<Reading> readings = new ArrayList<>();
            root.path("readings").forEach(node -> readings.add(reading(node)));
            List<Sentence> sentences = new ArrayList<>();
            root.path("sentences").forEach(node -> sentences.add(sentence(node)));
            Optional<TrafficBasis> basis = root.hasNonNull("basis") ? Optional.of(TrafficBasis.valueOf(root.get("basis").asText()))
                    : Optional.empty();
            return Optional.of(new Evidence(root.path("rule").asText(), root.path("kpi").asText(), root.path("unit").asText(),
                    Instant.parse(root.path("from").asText()), Instant.parse(root.path("to").asText()), basis, limits, readings,
                    sentences));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static Reading reading(JsonNode node) {
        Map<String, Double> values = new LinkedHashMap<>();
        node.path("values").properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asDouble()));
        return new Reading(Instant.parse(node.path("start").asText()), node.path("seconds").asLong(), values,
                Verdict.valueOf(node.path("verdict").asText()),
                node.hasNonNull("note") ? Optional.of(sentence(node.get("note"))) : Optional.empty());
    }

    private static Sentence sentence(JsonNode node) {
        List<Object> arguments = new ArrayList<>();
        for (JsonNode argument : node.path("arguments")) {
            if (argument.isBoolean()) {
                arguments.add(argument.asBoolean());
            } else if (argument.isInt()) {
                arguments.add(argument.asInt());
            } else if (argument.isLong()) {
                arguments.add(argument.asLong());
            } else if (argument.isNumber()) {
                arguments.add(argument.asDouble());
            } else {
                arguments.add(argument.asText());
            }
        }
        return new Sentence(node.path("key").asText(), arguments);
    }
}
