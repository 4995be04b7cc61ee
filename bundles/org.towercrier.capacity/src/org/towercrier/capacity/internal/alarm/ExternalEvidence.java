package org.towercrier.capacity.internal.alarm;

import java.util.List;

import org.towercrier.capacity.alarm.ExternalEvent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Why an alarm of another system is up: what that system said. */
final class ExternalEvidence {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExternalEvidence() {
    }

    /**
     * Puts together what was said about an alarm; later events complete and replace what earlier ones said.
     *
     * @param events at least one, in the order of time
     */
    static String of(List<ExternalEvent> events) {
        ObjectNode evidence = JSON.createObjectNode();
        ExternalEvent last = events.getLast();
        evidence.put("source", last.source());
        evidence.put("format", last.format());
        events.stream().map(ExternalEvent::sourceAlarm).filter(id -> !id.isEmpty()).reduce((first, second) -> second)
                .ifPresent(id -> evidence.put("sourceAlarm", id));
        for (ExternalEvent event : events) {
            try {
                JsonNode details = JSON.readTree(event.details());
                details.properties().forEach(entry -> evidence.set(entry.getKey(), entry.getValue()));
            } catch (JsonProcessingException foreign) {
                evidence.put("details", event.details());
            }
        }
        return evidence.toString();
    }
}
