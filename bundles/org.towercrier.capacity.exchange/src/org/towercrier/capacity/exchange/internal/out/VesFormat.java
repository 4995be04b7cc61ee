package org.towercrier.capacity.exchange.internal.out;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.alarm.Alarm;
import org.towercrier.capacity.alarm.AlarmFormat;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.capacity.exchange.internal.in.VesImporter;
import org.towercrier.exchange.Exporter;
import org.towercrier.exchange.ExporterInfo;
import org.towercrier.model.alarm.AlarmAction;
import org.towercrier.model.alarm.PerceivedSeverity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Alarms as a batch of fault events of the ONAP VES event listener 7.2. */
@Component(service = { AlarmFormat.class, Exporter.class })
public final class VesFormat implements AlarmFormat, Exporter {

    @Override
    public String id() {
        return VesImporter.ID;
    }

    @Override
    public ExporterInfo info() {
        return new ExporterInfo(id(), Texts.text("Format_Ves"), "json", "AlarmRecord");
    }

    @Override
    public void write(List<Story> alarms, Writer out) throws IOException {
        out.write("{\"eventList\":");
        AlarmJson.array(alarms, VesFormat::events, out);
        out.write("}\n");
    }

    private static List<ObjectNode> events(Story story) {
        Alarm alarm = story.alarm();
        List<ObjectNode> events = new ArrayList<>();
        for (Happening happening : Happening.of(alarm)) {
            ObjectNode event = AlarmJson.JSON.createObjectNode();
            event.set("commonEventHeader", header(alarm, happening, events.size()));
            event.set("faultFields", fault(alarm, happening));
            events.add(event);
        }
        return events;
    }

    private static ObjectNode header(Alarm alarm, Happening happening, int sequence) {
        ObjectNode header = AlarmJson.JSON.createObjectNode();
        header.put("domain", "fault");
        header.put("eventId", AlarmJson.sourceAlarm(alarm));
        header.put("eventName", "Fault_" + AlarmJson.SYSTEM + "_" + alarm.identity().probableCause());
        header.put("eventType", alarm.identity().alarmType().getLiteral());
        header.put("sequence", sequence);
        header.put("priority", priority(happening));
        header.put("reportingEntityName", AlarmJson.source(alarm));
        header.put("sourceName", alarm.identity().objectInstance());
        header.put("startEpochMicrosec", micros(happening.begin()));
        header.put("lastEpochMicrosec", micros(happening.time()));
        header.put("version", "4.1");
        header.put("vesEventListenerVersion", "7.2");
        return header;
    }

    private static String priority(Happening happening) {
        return switch (happening.severity()) {
            case CRITICAL -> "High";
            case MAJOR -> "Medium";
            case MINOR -> "Normal";
            default -> "Low";
        };
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** VES has no INDETERMINATE: it goes out as a warning, with the exact word beside it. */
    private static ObjectNode fault(Alarm alarm, Happening happening) {
        boolean cleared = happening.action() == AlarmAction.CLEARED;
        boolean vague = happening.severity() == PerceivedSeverity.INDETERMINATE;
        ObjectNode fault = AlarmJson.JSON.createObjectNode();
        fault.put("faultFieldsVersion", "4.0");
        fault.put("alarmCondition", alarm.identity().probableCause());
        fault.put("eventSeverity", cleared ? "NORMAL" : vague ? "WARNING" : happening.severity().getLiteral());
        fault.put("eventSourceType", "other");
        fault.put("specificProblem", alarm.identity().specificProblem().isEmpty() ? alarm.identity().probableCause()
                : alarm.identity().specificProblem());
        fault.put("vfStatus", "Active");
        ObjectNode more = fault.putObject("alarmAdditionalInformation").put("alarmType", alarm.identity().alarmType().getLiteral())
                .put("alarmId", AlarmJson.sourceAlarm(alarm)).put("kind", alarm.kind().getLiteral());
        if (vague && !cleared) {
            more.put("perceivedSeverity", PerceivedSeverity.INDETERMINATE.getLiteral());
        }
        if (alarm.synthetic()) {
            more.put("synthetic", "true");
        }
        return fault;
    }
}
