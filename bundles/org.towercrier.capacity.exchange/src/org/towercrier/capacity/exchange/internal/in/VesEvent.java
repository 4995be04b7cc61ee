package org.towercrier.capacity.exchange.internal.in;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.alarm.ExternalEvent;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One VES event. */
final class VesEvent {

    private static final List<String> SEVERITIES = List.of("CRITICAL", "MAJOR", "MINOR", "WARNING", "NORMAL");
    private static final List<String> STATES = List.of("Active", "Idle", "Preparing to terminate", "Ready to terminate",
            "Requesting termination");
    private static final List<String> ACTIONS = List.of("SET", "CONT", "CLEAR");
    private static final List<String> ANOMALIES = List.of("CARD-ANOMALY", "ELEMENT-ANOMALY", "INTERFACE-ANOMALY", "SERVICE-ANOMALY");
    private static final String NAMESPACE = "3GPP-FaultSupervision";

    private final Fields event;
    private final EventSink sink;
    private final long line;

    VesEvent(Fields event, EventSink sink, long line) {
        this.event = event;
        this.sink = sink;
        this.line = line;
    }

    void read() throws BadEvent {
        VesHeader header = VesHeader.of(event, sink);
        switch (header.domain()) {
            case "fault" -> fault(header, event.object("faultFields"));
            case "thresholdCrossingAlert" -> threshold(header, event.object("thresholdCrossingAlertFields"));
            case "stndDefined" -> standard(header, event.object("stndDefinedFields"));
            case "measurement", "measurementsForVfScaling" -> new VesMeasurement(event, header, sink, line).read();
            case "perf3gpp" -> {
                event.object("perf3gppFields").object("measDataCollection");
                sink.mention(Texts.text("Ves_Perf3gpp"), line);
            }
            default -> {
                VesOtherDomains.check(event, header.domain());
                sink.mention(Texts.text(header.domain().equals("heartbeat") ? "Event_Heartbeat" : "Event_NoAlarm", header.domain()), line);
            }
        }
    }

    private void fault(VesHeader header, Fields fault) throws BadEvent {
        fault.required("faultFieldsVersion");
        String condition = fault.word("alarmCondition");
        String severity = severity(fault);
        fault.word("eventSourceType");
        String problem = fault.word("specificProblem");
        fault.requiredChoice("vfStatus", STATES);
        Map<String, String> more = more(fault, "alarmAdditionalInformation");
        String part = fault.text("alarmInterfaceA").filter(text -> !text.isBlank()).orElse("");
        String object = part.isEmpty() || part.equals(header.source()) ? header.source() : header.source() + "/" + part;
        AlarmType type = type(header, fault, more);
        Optional<PerceivedSeverity> exact = Optional.ofNullable(more.get("perceivedSeverity")).map(PerceivedSeverity::get);
        // VES has no identity of an alarm; where the sender says it beside the event, it comes out as it came in
        Said said = new Said(header, more.getOrDefault("alarmId", ""), object, type, condition, problem, fault.node());
        if (severity.equals("NORMAL")) {
            sink.add(said.event(AlarmAction.CLEARED, Optional.empty(), header.last()));
            return;
        }
        PerceivedSeverity now = exact.filter(word -> word == PerceivedSeverity.INDETERMINATE).orElse(PerceivedSeverity.get(severity));
        up(said, now, header.start(), header.last());
    }

    private void up(Said said, PerceivedSeverity severity, Instant start, Instant last) {
        if (last.isAfter(start)) {
            sink.add(said.event(AlarmAction.RAISED, Optional.empty(), start));
            sink.add(said.event(AlarmAction.SEVERITY_CHANGED, Optional.of(severity), last));
        } else {
            sink.add(said.event(AlarmAction.RAISED, Optional.of(severity), start));
        }
    }

    private static String severity(Fields fields) throws BadEvent {
        String word = fields.requiredChoice("eventSeverity", SEVERITIES);
        if (!SEVERITIES.contains(fields.required("eventSeverity"))) {
            throw fields.bad("eventSeverity", "Field_NoChoice", String.join(", ", SEVERITIES));
        }
        return word;
    }

    /** VES has no alarm type: a word for it in the additional information, in the event type or in the category is taken. */
    private static AlarmType type(VesHeader header, Fields fault, Map<String, String> more) throws BadEvent {
        String category = fault.text("eventCategory").orElse("");
        for (String word : List.of(more.getOrDefault("alarmType", ""), more.getOrDefault("TYPE", ""),
                more.getOrDefault("type", ""), category, header.eventType())) {
            Optional<AlarmType> type = AlarmWords.type(word);
            if (type.isPresent()) {
                return type.get();
            }
        }
        return AlarmType.EQUIPMENT_ALARM;
    }

    /** Additional information: an object since version 7, pairs of name and value before. */
    private static Map<String, String> more(Fields fields, String name) throws BadEvent {
        JsonNode node = fields.node().path(name);
        Map<String, String> more = new java.util.LinkedHashMap<>();
        if (node.isArray()) {
            for (JsonNode pair : node) {
                more.put(pair.path("name").asText(), pair.path("value").asText());
            }
        } else if (node.isObject()) {
            node.properties().forEach(entry -> more.put(entry.getKey(), entry.getValue().asText()));
        } else if (fields.has(name)) {
            throw fields.bad(name, "Field_NoObject");
        }
        return more;
    }

    private void threshold(VesHeader header, Fields alert) throws BadEvent {
        alert.required("thresholdCrossingFieldsVersion");
        String action = alert.requiredChoice("alertAction", ACTIONS);
        String problem = alert.word("alertDescription");
        alert.requiredChoice("alertType", ANOMALIES);
        String severity = severity(alert);
        Instant start = stamp(alert, "eventStartTimestamp", header.start());
        Instant collected = stamp(alert, "collectionTimestamp", header.last());
        if (!alert.node().path("additionalParameters").isArray() && !alert.node().path("additionalParameters").isObject()) {
            throw alert.bad("additionalParameters", alert.has("additionalParameters") ? "Field_NoArray" : "Field_Missing");
        }
        String part = alert.text("interfaceName").filter(text -> !text.isBlank()).orElse("");
        String object = part.isEmpty() || part.equals(header.source()) ? header.source() : header.source() + "/" + part;
        Said said = new Said(header, "", object, AlarmType.QUALITY_OF_SERVICE_ALARM, "thresholdCrossed", problem, alert.node());
        if (action.equals("CLEAR") || severity.equals("NORMAL")) {
            sink.add(said.event(AlarmAction.CLEARED, Optional.empty(), collected.isBefore(start) ? start : collected));
        } else if (action.equals("CONT")) {
            sink.add(said.event(AlarmAction.SEVERITY_CHANGED, Optional.of(PerceivedSeverity.get(severity)), collected));
        } else {
            sink.add(said.event(AlarmAction.RAISED, Optional.of(PerceivedSeverity.get(severity)), start));
        }
    }

    /** A time stamp of its own; one that is none gives way to the header's, and that is said. */
    private Instant stamp(Fields alert, String name, Instant header) throws BadEvent {
        String text = alert.required(name);
        Optional<Instant> own = sink.moments().parse(text);
        if (own.isEmpty()) {
            sink.context().warn(Texts.text("Event_TimeOfHeader", alert.where(name), Texts.shorten(text)));
            return header;
        }
        return alert.time(name, sink.moments());
    }

    private void standard(VesHeader header, Fields standard) throws BadEvent {
        standard.required("stndDefinedFieldsVersion");
        Fields data = standard.object("data");
        if (data.node().isEmpty()) {
            throw standard.bad("data", "Field_EmptyObject");
        }
        String namespace = event.object("commonEventHeader").text("stndDefinedNamespace").orElse("");
        if (!data.has("notificationType")) {
            if (namespace.equals(NAMESPACE)) {
                throw data.bad("notificationType", "Field_Missing");
            }
            sink.mention(Texts.text("Event_NoAlarm", namespace.isBlank() ? "stndDefined" : namespace), line);
            return;
        }
        boolean known = namespace.equals(NAMESPACE) || namespace.isBlank() || !data.has("alarmId");
        if (!known) {
            sink.context().warn(Texts.text("Ves_Namespace", Texts.shorten(namespace)));
        }
        new Ts28532Notification(data, sink, line).read(Optional.of(
                new Ts28532Notification.Envelope(header.reporter(), header.source(), header.start(), VesImporter.ID)));
    }

    /** What the events that one VES event tells have in common. */
    private record Said(VesHeader header, String alarm, String object, AlarmType type, String cause, String problem, ObjectNode fields) {

        private static final Set<String> CORE = Set.of("alarmCondition", "specificProblem", "eventSeverity", "alertDescription");

        ExternalEvent event(AlarmAction action, Optional<PerceivedSeverity> severity, Instant time) {
            return new ExternalEvent(header.reporter(), alarm, Optional.of(object), Optional.of(type), Optional.of(cause),
                    Optional.of(problem), action, severity, time, "", "", VesImporter.ID,
                    Ts28532Notification.details(fields, CORE));
        }
    }
}
