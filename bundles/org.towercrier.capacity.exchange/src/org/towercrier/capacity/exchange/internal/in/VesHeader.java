package org.towercrier.capacity.exchange.internal.in;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.towercrier.capacity.exchange.internal.Texts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The common header of a VES event, checked against what its version requires. Version 7 headers name the version of the
 * listener; headers of versions 4 and 5 have a number as their version and fewer fields.
 *
 * @param domain    the kind of event
 * @param reporter  who reported it
 * @param source    what it is about
 * @param eventType free word of the sender about the kind of trouble
 * @param start     begin of the condition
 * @param last      latest time of the condition
 */
record VesHeader(String domain, String reporter, String source, String eventType, Instant start, Instant last) {

    static final List<String> DOMAINS = List.of("fault", "heartbeat", "measurement", "mobileFlow", "notification", "other", "perf3gpp",
            "pnfRegistration", "sipSignaling", "stateChange", "stndDefined", "syslog", "thresholdCrossingAlert", "voiceQuality",
            "measurementsForVfScaling", "measurementsForVfReporting", "serviceEvents", "signaling");
    private static final List<String> PRIORITIES = List.of("High", "Medium", "Normal", "Low");
    private static final List<String> HEADERS_7 = List.of("4.0", "4.0.1", "4.1");
    private static final List<String> LISTENERS_7 = List.of("7.0", "7.0.1", "7.1", "7.1.1", "7.2", "7.2.1");
    private static final double FIRST_TEXT_VERSION = 4;

    static VesHeader of(Fields event, EventSink sink) throws BadEvent {
        Fields header = event.object("commonEventHeader");
        String domain = header.requiredChoice("domain", DOMAINS);
        if (!DOMAINS.contains(header.required("domain").strip())) {
            throw header.bad("domain", "Field_NoChoice", String.join(", ", DOMAINS));
        }
        header.word("eventId");
        String reporter = header.word("reportingEntityName");
        String source = header.word("sourceName");
        header.requiredChoice("priority", PRIORITIES);
        header.whole("sequence");
        version(header, sink);
        Instant start = epoch(header, "startEpochMicrosec", sink);
        Instant last = epoch(header, "lastEpochMicrosec", sink);
        if (last.isBefore(start)) {
            throw header.bad("lastEpochMicrosec", "Field_Before", "startEpochMicrosec");
        }
        return new VesHeader(domain, reporter, source, header.text("eventType").orElse(""), start, last);
    }

    private static void version(Fields header, EventSink sink) throws BadEvent {
        String version = header.required("version");
        Optional<String> listener = header.text("vesEventListenerVersion");
        double number;
        try {
            number = Double.parseDouble(version.replaceFirst("^(\\d+(?:\\.\\d+)?).*$", "$1"));
        } catch (NumberFormatException none) {
            throw header.bad("version", "Field_NoVersion");
        }
        if (listener.isEmpty() && number < FIRST_TEXT_VERSION) {
            return;
        }
        if (!HEADERS_7.contains(version)) {
            throw header.bad("version", "Field_NoChoice", String.join(", ", HEADERS_7));
        }
        header.word("eventName");
        String named = header.word("vesEventListenerVersion");
        if (!LISTENERS_7.contains(named)) {
            if (!named.matches("7\\.\\d+(\\.\\d+)?")) {
                throw header.bad("vesEventListenerVersion", "Field_NoChoice", String.join(", ", LISTENERS_7));
            }
            sink.context().warn(Texts.text("Ves_NewerListener", named));
        }
    }

    /** Senders mix up units: what cannot be microseconds but can be milliseconds or seconds is taken for those, and said so. */
    private static Instant epoch(Fields header, String name, EventSink sink) throws BadEvent {
        if (!header.has(name)) {
            throw header.bad(name, "Field_Missing");
        }
        JsonNode node = header.node().get(name);
        double value = node.asDouble(Double.NaN);
        if (node.isTextual()) {
            String text = header.required(name);
            value = text.strip().matches("\\d{1,18}") ? Double.parseDouble(text.strip()) : Double.NaN;
            if (!Double.isNaN(value)) {
                sink.context().warn(Texts.text("Ves_NumberAsText", "commonEventHeader." + name));
            }
        } else if (!node.isNumber()) {
            throw header.bad(name, "Field_NoNumber");
        }
        if (Double.isNaN(value)) {
            throw header.bad(name, "Field_NoNumber");
        }
        Moments.Epoch epoch = sink.moments().epoch(value).orElseThrow(() -> header.bad(name, "Field_NoEpoch"));
        if (!epoch.unit().equals("us")) {
            sink.context().warn(Texts.text("Ves_Unit_" + epoch.unit(), "commonEventHeader." + name));
        }
        return epoch.time();
    }
}
