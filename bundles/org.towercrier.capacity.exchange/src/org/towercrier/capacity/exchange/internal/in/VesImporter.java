package org.towercrier.capacity.exchange.internal.in;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Events of the ONAP VES event listener, versions 4, 5 and 7, one by one or in batches: faults, threshold crossing alerts
 * and 3GPP notifications in {@code stndDefined} become alarms, measurements become measurements; all other events are
 * checked and mentioned.
 */
@Component(service = Importer.class)
public final class VesImporter extends EventImporter {

    /** Id of the format. */
    public static final String ID = "ves";

    public VesImporter() {
        super(Set.of("eventList"));
    }

    @Override
    public ImporterInfo info() {
        return new ImporterInfo(ID, Texts.text("Format_Ves"), List.of("json"), List.of("AlarmRecord", "CounterValue"));
    }

    @Override
    public Recognition recognise(Probe probe) {
        Optional<String> text = json(probe);
        if (text.isEmpty()) {
            return Recognition.NONE;
        }
        boolean header = names(text.get(), "commonEventHeader");
        boolean fields = List.of("faultFields", "thresholdCrossingAlertFields", "stndDefinedFields", "heartbeatFields", "measurementFields")
                .stream().anyMatch(name -> names(text.get(), name));
        if (header && names(text.get(), "perf3gppFields") && !fields) {
            return Recognition.NONE;
        }
        return header ? new Recognition(97, Texts.text("Recognised_Ves"))
                : fields ? new Recognition(85, Texts.text("Recognised_VesFields")) : Recognition.NONE;
    }

    @Override
    void read(ObjectNode node, String where, long line, EventSink sink) throws BadEvent {
        Fields root = new Fields(node, where);
        Fields event = node.has("event") ? root.object("event") : root;
        new VesEvent(event, sink, line).read();
    }
}
