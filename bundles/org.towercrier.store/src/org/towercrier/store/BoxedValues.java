package org.towercrier.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;

/** Boxed values by the type of the column they go to. */
final class BoxedValues {

    private BoxedValues() {
    }

    static RowWriter add(RowWriter row, Object value) throws StoreException {
        TableSchema.Column column = row.next().orElseThrow(() -> new IllegalArgumentException("The row is complete"));
        if (value == null) {
            return row.addNull();
        }
        return switch (column.type()) {
            case VARCHAR -> row.add(text(value));
            case INTEGER, BIGINT -> row.add(expect(Number.class, value, column).longValue());
            case DOUBLE -> row.add(expect(Number.class, value, column).doubleValue());
            case BOOLEAN -> row.add(expect(Boolean.class, value, column).booleanValue());
            case TIMESTAMP -> row.addMicros(ChronoUnit.MICROS.between(Instant.EPOCH, expect(Instant.class, value, column)));
            case DATE -> row.addDays(expect(LocalDate.class, value, column).toEpochDay());
        };
    }

    private static <T> T expect(Class<T> type, Object value, TableSchema.Column column) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new IllegalArgumentException(
                value.getClass().getSimpleName() + " does not fit column " + column.name() + " of type " + column.type());
    }

    private static String text(Object value) {
        if (value instanceof Enumerator literal) {
            return literal.getLiteral();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(BoxedValues::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value.toString();
    }

    private static String json(Object value) {
        if (value instanceof Number || value instanceof Boolean || value == null) {
            return String.valueOf(value);
        }
        StringBuilder json = new StringBuilder("\"");
        text(value).codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').appendCodePoint(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.appendCodePoint(c);
            }
        });
        return json.append('"').toString();
    }
}
