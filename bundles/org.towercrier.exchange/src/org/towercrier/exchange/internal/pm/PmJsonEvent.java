package org.towercrier.exchange.internal.pm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.MeasurementSink;
import org.towercrier.exchange.internal.Texts;

import com.fasterxml.jackson.databind.JsonNode;

/** One event of a JSON measurement report. */
final class PmJsonEvent {

    private static final long MICROS = 1_000_000L;
    private static final int DAY = 86_400;

    private final JsonNode header;
    private final JsonNode collection;
    private final String fileName;
    private final ImportContext context;
    private final MeasurementSink sink;
    private final PmValue value = new PmValue();

    PmJsonEvent(JsonNode event, String fileName, ImportContext context) {
        this.header = event.path("commonEventHeader");
        this.collection = event.at("/perf3gppFields/measDataCollection");
        this.fileName = fileName;
        this.context = context;
        this.sink = context.measurements();
    }

    void read() throws ImportRefusedException {
        long period = number(collection.path("granularityPeriod"));
        if (period <= 0 || period > Integer.MAX_VALUE) {
            throw new ImportRefusedException(Texts.text("Json_Period", Texts.shorten(collection.path("granularityPeriod").asText())));
        }
        long start = start((int) period);
        String element = collection.path("measuredEntityDn").asText("").strip();
        for (JsonNode info : collection.path("measInfoList")) {
            Map<Integer, Integer> handles = new HashMap<>();
            int position = 0;
            for (JsonNode name : info.at("/measTypes/sMeasTypesList")) {
                handles.put(++position, sink.measurement(name.asText()));
            }
            for (JsonNode values : info.path("measValuesList")) {
                context.checkCancelled();
                object(values, element, handles, start, (int) period);
            }
        }
    }

    private void object(JsonNode values, String element, Map<Integer, Integer> handles, long start, int period) {
        String name = PmNames.object(element, values.path("measObjInstId").asText("").strip());
        if (name.isEmpty()) {
            context.quarantine(0, "measObjInstId", "", Texts.text("Pm_NoObject"));
            return;
        }
        sink.begin(name, start, period, values.path("suspectFlag").asBoolean(false), 0);
        Set<Integer> seen = new HashSet<>();
        for (JsonNode result : values.path("measResults")) {
            int position = PmXmlInfo.position(result.path("p").asText(""));
            JsonNode found = result.hasNonNull("sValue") ? result.path("sValue") : result.path("iValue");
            if (position == PmXmlInfo.NO_POSITION) {
                context.quarantine(0, "measResults", found.asText(""), Texts.text("Pm_ResultPosition"));
            } else if (!handles.containsKey(position)) {
                context.quarantine(0, "measResults p=" + position, found.asText(""),
                        Texts.text("Pm_ResultUnknown", Integer.toString(position)));
            } else if (!seen.add(position)) {
                context.quarantine(0, "measResults p=" + position, found.asText(""),
                        Texts.text("Pm_ResultTwice", Integer.toString(position)));
            } else {
                result(handles.get(position), found.asText(""));
            }
        }
        sink.end();
    }

    private void result(int handle, String text) {
        switch (value.parse(text.toCharArray(), 0, text.length())) {
            case NUMBER -> sink.value(handle, value.number());
            case TEXT -> sink.text(handle, value.text());
            case ABSENT -> {
                // A gap stays a gap.
            }
        }
    }

    /**
     * Begin of the period. The header's fields are called microseconds and hold microseconds, milliseconds or seconds, as the maker liked: the granularity period
     * between begin and end shows which. Where they hold nothing of the kind, the file name has the time (TS 32.432).
     */
    private long start(int period) throws ImportRefusedException {
        long first = number(header.path("startEpochMicrosec"));
        long last = number(header.path("lastEpochMicrosec"));
        for (long perSecond : new long[]{ MICROS, 1_000, 1 }) {
            if (first > 0 && last - first == period * perSecond) {
                return first * (MICROS / perSecond);
            }
        }
        Optional<Long> begin = PmFileName.begin(fileName, context.zone());
        if (begin.isPresent()) {
            context.warn(Texts.text("Json_TimeFromName"));
            return begin.get();
        }
        // Without an end, only the size of the number tells: a second count of this century has ten digits.
        for (long perSecond : new long[]{ MICROS, 1_000, 1 }) {
            long seconds = first / perSecond;
            if (seconds > 7_300L * DAY && seconds < 50_000L * DAY) {
                context.warn(Texts.text("Json_TimeGuessed"));
                return first * (MICROS / perSecond);
            }
        }
        throw new ImportRefusedException(Texts.text("Json_NoTime", Texts.shorten(header.path("startEpochMicrosec").asText()),
                Texts.shorten(header.path("lastEpochMicrosec").asText())));
    }

    private static long number(JsonNode node) {
        return node.isTextual() ? parse(node.asText().strip()) : node.asLong(0);
    }

    private static long parse(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
