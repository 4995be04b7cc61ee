package org.towercrier.capacity.exchange.internal.out;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFormat;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmKind;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the JSON formats have in common. */
final class AlarmJson {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** This product as a system among others. */
    static final String SYSTEM = "Towercrier";

    private AlarmJson() {
    }

    /** Makes the JSON of one alarm. */
    @FunctionalInterface
    interface Maker {
        /** One or several objects of the list that is written. */
        List<ObjectNode> make(AlarmFormat.Story story);
    }

    /** Writes the objects of all alarms as one array, one object a line; the writer stays open. */
    static void array(List<AlarmFormat.Story> alarms, Maker maker, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartArray();
            for (AlarmFormat.Story story : alarms) {
                for (ObjectNode node : maker.make(story)) {
                    json.writeRaw('\n');
                    json.writeTree(node);
                }
            }
            json.writeRaw('\n');
            json.writeEndArray();
        }
    }

    /** What another system had said about the alarm in a format, empty for alarms that were found here. */
    static Optional<ObjectNode> foreign(Alarm alarm, String part) {
        return alarm.kind() == AlarmKind.EXTERNAL && evidence(alarm).path(part) instanceof ObjectNode node ? Optional.of(node)
                : Optional.empty();
    }

    static JsonNode evidence(Alarm alarm) {
        try {
            return JSON.readTree(alarm.evidence());
        } catch (JsonProcessingException foreign) {
            return JSON.createObjectNode().put("text", alarm.evidence());
        }
    }

    /** The system that owns the alarm. */
    static String source(Alarm alarm) {
        return alarm.kind() == AlarmKind.EXTERNAL && !alarm.rule().isBlank() ? alarm.rule() : SYSTEM;
    }

    /** Its identity in the system that owns it. */
    static String sourceAlarm(Alarm alarm) {
        String foreign = alarm.kind() == AlarmKind.EXTERNAL ? evidence(alarm).path("sourceAlarm").asText("") : "";
        return foreign.isEmpty() ? alarm.id() : foreign;
    }

    static List<HistoryEntry> comments(AlarmFormat.Story story) {
        return story.history().stream().filter(entry -> entry.action() == AlarmAction.COMMENTED).toList();
    }
}
