package org.towercrier.exchange.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Result;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.store.MergePolicy;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Staging;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** Stores new managed objects and connects objects with cells, whichever of the two came first. */
final class ObjectAdoption {

    private final Transaction tx;
    private final TableSchema objects = TableSchema.of(MeasurementPackage.Literals.MANAGED_OBJECT);
    private final Field<Integer> id = objects.field("id", Integer.class);
    private final Field<String> name = objects.field("name", String.class);
    private final Field<String> cell = objects.field("cell", String.class);

    ObjectAdoption(Transaction tx) {
        this.tx = tx;
    }

    /** All names with their numbers. */
    Map<String, Integer> known() {
        Map<String, Integer> known = new HashMap<>();
        tx.sql().select(id, name).from(objects.table()).where(name.isNotNull()).forEach(row -> known.put(row.value2(), row.value1()));
        return known;
    }

    /**
     * Stores objects that are new and looks for the cells of all that have none.
     *
     * @param fresh number to name
     * @return the numbers of objects without a cell
     */
    Set<Integer> adopt(Map<Integer, String> fresh) throws StoreException {
        Map<Integer, String> orphans = new HashMap<>();
        Result<? extends Record> homeless = tx.sql().select(id, name).from(objects.table()).where(cell.isNull()).fetch();
        homeless.forEach(row -> orphans.put(row.get(id), row.get(name)));
        if (fresh.isEmpty() && orphans.isEmpty()) {
            return Set.of();
        }
        CellIndex cells = cells();
        Set<Integer> without = new HashSet<>();
        try (RowWriter writer = tx.insert(objects.type())) {
            for (Map.Entry<Integer, String> object : fresh.entrySet()) {
                Optional<String> found = cells.find(object.getValue());
                write(writer, object.getKey(), object.getValue(), found);
                writer.endRow();
                if (found.isEmpty()) {
                    without.add(object.getKey());
                }
            }
        }
        try (Staging staging = tx.stage(objects.type())) {
            boolean any = false;
            for (Map.Entry<Integer, String> object : orphans.entrySet()) {
                Optional<String> found = object.getValue() == null ? Optional.empty() : cells.find(object.getValue());
                if (found.isPresent()) {
                    write(staging.rows(), object.getKey(), object.getValue(), found);
                    staging.rows().add(0).add(0L).endRow();
                    any = true;
                } else {
                    without.add(object.getKey());
                }
            }
            if (any) {
                staging.merge(MergePolicy.UPDATE);
            }
        }
        return without;
    }

    private void write(RowWriter writer, int number, String text, Optional<String> found) throws StoreException {
        for (TableSchema.Column column : objects.columns()) {
            switch (column.name()) {
                case "id" -> writer.add(number);
                case "name" -> writer.add(text);
                case "cell" -> writer.add(found.orElse(null));
                default -> writer.addNull();
            }
        }
    }

    private CellIndex cells() {
        TableSchema schema = TableSchema.of(NetworkPackage.Literals.CELL);
        CellIndex index = new CellIndex();
        try (var rows = tx.sql()
                .select(schema.field("id", String.class), schema.field("name", String.class), schema.field("nodeId", Integer.class),
                        schema.field("localCellId", Integer.class))
                .from(schema.table()).fetchLazy()) {
            for (Record4<String, String, Integer, Integer> row : rows) {
                index.add(row.value1(), row.value2(), row.value3(), row.value4());
            }
        }
        return index;
    }
}
