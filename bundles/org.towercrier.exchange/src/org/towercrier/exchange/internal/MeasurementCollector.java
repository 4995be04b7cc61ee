package org.towercrier.exchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

import org.towercrier.exchange.MeasurementSink;
import org.towercrier.exchange.internal.CanonicalMeasurements.Canonical;

/** Sorts measurements of one file into wide rows and single values, and applies the rules on the way. */
final class MeasurementCollector implements MeasurementSink {

    /** So many wide rows are kept before they go to the store; portions that come later still meet there. */
    private static final int MAX_ROWS = 200_000;

    /** One comma with other than three digits after it can only be a decimal one; with three it might group thousands. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,(?:\\d{1,2}|\\d{4,})");

    private record Known(String name, Optional<Canonical> canonical, int position, boolean mayBeNegative) {
    }

    private final CanonicalMeasurements canonicals;
    private final MeasurementRules rules;
    private final FileTally tally;
    private final UnitBreach breach;
    private final ToIntFunction<String> objects;
    private final int batch;
    private final WideSink wide;
    private final ValueSink single;
    private final WideRows rows;
    private final Map<String, Integer> handles = new HashMap<>();
    private final List<Known> known = new ArrayList<>();

    private boolean rejected;
    private String objectName = "";
    private int object;
    private boolean objectKnown;
    private long start;
    private int period;
    private boolean suspect;
    private long line;
    private int row;

    /** @param objects gives the number of an object name @param batch number of the import, stored with each row */
    MeasurementCollector(CanonicalMeasurements canonicals, MeasurementRules rules, FileTally tally, UnitBreach breach,
            ToIntFunction<String> objects, int batch,
            BlockSink wideSink, BlockSink valueSink) {
        this.canonicals = canonicals;
        this.rules = rules;
        this.tally = tally;
        this.breach = breach;
        this.objects = objects;
        this.batch = batch;
        this.wide = new WideSink(wideSink);
        this.single = new ValueSink(valueSink);
        this.rows = new WideRows(canonicals.all().size());
    }

    @Override
    public int measurement(String name) {
        return handles.computeIfAbsent(name, this::learn);
    }

    private int learn(String name) {
        Optional<Canonical> canonical = canonicals.find(name);
        int position = canonical.map(found -> canonicals.all().indexOf(found)).orElse(-1);
        known.add(new Known(name, canonical, position, rules.mayBeNegative(name)));
        return known.size() - 1;
    }

    @Override
    public void begin(String name, long startMicros, int periodSeconds, boolean isSuspect, long atLine) {
        Optional<String> badTime = rules.badTime(startMicros, periodSeconds);
        rejected = badTime.isPresent();
        objectName = name;
        objectKnown = false;
        start = startMicros;
        period = periodSeconds;
        suspect = isSuspect;
        line = atLine;
        row = -1;
        if (rejected) {
            tally.quarantine(line, name, MeasurementRules.iso(startMicros), badTime.get());
            tally.rowEnded(line);
        }
    }

    @Override
    public void value(int measurement, double value) {
        if (rejected || Double.isNaN(value)) {
            return;
        }
        Known what = known.get(measurement);
        if (what.position() >= 0) {
            canonical(what, value);
        } else if (value < 0 && !what.mayBeNegative()) {
            tally.quarantine(line, what.name(), number(value), Texts.text("Measurement_Negative", what.name()));
        } else {
            single.add(what.name(), value);
        }
    }

    private void canonical(Known what, double value) {
        Canonical canonical = what.canonical().orElseThrow();
        if (value < 0 || value > 100 && canonical.percent()) {
            Optional<String> bad = rules.badValue(canonical, value);
            if (bad.isPresent()) {
                tally.quarantine(line, what.name(), number(value), bad.get());
                return;
            }
            if (rules.rawBlocks(canonical, value)) {
                breach.seen(line, what.name(), value);
            }
        }
        if (row < 0) {
            row = rows.row(objectNumber(), start, period, line);
            rows.suspect(row, suspect);
        }
        double before = rows.get(row, what.position());
        if (Double.isNaN(before)) {
            rows.set(row, what.position(), value);
        } else if (before != value) {
            // The store meets the same key twice and reports the contradiction like any other.
            wide.contradiction(canonical, value);
        }
    }

    @Override
    public void text(int measurement, String text) {
        if (rejected) {
            return;
        }
        Known what = known.get(measurement);
        if (what.position() < 0) {
            single.add(what.name(), text);
        } else if (DECIMAL_COMMA.matcher(text).matches()) {
            tally.warn(Texts.text("Measurement_Comma", what.name()));
            canonical(what, Double.parseDouble(text.replace(',', '.')));
        } else {
            tally.warn(Texts.text("Measurement_Text", what.name(), Texts.shorten(text)));
            single.add(what.name(), text);
        }
    }

    @Override
    public boolean end() {
        if (rows.size() >= MAX_ROWS) {
            wide.flush();
        }
        return !rejected;
    }

    /** Hands over everything. */
    void finish() {
        wide.flush();
    }

    private int objectNumber() {
        if (!objectKnown) {
            object = objects.applyAsInt(objectName);
            objectKnown = true;
        }
        return object;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    private final class WideSink {

        private final BlockSink sink;
        private final int objectColumn;
        private final int startColumn;
        private final int periodColumn;
        private final int suspectColumn;
        private final int batchColumn;

        WideSink(BlockSink sink) {
            this.sink = sink;
            this.objectColumn = sink.column("object");
            this.startColumn = sink.column("start");
            this.periodColumn = sink.column("period");
            this.suspectColumn = sink.column("suspect");
            this.batchColumn = sink.column("batch");
        }

        void flush() {
            List<Canonical> columns = canonicals.all();
            for (int i = 0; i < rows.size(); i++) {
                begin(rows.object(i), rows.start(i), rows.period(i), rows.suspect(i));
                for (int position = 0; position < columns.size(); position++) {
                    sink.set(columns.get(position).column(), rows.get(i, position));
                }
                sink.end(rows.line(i));
            }
            rows.clear();
            row = -1;
        }

        void contradiction(Canonical canonical, double value) {
            begin(object, start, period, rows.suspect(row));
            sink.set(canonical.column(), value);
            sink.end(line);
        }

        private void begin(int id, long startMicros, int seconds, boolean isSuspect) {
            sink.set(objectColumn, id).setMicros(startColumn, startMicros).set(periodColumn, seconds).set(suspectColumn, isSuspect)
                    .set(batchColumn, batch);
        }
    }

    private final class ValueSink {

        private final BlockSink sink;
        private final int objectColumn;
        private final int measurementColumn;
        private final int startColumn;
        private final int periodColumn;
        private final int suspectColumn;
        private final int batchColumn;
        private final int valueColumn;
        private final int textColumn;

        ValueSink(BlockSink sink) {
            this.sink = sink;
            this.objectColumn = sink.column("object");
            this.measurementColumn = sink.column("measurement");
            this.startColumn = sink.column("start");
            this.periodColumn = sink.column("period");
            this.suspectColumn = sink.column("suspect");
            this.batchColumn = sink.column("batch");
            this.valueColumn = sink.column("value");
            this.textColumn = sink.column("text");
        }

        void add(String measurement, double value) {
            begin(measurement);
            sink.set(valueColumn, value).end(line);
        }

        void add(String measurement, String text) {
            begin(measurement);
            sink.set(textColumn, text).end(line);
        }

        private void begin(String measurement) {
            sink.set(objectColumn, objectNumber()).set(measurementColumn, measurement).setMicros(startColumn, start)
                    .set(periodColumn, period)
                    .set(suspectColumn, suspect).set(batchColumn, batch);
        }
    }
}
