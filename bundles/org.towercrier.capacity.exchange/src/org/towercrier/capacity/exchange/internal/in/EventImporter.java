package org.towercrier.capacity.exchange.internal.in;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.ImportSource;
import org.towercrier.exchange.Importer;
import org.towercrier.exchange.Probe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the importers of alarms have in common: JSON records, read one by one. */
abstract class EventImporter implements Importer {

    private static final int SCHEMA_HEAD = 2_000;

    private final JsonRecords records;

    /** @param lists names of arrays that hold records */
    EventImporter(Set<String> lists) {
        this.records = new JsonRecords(lists);
    }

    @Override
    public final void read(ImportSource source, ImportContext context) throws ImportRefusedException, IOException {
        EventSink sink = new EventSink(context);
        try (InputStream in = source.open()) {
            records.read(in, (node, where, line) -> {
                context.checkCancelled();
                sink.record(() -> read(node, where, line, sink), line);
            });
        }
        sink.finish();
    }

    /** Reads one record. */
    abstract void read(ObjectNode node, String where, long line, EventSink sink) throws BadEvent;

    /** The beginning of a file that is JSON and no description of a format. */
    static Optional<String> json(Probe probe) {
        return probe.text().map(text -> text.replace("\ufeff", "").stripLeading())
                .filter(text -> text.startsWith("{") || text.startsWith("[")).filter(text -> !schema(text));
    }

    private static boolean schema(String text) {
        String head = text.substring(0, Math.min(text.length(), SCHEMA_HEAD));
        return head.contains("\"$schema\"") || head.contains("\"swagger\"") || head.contains("\"openapi\"");
    }

    static boolean names(String text, String field) {
        return text.contains("\"" + field + "\"");
    }
}
