package org.towercrier.capacity.exchange.internal.in;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.towercrier.capacity.exchange.internal.Texts;
import org.towercrier.exchange.MeasurementSink;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A measurement event: its plain numbers and the named groups of additional measurements become counter values under the
 * names they have there; tables of processes, disks and the like are not measurements of cells and are left out, and that is
 * said.
 */
final class VesMeasurement {

    private static final Set<String> ABOUT = Set.of("measurementInterval", "measurementFieldsVersion", "measurementsForVfScalingVersion");

    private final Fields event;
    private final VesHeader header;
    private final EventSink sink;
    private final long line;

    VesMeasurement(Fields event, VesHeader header, EventSink sink, long line) {
        this.event = event;
        this.header = header;
        this.sink = sink;
        this.line = line;
    }

    void read() throws BadEvent {
        Fields fields = event.object(header.domain() + "Fields");
        if (!fields.node().path("measurementInterval").isNumber()) {
            throw fields.bad("measurementInterval", fields.has("measurementInterval") ? "Field_NoNumber" : "Field_Missing");
        }
        int seconds = (int) Math.round(fields.node().get("measurementInterval").asDouble());
        if (seconds < 1) {
            throw fields.bad("measurementInterval", "Field_NotPositive");
        }
        Map<String, Double> own = numbers(fields.node());
        ABOUT.forEach(own::remove);
        sink.accept();
        if (own.isEmpty() && !fields.node().path("additionalMeasurements").elements().hasNext()) {
            sink.mention(Texts.text("Ves_NoNumbers"), line);
            return;
        }
        write(header.source(), own, seconds);
        for (JsonNode group : fields.node().path("additionalMeasurements")) {
            JsonNode values = group.has("hashMap") ? group.get("hashMap") : group.path("arrayOfFields");
            write(header.source() + "/" + group.path("name").asText("?"), values.isArray() ? pairs(values) : numbers(values), seconds);
        }
    }

    private void write(String object, Map<String, Double> values, int seconds) {
        if (values.isEmpty()) {
            return;
        }
        MeasurementSink measurements = sink.context().measurements();
        measurements.begin(object, ChronoUnit.MICROS.between(java.time.Instant.EPOCH, header.start()), seconds, false, line);
        values.forEach((name, value) -> measurements.value(measurements.measurement(name), value));
        measurements.end();
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new TreeMap<>();
        node.properties().forEach(entry -> number(entry.getValue(), entry.getKey(), numbers));
        return numbers;
    }

    private static Map<String, Double> pairs(JsonNode pairs) {
        Map<String, Double> numbers = new TreeMap<>();
        pairs.forEach(pair -> number(pair.path("value"), pair.path("name").asText(), numbers));
        return numbers;
    }

    private static void number(JsonNode value, String name, Map<String, Double> numbers) {
        if (value.isNumber() || value.isTextual() && value.asText().matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            numbers.put(name, value.asDouble());
        }
    }
}
