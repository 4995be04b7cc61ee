package org.towercrier.store.internal;

import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;
import org.towercrier.store.TableSchema;

/** A table of a schema as jOOQ sees it; aliases of it know the fields, too. */
public final class SchemaTable extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    /** @param name the name in the database, which for a staging is not the schema's own */
    public SchemaTable(String name, Iterable<TableSchema.Column> columns) {
        super(DSL.name(name));
        for (TableSchema.Column column : columns) {
            createField(DSL.name(column.name()), column.type().dataType());
        }
    }
}
