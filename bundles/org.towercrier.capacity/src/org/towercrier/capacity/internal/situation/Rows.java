package org.towercrier.capacity.internal.situation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.emf.ecore.EClass;
import org.jooq.Record;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Rows of a class as maps from the names of its features, and back. */
final class Rows {

    private final EClass type;
    private final TableSchema schema;

    Rows(EClass type) {
        this.type = type;
        this.schema = TableSchema.of(type);
    }

    TableSchema schema() {
        return schema;
    }

    void insert(Transaction tx, List<Map<String, Object>> rows) throws StoreException {
        if (rows.isEmpty()) {
            return;
        }
        try (RowWriter writer = tx.insert(type)) {
            for (Map<String, Object> row : rows) {
                for (TableSchema.Column column : schema.columns()) {
                    writer.addObject(row.get(column.name()));
                }
                writer.endRow();
            }
        }
    }

    /** An open map that takes nulls. */
    static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    String text(Record row, String column) {
        return optional(row, column, String.class).orElse("");
    }

    Optional<Instant> time(Record row, String column) {
        return optional(row, column, Instant.class);
    }

    OptionalLong number(Record row, String column) {
        return optional(row, column, Number.class).map(value -> OptionalLong.of(value.longValue())).orElse(OptionalLong.empty());
    }

    <T> Optional<T> optional(Record row, String column, Class<T> type) {
        return Optional.ofNullable(row.get(schema.field(column))).map(type::cast);
    }
}
