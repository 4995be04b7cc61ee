package org.towercrier.exchange.internal.verify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.MeasurementSink;
import org.towercrier.exchange.RowSink;
import org.towercrier.exchange.profile.ImportProfile;

/** Keeps what an importer of measurements reads, instead of storing it; what it refuses counts as not read. */
final class CollectingContext implements ImportContext {

    private final PmReading reading = new PmReading();
    private final Sink sink = new Sink();

    PmReading reading() {
        return reading;
    }

    @Override
    public Optional<ImportProfile> profile() {
        return Optional.empty();
    }

    @Override
    public RowSink rows(EClass target) {
        throw new UnsupportedOperationException("Measurements have no rows of " + target.getName());
    }

    @Override
    public MeasurementSink measurements() {
        return sink;
    }

    @Override
    public int objectId(String managedObjectName) {
        throw new UnsupportedOperationException("Objects go by their names here");
    }

    @Override
    public void quarantine(long line, String column, String value, String reason) {
        // Not read: the comparison counts it.
    }

    @Override
    public void countOnly(EClass type) {
        // Nothing is reported.
    }

    @Override
    public void countEmpty(long line) {
        // Nothing is reported.
    }

    @Override
    public void warn(String text) {
        // Nothing is reported.
    }

    @Override
    public void progress(long bytes) {
        // The files are small.
    }

    @Override
    public void checkCancelled() {
        // The files are small.
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    private final class Sink implements MeasurementSink {

        private final List<String> names = new ArrayList<>();
        private String object = "";
        private long start;
        private int seconds;

        @Override
        public int measurement(String name) {
            names.add(name);
            return names.size() - 1;
        }

        @Override
        public void begin(String objectName, long startMicros, int periodSeconds, boolean suspect, long line) {
            object = objectName;
            start = startMicros;
            seconds = periodSeconds;
        }

        @Override
        public void value(int measurement, double value) {
            if (!Double.isNaN(value)) {
                reading.number(object, names.get(measurement), start, seconds, value);
            }
        }

        @Override
        public void text(int measurement, String text) {
            reading.text(object, names.get(measurement), start, seconds, text);
        }

        @Override
        public boolean end() {
            return true;
        }
    }
}
