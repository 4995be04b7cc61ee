package org.towercrier.capacity.exchange.internal.in;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

import com.fasterxml.jackson.databind.JsonNode;

/** One alarm record of TS 28.532: an alarm as it is at a moment, told as what must have happened before. */
final class Ts28532Record {

    private static final Set<String> CORE = Set.of("objectInstance", "notificationId", "alarmId", "alarmRaisedTime", "alarmChangedTime",
            "alarmClearedTime", "alarmType", "probableCause", "specificProblem", "perceivedSeverity", "ackTime", "ackUserId",
            "ackState", "clearUserId", "comments", "lastNotificationHeader");

    private final Fields fields;
    private final EventSink sink;

    Ts28532Record(Fields fields, EventSink sink) {
        this.fields = fields;
        this.sink = sink;
    }

    void read(String alarmId) throws BadEvent {
        Moments moments = sink.moments();
        String object = DistinguishedNames.ofUri(fields.required("objectInstance"));
        AlarmType type = AlarmWords.type(fields, "alarmType");
        String cause = fields.required("probableCause");
        PerceivedSeverity severity = AlarmWords.severity(fields, "perceivedSeverity");
        String source = fields.node().at("/lastNotificationHeader/systemDN").asText("");
        Snapshot snapshot = new Snapshot(fields.time("alarmRaisedTime", moments), fields.optionalTime("alarmChangedTime", moments),
                fields.optionalTime("alarmClearedTime", moments), severity);
        Ts28532Notification.Base base = new Ts28532Notification.Base(source.isBlank() ? "3GPP" : source, alarmId, Optional.of(object), type,
                cause, fields.text("specificProblem").or(() -> Optional.of("")), snapshot.raised(), Ts28532Importer.ID,
                Ts28532Notification.details(fields.node(), CORE));
        snapshot.check(fields, "alarmRaisedTime", "alarmClearedTime");
        snapshot.tell((action, known, time) -> sink.add(base.at(time).event(action, known, user(action), "")));
        Optional<String> ackState = fields.choice("ackState", AlarmWords.ACK_STATES);
        if (ackState.filter("ACKNOWLEDGED"::equals).isPresent()) {
            Instant time = fields.optionalTime("ackTime", moments).orElseGet(snapshot::latest);
            sink.add(base.at(time).event(AlarmAction.ACKNOWLEDGED, Optional.empty(), fields.text("ackUserId").orElse(""), ""));
        }
        if (fields.has("comments")) {
            Fields comments = fields.object("comments");
            for (Map.Entry<String, JsonNode> entry : comments.node().properties()) {
                Fields comment = comments.object(entry.getKey());
                Instant time = comment.optionalTime("commentTime", moments).orElseGet(snapshot::latest);
                sink.add(base.at(time).event(AlarmAction.COMMENTED, Optional.empty(), comment.text("commentUserId").orElse(""),
                        comment.required("commentText")));
            }
        }
    }

    private String user(AlarmAction action) {
        return action == AlarmAction.CLEARED ? fields.node().path("clearUserId").asText("") : "";
    }
}
