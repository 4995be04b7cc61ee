package org.towercrier.capacity.internal.situation;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.towercrier.capacity.situation.CausePair;

/** The evidence of a cause rule as it is kept in its row. */
final class PairJson {

    private static final JsonFactory JSON = new JsonFactory();

    private PairJson() {
    }

    static String write(CausePair pair) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("score", pair.score());
            json.writeNumberField("followed", pair.followed());
            json.writeNumberField("expected", pair.expected());
            json.writeNumberField("reversed", pair.reversed());
            json.writeNumberField("lag", pair.lag().toSeconds());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A string takes what is written to it", e);
        }
        return text.toString();
    }

    static CausePair read(String cause, String effect, String text) {
        Map<String, Double> numbers = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                numbers.put(name, json.getDoubleValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The evidence of a cause rule is damaged: " + text, e);
        }
        return new CausePair(cause, effect, number(numbers, "score"), (long) number(numbers, "followed"), number(numbers, "expected"),
                (long) number(numbers, "reversed"), Duration.ofSeconds((long) number(numbers, "lag")));
    }

    private static double number(Map<String, Double> numbers, String name) {
        return numbers.getOrDefault(name, 0.0);
    }
}
