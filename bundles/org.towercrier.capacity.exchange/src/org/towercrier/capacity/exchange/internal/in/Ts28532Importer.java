package org.towercrier.capacity.exchange.internal.in;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Alarm notifications and alarm lists of 3GPP TS 28.532 (fault supervision; TS 28.111 since release 18): single
 * notifications, arrays of them, and the map of alarm records that {@code GET /alarms} gives.
 */
@Component(service = Importer.class)
public final class Ts28532Importer extends EventImporter {

    /** Id of the format. */
    public static final String ID = "ts28532";

    public Ts28532Importer() {
        super(Set.of("notifications"));
    }

    @Override
    public ImporterInfo info() {
        return new ImporterInfo(ID, Texts.text("Format_Ts28532"), List.of("json"), List.of("AlarmRecord"));
    }

    @Override
    public Recognition recognise(Probe probe) {
        Optional<String> text = json(probe);
        if (text.isEmpty() || names(text.get(), "commonEventHeader")) {
            return Recognition.NONE;
        }
        if (names(text.get(), "notificationType") || names(text.get(), "notificationId")) {
            return new Recognition(95, Texts.text("Recognised_Notification"));
        }
        boolean records = names(text.get(), "objectInstance") && names(text.get(), "perceivedSeverity")
                || names(text.get(), "lastNotificationHeader");
        return records ? new Recognition(90, Texts.text("Recognised_AlarmList")) : Recognition.NONE;
    }

    @Override
    void read(ObjectNode node, String where, long line, EventSink sink) throws BadEvent {
        if (node.has("notificationType") || node.has("notificationId") || node.has("eventTime")) {
            new Ts28532Notification(new Fields(node, where), sink, line).read(Optional.empty());
        } else if (record(node)) {
            new Ts28532Record(new Fields(node, where), sink).read(node.path("alarmId").asText(""));
        } else {
            map(node, where, line, sink);
        }
    }

    private static boolean record(JsonNode node) {
        return node.has("perceivedSeverity") || node.has("alarmRaisedTime") || node.has("objectInstance");
    }

    /** A map of records by alarm id: a bad one leaves the others. */
    private static void map(ObjectNode node, String where, long line, EventSink sink) throws BadEvent {
        ObjectNode records = node.path("alarmRecords") instanceof ObjectNode inner ? inner : node;
        boolean any = false;
        for (Map.Entry<String, JsonNode> entry : records.properties()) {
            if (entry.getValue() instanceof ObjectNode alarm && record(alarm)) {
                any = true;
                String path = where.isEmpty() ? entry.getKey() : where + "." + entry.getKey();
                sink.record(() -> new Ts28532Record(new Fields(alarm, path), sink).read(entry.getKey()), line);
            }
        }
        if (!any) {
            throw new BadEvent(where.isEmpty() ? "." : where, "", Texts.text("Ts28532_Nothing"));
        }
    }
}
