package org.towercrier.expansion.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.towercrier.command.Json;
import org.towercrier.expansion.ExpansionPlan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** A plan as text that is kept, and back. What is absent is {@code null} there. */
final class PlanText {

    private static final ObjectReader READER = JsonMapper.builder().addModule(absent())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build().readerFor(ExpansionPlan.class);

    private PlanText() {
    }

    static String write(ExpansionPlan plan) throws JsonProcessingException {
        return String.valueOf(Json.compactWriter().writeValueAsString(plan));
    }

    static ExpansionPlan read(String text) throws JsonProcessingException {
        return READER.readValue(text);
    }

    private static SimpleModule absent() {
        SimpleModule module = new SimpleModule("absent");
        module.addDeserializer(double.class, new Absent<>(Double.class, Double.NaN, Double::valueOf));
        module.addDeserializer(Double.class, new Absent<>(Double.class, Double.NaN, Double::valueOf));
        module.addDeserializer(OptionalDouble.class,
                new Absent<>(OptionalDouble.class, OptionalDouble.empty(), text -> OptionalDouble.of(Double.parseDouble(text))));
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
}
