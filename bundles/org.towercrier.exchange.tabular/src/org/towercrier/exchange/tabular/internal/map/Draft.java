package org.towercrier.exchange.tabular.internal.map;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.exchange.RowSink;

/** A row of an inventory class while it is put together: values by feature, and where each came from. */
final class Draft {

    private final EClass type;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, String> extra = new LinkedHashMap<>();
    private long line;

    Draft(EClass type) {
        this.type = type;
    }

    EClass type() {
        return type;
    }

    void begin(long at) {
        line = at;
        values.clear();
        columns.clear();
        extra.clear();
    }

    long line() {
        return line;
    }

    /** Sets a value; null leaves it absent. @param column name of the column it came from, empty when derived */
    void set(String feature, Object value, String column) {
        if (value != null) {
            values.put(feature, value);
            columns.put(feature, column);
        }
    }

    void setIfAbsent(String feature, Object value) {
        if (value != null && has(feature) && !values.containsKey(feature)) {
            values.put(feature, value);
        }
    }

    void unset(String feature) {
        values.remove(feature);
    }

    /** Does the class have the feature? */
    boolean has(String feature) {
        EStructuralFeature found = type.getEStructuralFeature(feature);
        return found != null;
    }

    /** The value of a feature, null when it is absent. */
    Object value(String feature) {
        return values.get(feature);
    }

    Optional<String> text(String feature) {
        return values.get(feature) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Double> number(String feature) {
        return values.get(feature) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    Optional<Long> whole(String feature) {
        return values.get(feature) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** Name of the column that a feature came from, else the feature's own. */
    String column(String feature) {
        String column = columns.getOrDefault(feature, "");
        return column.isEmpty() ? feature : column;
    }

    void extra(String column, String value) {
        extra.put(column, value);
    }

    Optional<String> extra(String column) {
        return Optional.ofNullable(extra.get(column));
    }

    /** Hands the row over. */
    boolean writeTo(RowSink sink) {
        values.forEach((feature, value) -> set(sink, sink.column(feature), value));
        if (!extra.isEmpty() && has("extra")) {
            sink.set(sink.column("extra"), Json.object(extra));
        }
        return sink.end(line);
    }

    /** Sets a value of any type that a column may have. */
    static void set(RowSink sink, int column, Object value) {
        switch (value) {
            case String text -> sink.set(column, text);
            case Double number -> sink.set(column, number.doubleValue());
            case Long number -> sink.set(column, number.longValue());
            case Boolean truth -> sink.set(column, truth.booleanValue());
            case Instant instant -> sink.set(column, instant);
            case LocalDate date -> sink.set(column, date);
            default -> throw new IllegalStateException("column " + column + " is a " + value.getClass());
        }
    }
}
