package org.towercrier.exchange.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.store.ColumnType;
import org.towercrier.store.MergePolicy;
import org.towercrier.store.TableSchema;

/** The shape of rows of one class on their way to the store: numbers in one array, texts in another. */
final class TargetTable {

    private final TableSchema schema;
    private final ColumnType[] types;
    private final int[] textIndex;
    private final int texts;
    private final int[] key;
    private final Map<String, Integer> index = new HashMap<>();

    TargetTable(EClass type) {
        this.schema = TableSchema.of(type);
        List<TableSchema.Column> columns = schema.columns();
        this.types = new ColumnType[columns.size()];
        this.textIndex = new int[columns.size()];
        int count = 0;
        for (int i = 0; i < types.length; i++) {
            types[i] = columns.get(i).type();
            index.put(columns.get(i).name(), i);
            if (types[i] == ColumnType.VARCHAR) {
                textIndex[i] = count++;
            }
        }
        this.texts = count;
        this.key = schema.key().stream().mapToInt(column -> index.getOrDefault(column.name(), -1)).toArray();
    }

    TableSchema schema() {
        return schema;
    }

    EClass type() {
        return schema.type();
    }

    MergePolicy policy() {
        return schema.kind() == TableSchema.Kind.OBSERVATION ? MergePolicy.FILL : MergePolicy.UPDATE;
    }

    int columns() {
        return types.length;
    }

    /** Number of 64-bit words for one bit per column. */
    int words() {
        return (types.length + 63) >> 6;
    }

    ColumnType type(int column) {
        return types[column];
    }

    String name(int column) {
        return schema.columns().get(column).name();
    }

    /** Position of a text column among the text columns. */
    int textIndex(int column) {
        return textIndex[column];
    }

    int texts() {
        return texts;
    }

    int[] key() {
        return key;
    }

    /** Is there such a column? */
    boolean has(String name) {
        return index.containsKey(name);
    }

    /** @throws IllegalArgumentException when there is no such column */
    int column(String name) {
        Integer column = index.get(name);
        if (column == null) {
            throw new IllegalArgumentException(schema.type().getName() + " has no column " + name);
        }
        return column;
    }
}
