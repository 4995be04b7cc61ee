package org.towercrier.expansion.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.towercrier.command.Json;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.Sentence;
import org.towercrier.expansion.Sentence.Deed;
import org.towercrier.expansion.Sentence.Part;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A plan and its curve as text that is kept, and back. What is absent is {@code null} there. */
final class PlanText {

    private static final JsonMapper MAPPER = JsonMapper.builder().addModule(absent())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** Parts of a plan that came later. */
    private static final List<String> LATER = List.of("kinds", "names");

    private PlanText() {
    }

    static String write(KeptText kept) throws JsonProcessingException {
        return String.valueOf(Json.compactWriter().writeValueAsString(kept));
    }

    /** Plans that were kept before curves were are the whole text; what older versions did not have is empty. */
    static KeptText read(String text) throws JsonProcessingException {
        JsonNode root = MAPPER.readTree(text);
        JsonNode plan = root.path("plan").isObject() ? root.path("plan") : root;
        if (plan instanceof ObjectNode known) {
            LATER.stream().filter(name -> !known.hasNonNull(name)).forEach(known::putObject);
        }
        return plan == root ? new KeptText(MAPPER.treeToValue(plan, ExpansionPlan.class), true, Map.of(), List.of())
                : MAPPER.treeToValue(root, KeptText.class);
    }

    private static SimpleModule absent() {
        SimpleModule module = new SimpleModule("absent");
        module.addDeserializer(double.class, new Absent<>(Double.class, Double.NaN, Double::valueOf));
        module.addDeserializer(Double.class, new Absent<>(Double.class, Double.NaN, Double::valueOf));
        module.addDeserializer(OptionalDouble.class,
                new Absent<>(OptionalDouble.class, OptionalDouble.empty(), text -> OptionalDouble.of(Double.parseDouble(text))));
        module.addDeserializer(Sentence.class, new Said());
        module.addDeserializer(Instant.class, new Absent<>(Instant.class, Instant.EPOCH, Instant::parse));
        return module;
    }

    /** Reads a plain value; {@code null} is what stands for absent. */
    private static final class Absent<T> extends JsonDeserializer<T> {

        private final Class<T> type;
        private final T absent;
        private final Function<String, T> reader;

        Absent(Class<T> type, T absent, Function<String, T> reader) {
            this.type = type;
            this.absent = absent;
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = String.valueOf(json.getText());
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
                throw context.weirdStringException(text, type, String.valueOf(wrong.getMessage()));
            }
        }

        @Override
        public T getNullValue(DeserializationContext context) {
            return absent;
        }
    }

    /** Plans that were kept before sentences had languages have them as plain texts. */
    private static final class Said extends JsonDeserializer<Sentence> {

        @Override
        public Sentence deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode node = json.readValueAsTree();
            if (node.isTextual()) {
                return Sentence.verbatim(node.asText());
            }
            List<Part> parts = new ArrayList<>();
            for (JsonNode part : node.path("parts")) {
                List<Object> arguments = new ArrayList<>();
                part.path("arguments").forEach(each -> arguments.add(argument(each)));
                Map<String, String> texts = new HashMap<>();
                part.path("texts").fields().forEachRemaining(text -> texts.put(text.getKey(), text.getValue().asText()));
                parts.add(new Part(part.path("key").asText(), arguments, texts));
            }
            return new Sentence(parts);
        }

        @Override
        public Sentence getNullValue(DeserializationContext context) {
            return Sentence.none();
        }

        private static Object argument(JsonNode node) {
            if (node.isObject()) {
                return new Deed(node.path("kind").asText(), node.path("place").asText());
            }
            return node.isIntegralNumber() ? (Object) node.asLong() : node.isNumber() ? node.asDouble()
                    : node.isNull() ? (Object) Double.NaN : node.asText();
        }
    }
}
