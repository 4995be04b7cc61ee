package org.towercrier.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The conventions of every JSON document of the command line, as one mapper: times are ISO 8601 with offset, numbers
 * have full precision, what is absent (an empty {@code Optional}, {@code null}, a number that is not finite) is
 * {@code null}, paths are plain strings, record components are properties. Maps keep their order.
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(conventions())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {
    }

    /** Writes documents by these conventions, on several lines for people's eyes. Immutable and thread safe. */
    public static ObjectWriter writer() {
        return MAPPER.writerWithDefaultPrettyPrinter();
    }

    /** Writes documents by these conventions on one line. Immutable and thread safe. */
    public static ObjectWriter compactWriter() {
        return MAPPER.writer();
    }

    /** Writes one document and a line end; the writer stays open. */
    public static void write(Writer target, Object document) throws IOException {
        writer().writeValue(target, document);
        target.write('\n');
        target.flush();
    }

    private static SimpleModule conventions() {
        SimpleModule module = new SimpleModule("towercrier");
        module.addSerializer(Double.class, serializer(Json::writeDouble));
        module.addSerializer(double.class, serializer(Json::writeDouble));
        module.addSerializer(Float.class, serializer(
                (value, json) -> writeDouble(Double.parseDouble(value.toString()), json)));
        module.addSerializer(Path.class, serializer((value, json) -> json.writeString(value.toString())));
        module.addSerializer(Optional.class, serializer((value, json) -> json.writePOJO(value.orElse(null))));
        module.addSerializer(OptionalInt.class, serializer(
                (value, json) -> json.writePOJO(value.isPresent() ? value.getAsInt() : null)));
        module.addSerializer(OptionalLong.class, serializer(
                (value, json) -> json.writePOJO(value.isPresent() ? value.getAsLong() : null)));
        module.addSerializer(OptionalDouble.class, serializer(
                (value, json) -> json.writePOJO(value.isPresent() ? value.getAsDouble() : null)));
        return module;
    }

    private static void writeDouble(double value, JsonGenerator json) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    private static <T> JsonSerializer<T> serializer(ValueWriter<T> writer) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                writer.write(value, json);
            }
        };
    }

    @FunctionalInterface
    private interface ValueWriter<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }
}
