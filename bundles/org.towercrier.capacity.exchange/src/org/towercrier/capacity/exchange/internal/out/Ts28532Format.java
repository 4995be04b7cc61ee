package org.towercrier.capacity.exchange.internal.out;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFormat;
import org.towercrier.capacity.alarm.HistoryEntry;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.capacity.exchange.internal.in.Ts28532Importer;
import org.towercrier.exchange.Exporter;
import org.towercrier.exchange.ExporterInfo;
import org.towercrier.model.alarm.AlarmAction;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Alarms as the notifications of 3GPP TS 28.532 that report them: new, changed, cleared, acknowledged, commented. */
@Component(service = { AlarmFormat.class, Exporter.class })
public final class Ts28532Format implements AlarmFormat, Exporter {

    @Override
    public String id() {
        return Ts28532Importer.ID;
    }

    @Override
    public ExporterInfo info() {
        return new ExporterInfo(id(), Texts.text("Format_Ts28532"), "json", "AlarmRecord");
    }

    @Override
    public void write(List<Story> alarms, Writer out) throws IOException {
        int[] number = { 0 };
        AlarmJson.array(alarms, story -> notifications(story, number), out);
    }

    private static List<ObjectNode> notifications(Story story, int[] number) {
        Alarm alarm = story.alarm();
        List<ObjectNode> all = new ArrayList<>();
        for (Happening happening : Happening.of(alarm)) {
            boolean raised = happening.action() == AlarmAction.RAISED;
            boolean cleared = happening.action() == AlarmAction.CLEARED;
            ObjectNode json = notification(alarm, raised ? "notifyNewAlarm" : cleared ? "notifyClearedAlarm" : "notifyChangedAlarm",
                    happening.time(), number);
            json.put("perceivedSeverity", cleared ? "CLEARED" : happening.severity().getLiteral());
            if (raised) {
                json.put("specificProblem", alarm.identity().specificProblem());
                AlarmJson.foreign(alarm, "additionalInformation").ifPresentOrElse(more -> json.set("additionalInformation", more),
                        () -> json.putObject("additionalInformation").put("kind", alarm.kind().getLiteral())
                                .put("ruleSet", alarm.ruleSet()).put("rule", alarm.rule()).put("synthetic", alarm.synthetic()));
            }
            all.add(json);
        }
        alarm.acknowledgement().ifPresent(step -> all.add(notification(alarm, "notifyAckStateChanged", step.time(), number)
                .put("perceivedSeverity", alarm.severity().getLiteral()).put("ackState", "ACKNOWLEDGED")
                .put("ackUserId", step.user().isEmpty() ? AlarmJson.SYSTEM : step.user())));
        for (HistoryEntry entry : AlarmJson.comments(story)) {
            ObjectNode json = notification(alarm, "notifyComments", entry.time(), number)
                    .put("perceivedSeverity", alarm.severity().getLiteral());
            json.putObject("comments").putObject("1").put("commentTime", entry.time().toString())
                    .put("commentUserId", entry.user()).put("commentText", entry.text());
            all.add(json);
        }
        return all;
    }

    private static ObjectNode notification(Alarm alarm, String type, Instant time, int[] number) {
        ObjectNode json = AlarmJson.JSON.createObjectNode();
        json.put("href", alarm.identity().objectInstance());
        json.put("notificationId", ++number[0]);
        json.put("notificationType", type);
        json.put("eventTime", time.toString());
        json.put("systemDN", AlarmJson.source(alarm));
        json.put("alarmId", AlarmJson.sourceAlarm(alarm));
        json.put("alarmType", alarm.identity().alarmType().getLiteral());
        json.put("probableCause", alarm.identity().probableCause());
        return json;
    }
}
