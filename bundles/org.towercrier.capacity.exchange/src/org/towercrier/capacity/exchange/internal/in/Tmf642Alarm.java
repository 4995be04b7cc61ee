package org.towercrier.capacity.exchange.internal.in;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.towercrier.capacity.alarm.ExternalEvent;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.AlarmType;
import org.towercrier.model.alarm.PerceivedSeverity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One alarm resource of TMF642: an alarm as it is at a moment, told as what must have happened before. */
final class Tmf642Alarm {

    /** What is told by the alarm itself; everything else is kept with it as it is. */
    private static final Set<String> CORE = Set.of("alarmType", "probableCause", "specificProblem", "perceivedSeverity",
            "alarmRaisedTime", "alarmChangedTime", "alarmClearedTime", "ackState", "ackUserId", "state", "comment");
    private static final List<String> STATES = List.of("raised", "updated", "cleared");
    private static final List<String> ACK_STATES = List.of("acknowledged", "unacknowledged");

    private final Fields fields;
    private final EventSink sink;

    Tmf642Alarm(Fields fields, EventSink sink) {
        this.fields = fields;
        this.sink = sink;
    }

    /** @param whole whether the resource must be complete, as for one that is created */
    void read(boolean whole) throws BadEvent {
        Moments moments = sink.moments();
        if (!whole && !fields.has("alarmRaisedTime") && !fields.has("alarmedObject")) {
            change(moments);
            return;
        }
        AlarmType type = AlarmWords.type(fields, "alarmType");
        PerceivedSeverity severity = AlarmWords.severity(fields, "perceivedSeverity");
        String cause = fields.required("probableCause");
        String object = object();
        String source = fields.required("sourceSystemId");
        String state = fields.required("state");
        if (STATES.stream().noneMatch(state::equalsIgnoreCase)) {
            sink.context().warn(Texts.text("Tmf642_State", fields.where("state"), Texts.shorten(state), String.join(", ", STATES)));
        }
        Snapshot snapshot = new Snapshot(fields.time("alarmRaisedTime", moments), fields.optionalTime("alarmChangedTime", moments),
                fields.optionalTime("alarmClearedTime", moments),
                state.equalsIgnoreCase("cleared") ? PerceivedSeverity.CLEARED : severity);
        snapshot.check(fields, "alarmRaisedTime", "alarmClearedTime");
        Base base = new Base(source, id(), Optional.of(object), Optional.of(type), Optional.of(cause),
                fields.text("specificProblem").or(() -> Optional.of("")), details());
        snapshot.tell((action, known, time) -> sink.add(base.event(action, known, time, user(action), "")));
        people(base, snapshot.latest(), moments);
    }

    /** A notification about a change may name the alarm and what has changed, and nothing else. */
    private void change(Moments moments) throws BadEvent {
        if (!fields.has("id") && !fields.has("externalAlarmId")) {
            throw fields.bad("id", "Field_Missing");
        }
        Base base = new Base(fields.text("sourceSystemId").orElse(""), id(), Optional.empty(), Optional.empty(), Optional.empty(),
                fields.text("specificProblem"), details());
        Optional<String> state = fields.text("state");
        Optional<String> word = fields.choice("perceivedSeverity", AlarmWords.SEVERITIES);
        Optional<Instant> cleared = fields.optionalTime("alarmClearedTime", moments);
        Optional<Instant> changed = fields.optionalTime("alarmChangedTime", moments);
        Instant time = cleared.or(() -> changed).orElse(sink.context().now());
        if (state.filter("cleared"::equalsIgnoreCase).isPresent() || word.filter("CLEARED"::equals).isPresent() || cleared.isPresent()) {
            sink.add(base.event(AlarmAction.CLEARED, Optional.empty(), time, user(AlarmAction.CLEARED), ""));
        } else if (word.isPresent()) {
            sink.add(base.event(AlarmAction.SEVERITY_CHANGED, word.map(PerceivedSeverity::get), time, "", ""));
        } else if (!fields.has("ackState") && !fields.has("comment")) {
            throw fields.bad("perceivedSeverity", "Field_Missing");
        }
        people(base, time, moments);
    }

    private String id() throws BadEvent {
        return fields.text("id").or(() -> Optional.ofNullable(fields.node().get("externalAlarmId")).map(JsonNode::asText)).orElse("");
    }

    private String object() throws BadEvent {
        Fields object = fields.object("alarmedObject");
        return object.has("id") ? object.required("id") : object.required("href");
    }

    private String user(AlarmAction action) {
        return action == AlarmAction.CLEARED ? fields.node().path("clearUserId").asText("") : "";
    }

    /** What people did with it there. */
    private void people(Base base, Instant latest, Moments moments) throws BadEvent {
        Optional<String> state = fields.choice("ackState", ACK_STATES);
        if (state.filter("acknowledged"::equals).isPresent()) {
            sink.add(base.event(AlarmAction.ACKNOWLEDGED, Optional.empty(), latest, fields.text("ackUserId").orElse(""), ""));
        }
        JsonNode comments = fields.node().path("comment");
        if (!comments.isMissingNode() && !comments.isArray()) {
            throw fields.bad("comment", "Field_NoArray");
        }
        for (int i = 0; i < comments.size(); i++) {
            String where = fields.where("comment[" + i + "]");
            if (!(comments.get(i) instanceof ObjectNode node)) {
                throw new BadEvent(where, comments.get(i).asText(), Texts.text("Field_NoObject"));
            }
            Fields comment = new Fields(node, where);
            sink.add(base.event(AlarmAction.COMMENTED, Optional.empty(), comment.optionalTime("time", moments).orElse(latest),
                    comment.text("userId").orElse(""), comment.required("comment")));
        }
    }

    private String details() {
        ObjectNode rest = fields.node().deepCopy();
        rest.remove(CORE);
        if (rest.get("alarmedObject") instanceof ObjectNode object && object.size() == 1 && object.has("id")) {
            rest.remove("alarmedObject");
        }
        ObjectNode details = JsonMapper.builder().build().createObjectNode();
        details.set("tmf642", rest);
        return details.toString();
    }

    /** What the events of one resource have in common. */
    private record Base(String source, String alarm, Optional<String> object, Optional<AlarmType> type, Optional<String> cause,
            Optional<String> problem, String details) {

        ExternalEvent event(AlarmAction action, Optional<PerceivedSeverity> severity, Instant time, String user, String text) {
            return new ExternalEvent(source, alarm, object, type, cause, problem, action, severity, time, user, text,
                    Tmf642Importer.ID, details);
        }
    }
}
