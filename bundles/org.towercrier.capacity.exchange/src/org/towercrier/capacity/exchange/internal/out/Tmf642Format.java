package org.towercrier.capacity.exchange.internal.out;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.alarm.Acknowledgement;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFormat;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.capacity.exchange.internal.in.Tmf642Importer;
import org.towercrier.exchange.Exporter;
import org.towercrier.exchange.ExporterInfo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Alarms as resources of TM Forum TMF642, Alarm Management API, version 4. An alarm that came from another system goes out
 * with that system's identity and with everything it had said.
 */
@Component(service = { AlarmFormat.class, Exporter.class })
public final class Tmf642Format implements AlarmFormat, Exporter {

    /** Members in this order, so that the same alarm is the same text wherever it has been. */
    private static final List<String> ORDER = List.of("id", "href", "externalAlarmId", "alarmType", "perceivedSeverity", "probableCause",
            "specificProblem", "alarmedObjectType", "alarmedObject", "sourceSystemId", "reportingSystemId", "alarmRaisedTime",
            "alarmChangedTime", "alarmClearedTime", "alarmReportingTime", "ackState", "ackUserId", "ackSystemId", "state", "comment",
            "alarmDetails", "@type");

    @Override
    public String id() {
        return Tmf642Importer.ID;
    }

    @Override
    public ExporterInfo info() {
        return new ExporterInfo(id(), Texts.text("Format_Tmf642"), "json", "AlarmRecord");
    }

    @Override
    public void write(List<Story> alarms, Writer out) throws IOException {
        AlarmJson.array(alarms, story -> List.of(resource(story)), out);
    }

    static ObjectNode resource(Story story) {
        Alarm alarm = story.alarm();
        ObjectNode json = AlarmJson.JSON.createObjectNode();
        json.put("id", AlarmJson.sourceAlarm(alarm));
        json.put("alarmType", camelCase(alarm.identity().alarmType().getLiteral()));
        json.put("perceivedSeverity", alarm.severity().getLiteral().toLowerCase(Locale.ROOT));
        json.put("probableCause", alarm.identity().probableCause());
        json.put("specificProblem", alarm.identity().specificProblem());
        json.putObject("alarmedObject").put("id", alarm.identity().objectInstance());
        json.put("sourceSystemId", AlarmJson.source(alarm));
        json.put("alarmRaisedTime", alarm.raised().toString());
        json.put("alarmChangedTime", alarm.changed().toString());
        alarm.cleared().ifPresent(when -> json.put("alarmClearedTime", when.toString()));
        json.put("ackState", alarm.acknowledgement().isPresent() ? "acknowledged" : "unacknowledged");
        alarm.acknowledgement().map(Acknowledgement::user).filter(user -> !user.isEmpty()).ifPresent(user -> json.put("ackUserId", user));
        json.put("state", state(alarm));
        List<HistoryEntry> comments = AlarmJson.comments(story);
        if (!comments.isEmpty()) {
            ArrayNode array = json.putArray("comment");
            comments.forEach(entry -> array.addObject().put("comment", entry.text()).put("time", entry.time().toString())
                    .put("userId", entry.user()));
        }
        AlarmJson.foreign(alarm, "tmf642").ifPresentOrElse(json::setAll, () -> {
            json.put("externalAlarmId", AlarmJson.sourceAlarm(alarm));
            json.put("alarmedObjectType", "Cell");
            json.put("alarmDetails", alarm.evidence());
            json.put("@type", "Alarm");
        });
        return ordered(json);
    }

    private static ObjectNode ordered(ObjectNode json) {
        ObjectNode ordered = AlarmJson.JSON.createObjectNode();
        ORDER.stream().filter(json::has).forEach(name -> ordered.set(name, json.get(name)));
        json.properties().stream().filter(entry -> !ordered.has(entry.getKey()))
                .forEach(entry -> ordered.set(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static String state(Alarm alarm) {
        if (alarm.cleared().isPresent()) {
            return "cleared";
        }
        return alarm.changed().equals(alarm.raised()) ? "raised" : "updated";
    }

    private static String camelCase(String upper) {
        StringBuilder text = new StringBuilder();
        for (String word : upper.toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString();
    }
}
