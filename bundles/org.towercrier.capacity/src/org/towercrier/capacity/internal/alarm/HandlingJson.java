package org.towercrier.capacity.internal.alarm;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Handling;
import org.towercrier.capacity.alarm.Shelving;
import org.towercrier.model.alarm.PerceivedSeverity;

/** What people had done with an alarm before a step, as it is kept beside the step: an object of texts, absent is absent. */
final class HandlingJson {

    private static final JsonFactory JSON = new JsonFactory();

    private HandlingJson() {
    }

    static String write(Handling handling) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            if (handling.acknowledgement().isPresent()) {
                Acknowledgement acknowledgement = handling.acknowledgement().get();
                json.writeStringField("ackUser", acknowledgement.user());
                json.writeStringField("ackTime", acknowledgement.time().toString());
                json.writeStringField("ackSeverity", acknowledgement.severity().getLiteral());
            }
            if (handling.shelving().isPresent()) {
                json.writeStringField("shelvedBy", handling.shelving().get().user());
                json.writeStringField("shelvedUntil", handling.shelving().get().until().toString());
            }
            if (handling.assignedTo().isPresent()) {
                json.writeStringField("assignedTo", handling.assignedTo().get());
            }
            if (handling.manuallyCleared().isPresent()) {
                json.writeStringField("manuallyCleared", handling.manuallyCleared().get().toString());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A string takes what is written to it", e);
        }
        return text.toString();
    }

    static Handling read(String text) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                fields.put(json.currentName(), json.nextTextValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The history of an alarm is damaged: " + text, e);
        }
        Optional<Acknowledgement> acknowledgement = field(fields, "ackTime").map(Instant::parse)
                .map(time -> new Acknowledgement(fields.getOrDefault("ackUser", ""), time,
                        PerceivedSeverity.get(fields.getOrDefault("ackSeverity", PerceivedSeverity.INDETERMINATE.getLiteral()))));
        Optional<Shelving> shelving = field(fields, "shelvedUntil").map(Instant::parse)
                .map(until -> new Shelving(fields.getOrDefault("shelvedBy", ""), until));
        return new Handling(acknowledgement, shelving, field(fields, "assignedTo"),
                field(fields, "manuallyCleared").map(Instant::parse));
    }

    private static Optional<String> field(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
