package org.towercrier.capacity.internal.alarm;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.towercrier.capacity.SeverityChange;
import org.towercrier.capacity.alarm.Activation;
import org.towercrier.model.alarm.PerceivedSeverity;

/**
 * The stretches of an alarm as they are kept in its row: an array of
 * {@code {"severities":[["2026-01-05T10:00:00Z","MAJOR"],…],"cleared":"…"}}, the first severity's time being that of the raise.
 */
final class ActivationsJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ActivationsJson() {
    }

    static String write(List<Activation> activations) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Activation activation : activations) {
                json.writeStartObject();
                json.writeArrayFieldStart("severities");
                for (SeverityChange change : activation.changes()) {
                    json.writeStartArray();
                    json.writeString(change.at().toString());
                    json.writeString(change.severity().getLiteral());
                    json.writeEndArray();
                }
                json.writeEndArray();
                if (activation.cleared().isPresent()) {
                    json.writeStringField("cleared", activation.cleared().get().toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A string takes what is written to it", e);
        }
        return text.toString();
    }

    static List<Activation> read(String text) {
        List<Activation> activations = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                activations.add(activation(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The stored activations of an alarm are damaged: " + text, e);
        }
        return activations;
    }

    private static Activation activation(JsonParser json) throws IOException {
        List<SeverityChange> changes = new ArrayList<>();
        Optional<Instant> cleared = Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if ("cleared".equals(field)) {
                cleared = Optional.of(Instant.parse(json.getText()));
            } else {
                while (json.nextToken() == JsonToken.START_ARRAY) {
                    Instant at = Instant.parse(json.nextTextValue());
                    changes.add(new SeverityChange(at, PerceivedSeverity.get(json.nextTextValue())));
                    json.nextToken();
                }
            }
        }
        return new Activation(changes.getFirst().at(), changes, cleared);
    }
}
