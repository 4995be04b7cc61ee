package org.towercrier.capacity.exchange.internal.in;

import java.time.Instant;
import java.util.ArrayList;
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

/** One notification of TS 28.532, checked against what its schema requires. */
final class Ts28532Notification {

    /** Notifications about one alarm. */
    private static final List<String> ALARM = List.of("notifyNewAlarm", "notifyNewSecAlarm", "notifyChangedAlarm",
            "notifyChangedAlarmGeneral", "notifyChangedSecAlarmGeneral", "notifyClearedAlarm", "notifyAckStateChanged",
            "notifyComments");
    /** Notifications that are right but change no alarm. */
    private static final List<String> OTHER = List.of("notifyCorrelatedNotificationChanged", "notifyPotentialFaultyAlarmList",
            "notifyAlarmListRebuilt", "notifyAlarmListRebuiltAlarm", "notifyHeartbeat", "notifyFileReady",
            "notifyFilePreparationError", "notifyMOICreation", "notifyMOIDeletion", "notifyMOIAttributeValueChanges",
            "notifyMOIChanges", "notifyEvent", "notifyThresholdCrossing");
    private static final Set<String> CORE = Set.of("href", "uri", "notificationId", "notificationType", "eventTime", "systemDN",
            "alarmId", "alarmType", "probableCause", "specificProblem", "perceivedSeverity", "objectInstance", "ackState",
            "ackUserId", "comments", "clearUserId");

    /**
     * What a wrapping event knows besides.
     *
     * @param source who reported it
     * @param object the object it came from
     * @param time   when the condition began, for an event whose own time cannot be read
     * @param format id of the wrapping format
     */
    record Envelope(String source, String object, Instant time, String format) {
    }

    private final Fields fields;
    private final EventSink sink;
    private final long line;

    Ts28532Notification(Fields fields, EventSink sink, long line) {
        this.fields = fields;
        this.sink = sink;
        this.line = line;
    }

    void read(Optional<Envelope> envelope) throws BadEvent {
        String type = fields.required("notificationType");
        String known = ALARM.stream().filter(type::equals).findFirst().orElse("");
        if (known.isEmpty()) {
            if (OTHER.contains(type) || type.startsWith("o1Notify") || envelope.isPresent()) {
                sink.mention(Texts.text(type.equals("notifyHeartbeat") ? "Event_Heartbeat" : "Event_NoAlarm", type), line);
                return;
            }
            throw fields.bad("notificationType", "Field_NoChoice", String.join(", ", ALARM));
        }
        if (!fields.has("href") && !fields.has("objectInstance") && !fields.has("uri")) {
            throw fields.bad("href", "Field_Missing");
        }
        fields.required("notificationId");
        String system = fields.required("systemDN");
        String alarm = fields.required("alarmId");
        AlarmType alarmType = AlarmWords.type(fields, "alarmType");
        String cause = fields.required("probableCause");
        PerceivedSeverity severity = AlarmWords.severity(fields, "perceivedSeverity");
        Instant time = time(envelope);
        String source = envelope.map(Envelope::source).orElse(system);
        Base base = new Base(source, alarm, object(envelope), alarmType, cause, fields.text("specificProblem"), time,
                envelope.map(Envelope::format).orElse(Ts28532Importer.ID), details(fields.node(), CORE));
        List<ExternalEvent> events = switch (type) {
            case "notifyClearedAlarm" -> List.of(base.event(AlarmAction.CLEARED, Optional.empty(),
                    fields.text("clearUserId").orElse(""), ""));
            case "notifyAckStateChanged" -> acknowledgement(base);
            case "notifyComments" -> comments(base);
            case "notifyNewAlarm", "notifyNewSecAlarm" -> List.of(upOrCleared(base, AlarmAction.RAISED, severity));
            default -> List.of(upOrCleared(base, AlarmAction.SEVERITY_CHANGED, severity));
        };
        events.forEach(event -> sink.add(event));
    }

    private static ExternalEvent upOrCleared(Base base, AlarmAction action, PerceivedSeverity severity) {
        return severity == PerceivedSeverity.CLEARED ? base.event(AlarmAction.CLEARED, Optional.empty(), "", "")
                : base.event(action, Optional.of(severity), "", "");
    }

    /** A time the collector took for good although it is none gives way to the time of the event around it. */
    private Instant time(Optional<Envelope> envelope) throws BadEvent {
        String text = fields.required("eventTime");
        Moments moments = sink.moments();
        Optional<Instant> own = moments.parse(text);
        if (own.isEmpty() && envelope.isPresent()) {
            sink.context().warn(Texts.text("Event_TimeOfHeader", fields.where("eventTime"), Texts.shorten(text)));
            return envelope.get().time();
        }
        return fields.time("eventTime", moments);
    }

    private Optional<String> object(Optional<Envelope> envelope) throws BadEvent {
        Optional<String> named = first("objectInstance").or(() -> Optional.empty());
        if (named.isPresent()) {
            return named.map(DistinguishedNames::ofUri);
        }
        Optional<String> uri = first("href").isPresent() ? first("href") : first("uri");
        if (envelope.isPresent() && uri.filter(DistinguishedNames::isName).isEmpty()) {
            return Optional.of(envelope.get().object());
        }
        return uri.map(DistinguishedNames::ofUri);
    }

    private Optional<String> first(String name) throws BadEvent {
        return fields.text(name).filter(text -> !text.isBlank());
    }

    private List<ExternalEvent> acknowledgement(Base base) throws BadEvent {
        String state = fields.requiredChoice("ackState", AlarmWords.ACK_STATES);
        String user = fields.required("ackUserId");
        AlarmAction action = state.equals("ACKNOWLEDGED") ? AlarmAction.ACKNOWLEDGED : AlarmAction.UNACKNOWLEDGED;
        return List.of(base.event(action, Optional.empty(), user, ""));
    }

    private List<ExternalEvent> comments(Base base) throws BadEvent {
        Fields comments = fields.object("comments");
        List<ExternalEvent> events = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : comments.node().properties()) {
            Fields comment = comments.object(entry.getKey());
            Instant time = comment.optionalTime("commentTime", sink.moments()).orElse(base.time());
            events.add(base.at(time).event(AlarmAction.COMMENTED, Optional.empty(), comment.text("commentUserId").orElse(""),
                    comment.required("commentText")));
        }
        return events;
    }

    /** What the events of one notification have in common. */
    record Base(String source, String alarm, Optional<String> object, AlarmType type, String cause, Optional<String> problem,
            Instant time, String format, String details) {

        Base at(Instant other) {
            return new Base(source, alarm, object, type, cause, problem, other, format, details);
        }

        ExternalEvent event(AlarmAction action, Optional<PerceivedSeverity> severity, String user, String text) {
            boolean raised = action == AlarmAction.RAISED;
            return new ExternalEvent(source, alarm, object, Optional.of(type), Optional.of(cause),
                    raised ? problem.or(() -> Optional.of("")) : problem, action, severity, time, user, text, format, details);
        }
    }

    /** What is not told apart otherwise, as a JSON object. */
    static String details(ObjectNode node, Set<String> core) {
        ObjectNode rest = node.deepCopy();
        rest.remove(core);
        return rest.toString();
    }
}
