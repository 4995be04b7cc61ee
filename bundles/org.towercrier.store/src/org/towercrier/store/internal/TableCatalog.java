package org.towercrier.store.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.emf.ecore.EClass;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.towercrier.store.TableSchema;

/** Knows the tables of the store and brings them up to the model. */
final class TableCatalog {

    private final Map<EClass, TableSchema> schemas = new ConcurrentHashMap<>();
    private final Set<TableSchema> complete = ConcurrentHashMap.newKeySet();

    TableSchema schema(EClass type) {
        return schemas.computeIfAbsent(type, TableSchema::of);
    }

    boolean isComplete(TableSchema schema) {
        return complete.contains(schema);
    }

    /** To be called after the commit of what {@link #ensure} did. */
    void complete(Collection<TableSchema> ensured) {
        complete.addAll(ensured);
    }

    /** Creates what is missing and returns the schemas that are complete once this is committed. */
    Set<TableSchema> ensure(DSLContext sql, Collection<? extends EClass> types) {
        Set<TableSchema> wanted = new LinkedHashSet<>();
        for (EClass type : types) {
            if (TableSchema.isStored(type) && !isComplete(schema(type))) {
                wanted.add(schema(type));
            }
        }
        if (!wanted.isEmpty()) {
            Map<String, Set<String>> existing = existing(sql);
            wanted.forEach(schema -> ensure(sql, schema, existing.get(lower(schema.name()))));
        }
        return wanted;
    }

    private static void ensure(DSLContext sql, TableSchema schema, Set<String> existing) {
        Table<Record> table = schema.table();
        if (existing == null) {
            sql.createTable(table).columns(table.fields()).execute();
            return;
        }
        for (Field<?> field : table.fields()) {
            if (!existing.contains(lower(field.getName()))) {
                sql.alterTable(table).addColumn(field).execute();
            }
        }
    }

    private static Map<String, Set<String>> existing(DSLContext sql) {
        Field<String> table = DSL.field(DSL.name("table_name"), SQLDataType.VARCHAR);
        Field<String> column = DSL.field(DSL.name("column_name"), SQLDataType.VARCHAR);
        Field<String> schema = DSL.field(DSL.name("table_schema"), SQLDataType.VARCHAR);
        Map<String, Set<String>> columns = new HashMap<>();
        for (Record2<String, String> found : sql.select(table, column)
                .from(DSL.table(DSL.name("information_schema", "columns")))
                .where(schema.eq(DSL.field("current_schema()", SQLDataType.VARCHAR)))) {
            columns.computeIfAbsent(lower(found.value1()), t -> new LinkedHashSet<>()).add(lower(found.value2()));
        }
        return columns;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
