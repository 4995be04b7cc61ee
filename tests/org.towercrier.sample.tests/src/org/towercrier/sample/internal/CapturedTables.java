package org.towercrier.sample.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.sample.SampleReport;
import org.towercrier.sample.SampleRequest;
import org.towercrier.store.Cancellation;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Tables that keep their rows in memory, for a look at them. */
final class CapturedTables implements Tables {

    /** A row by feature; absent values are not in it. */
    static final class Row {
        private final Map<String, Object> values = new HashMap<>();

        double number(EStructuralFeature feature) {
            return values.get(feature.getName()) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        String text(EStructuralFeature feature) {
            return String.valueOf(values.get(feature.getName()));
        }

        boolean has(EStructuralFeature feature) {
            return values.containsKey(feature.getName());
        }

        boolean yes(EStructuralFeature feature) {
            return Boolean.TRUE.equals(values.get(feature.getName()));
        }

        Instant time(EStructuralFeature feature) {
            return (Instant) values.get(feature.getName());
        }

        LocalDate date(EStructuralFeature feature) {
            return (LocalDate) values.get(feature.getName());
        }

        @Override
        public String toString() {
            return new java.util.TreeMap<>(values).toString();
        }
    }

    private final Map<EClass, List<Row>> rows = new LinkedHashMap<>();

    static CapturedTables of(SampleRequest request) {
        CapturedTables tables = new CapturedTables();
        try {
            SampleReport report = new SampleWriter(request).write(tables, Cancellation.none());
            if (report.cells() != request.cells()) {
                throw new AssertionError(report);
            }
        } catch (StoreException impossible) {
            throw new AssertionError(impossible);
        }
        return tables;
    }

    List<Row> rows(EClass type) {
        return rows.getOrDefault(type, List.of());
    }

    /** Everything that was written, in order, as one text. */
    String everything() {
        StringBuilder text = new StringBuilder();
        rows.forEach((type, written) -> text.append(type.getName()).append(written).append('\n'));
        return text.toString();
    }

    @Override
    public RowWriter insert(EClass type) {
        return new Capture(TableSchema.of(type), rows.computeIfAbsent(type, any -> new ArrayList<>()));
    }

    private static final class Capture implements RowWriter {
        private final TableSchema schema;
        private final List<Row> target;
        private Row row = new Row();
        private int column;

        Capture(TableSchema schema, List<Row> target) {
            this.schema = schema;
            this.target = target;
        }

        private RowWriter put(Object value) {
            String name = schema.columns().get(column++).name();
            if (value != null && !value.equals(Double.NaN)) {
                row.values.put(name, value);
            }
            return this;
        }

        @Override
        public RowWriter add(long value) {
            return put(value);
        }

        @Override
        public RowWriter add(int value) {
            return put(value);
        }

        @Override
        public RowWriter add(double value) {
            return put(value);
        }

        @Override
        public RowWriter add(boolean value) {
            return put(value);
        }

        @Override
        public RowWriter add(String value) {
            return put(value);
        }

        @Override
        public RowWriter addMicros(long utcEpochMicros) {
            return put(Instant.EPOCH.plusNanos(utcEpochMicros * 1_000));
        }

        @Override
        public RowWriter addDays(long epochDay) {
            return put(LocalDate.ofEpochDay(epochDay));
        }

        @Override
        public RowWriter addNull() {
            return put(null);
        }

        @Override
        public RowWriter addObject(Object value) {
            return put(value instanceof Enumerator literal ? literal.getLiteral() : value);
        }

        /** Where the next value goes. */
        public Optional<TableSchema.Column> next() {
            return column < schema.columns().size() ? Optional.of(schema.columns().get(column)) : Optional.empty();
        }

        @Override
        public void endRow() {
            target.add(row);
            row = new Row();
            column = 0;
        }

        @Override
        public long rows() {
            return target.size();
        }

        @Override
        public void close() {
            // nothing is held back
        }
    }
}
