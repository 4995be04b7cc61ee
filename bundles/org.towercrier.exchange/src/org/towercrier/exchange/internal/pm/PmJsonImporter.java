package org.towercrier.exchange.internal.pm;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.Recognition;
import org.towercrier.exchange.internal.Texts;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * Measurement reports in JSON, as O-RAN collectors make them of 3GPP files: one or several events with {@code perf3gppFields} (VES event, TS 28.532 measurement
 * report).
 */
@Component(service = Importer.class)
public final class PmJsonImporter implements Importer {

    /** Id of the format. */
    public static final String ID = "3gpp-json";

    /** An event is held whole in memory: some hundred thousand values. */
    private static final long MAX_BYTES = 512L << 20;

    private final ObjectReader json = new ObjectMapper().readerFor(JsonNode.class);

    @Override
    public ImporterInfo info() {
        return new ImporterInfo(ID, Texts.text("Format_PmJson"), List.of("json"), List.of("CellMeasurement", "CounterValue"));
    }

    @Override
    public Recognition recognise(Probe probe) {
        String start = probe.text().map(String::stripLeading).orElse("");
        boolean schema = start.contains("\"$schema\"") || start.contains("\"openapi\"") || start.contains("\"swagger\"");
        boolean object = (start.startsWith("{") || start.startsWith("[")) && !schema;
        if (object && (start.contains("\"perf3gppFields\"") || start.contains("\"measDataCollection\""))) {
            return new Recognition(95, Texts.text("Format_Perf3gpp"));
        }
        return Recognition.NONE;
    }

    @Override
    public void read(ImportSource source, ImportContext context) throws ImportRefusedException, IOException {
        try (InputStream in = source.open();
                InputStream bounded = ByteGuard.ofDocument(in, MAX_BYTES);
                MappingIterator<JsonNode> events = json.readValues(bounded)) {
            while (events.hasNextValue()) {
                report(events.nextValue(), source.name(), context);
            }
        } catch (JsonProcessingException malformed) {
            JsonLocation place = malformed.getLocation();
            throw new ImportRefusedException(
                    Texts.text("Json_Malformed", Texts.shorten(malformed.getOriginalMessage().replaceAll("\\(start marker at .*", ""))),
                    place == null ? 0 : place.getLineNr(),
                    place == null ? 0 : place.getColumnNr());
        }
    }

    private static void report(JsonNode node, String fileName, ImportContext context) throws ImportRefusedException {
        if (node.isArray()) {
            for (JsonNode element : node) {
                report(element, fileName, context);
            }
        } else if (node.has("eventList")) {
            report(node.get("eventList"), fileName, context);
        } else {
            JsonNode event = node.has("event") ? node.get("event") : node;
            if (event.at("/perf3gppFields/measDataCollection").isObject()) {
                new PmJsonEvent(event, fileName, context).read();
            } else {
                context.quarantine(0, "event", Texts.shorten(event.at("/commonEventHeader/eventName").asText("")),
                        Texts.text("Json_NoReport"));
            }
        }
    }
}
