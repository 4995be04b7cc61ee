package org.towercrier.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jooq.Field;
import org.jooq.Table;
import org.towercrier.store.ColumnType;
import org.towercrier.store.TableSchema;
import org.towercrier.store.TableSchema.Column;

/** The columns a staged row has beside those of its table. */
final class StagedTable {

    /** How the names of the temporary tables of stagings begin. */
    static final String PREFIX = "staged_rows_";
    static final String FILE = "staged_file";
    static final String LINE = "staged_line";
    /** The number of the row, unique in the staging. */
    static final String SEQUENCE = "staged_sequence";

    private StagedTable() {
    }

    /** The schema of the rows kept aside. */
    static TableSchema of(TableSchema schema, String name) {
        List<Column> columns = new ArrayList<>(schema.columns());
        columns.add(new Column(FILE, ColumnType.INTEGER, Optional.empty()));
        columns.add(new Column(LINE, ColumnType.BIGINT, Optional.empty()));
        columns.add(new Column(SEQUENCE, ColumnType.BIGINT, Optional.empty()));
        return new TableSchema(name, schema.kind(), schema.type(), columns, schema.key());
    }

    static Field<Integer> file(Table<?> table) {
        return table.field(FILE, Integer.class);
    }

    static Field<Long> line(Table<?> table) {
        return table.field(LINE, Long.class);
    }

    static Field<Long> sequence(Table<?> table) {
        return table.field(SEQUENCE, Long.class);
    }
}
