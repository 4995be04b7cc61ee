package org.towercrier.capacity.exchange.internal.in;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Alarms of TM Forum TMF642 (Alarm Management API, version 4): resources, lists of them, and notifications about them. */
@Component(service = Importer.class)
public final class Tmf642Importer extends EventImporter {

    /** Id of the format. */
    public static final String ID = "tmf642";

    /** Fields by which a resource is known; other formats share some, but not three of them. */
    private static final List<String> SIGNS = List.of("alarmedObject", "sourceSystemId", "alarmRaisedTime", "perceivedSeverity",
            "alarmedObjectType", "probableCause", "alarmType", "externalAlarmId", "alarmReportingTime", "alarmDetails");
    private static final int ENOUGH = 3;
    private static final List<String> EVENTS = List.of("AlarmCreateEvent", "AlarmAttributeValueChangeEvent", "AlarmStateChangeEvent",
            "AlarmDeleteEvent");

    public Tmf642Importer() {
        super(Set.of());
    }

    @Override
    public ImporterInfo info() {
        return new ImporterInfo(ID, Texts.text("Format_Tmf642"), List.of("json"), List.of("AlarmRecord"));
    }

    @Override
    public Recognition recognise(Probe probe) {
        Optional<String> text = json(probe);
        if (text.isEmpty() || names(text.get(), "commonEventHeader") || names(text.get(), "notificationType")) {
            return Recognition.NONE;
        }
        long signs = SIGNS.stream().filter(sign -> names(text.get(), sign)).count();
        boolean own = Stream.of("alarmedObject", "sourceSystemId", "externalAlarmId").anyMatch(sign -> names(text.get(), sign));
        boolean event = EVENTS.stream().anyMatch(type -> names(text.get(), type));
        if (event || signs >= ENOUGH && (own || !names(text.get(), "objectInstance"))) {
            return new Recognition(own || event ? 92 : 80, Texts.text("Recognised_Tmf642"));
        }
        return Recognition.NONE;
    }

    @Override
    void read(ObjectNode node, String where, long line, EventSink sink) throws BadEvent {
        Fields fields = new Fields(node, where);
        if (node.has("event")) {
            notification(fields, line, sink);
        } else if (node.has("alarmPattern") || node.has("alarms") && !node.has("perceivedSeverity")) {
            sink.mention(Texts.text("Tmf642_Task"), line);
        } else {
            new Tmf642Alarm(fields, sink).read(true);
        }
    }

    private static void notification(Fields fields, long line, EventSink sink) throws BadEvent {
        String type = fields.required("eventType");
        if (type.equals("AlarmDeleteEvent")) {
            sink.mention(Texts.text("Tmf642_Deleted"), line);
        } else if (!EVENTS.contains(type)) {
            if (!type.endsWith("Event")) {
                throw fields.bad("eventType", "Field_NoChoice", String.join(", ", EVENTS));
            }
            sink.mention(Texts.text("Event_NoAlarm", type), line);
        } else {
            new Tmf642Alarm(fields.object("event").object("alarm"), sink).read(type.equals("AlarmCreateEvent"));
        }
    }
}
