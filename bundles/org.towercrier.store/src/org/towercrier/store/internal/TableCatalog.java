package org.towercrier.store.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.emf.ecore.EClass;
import org.jooq.DSLContext;
import org.towercrier.store.StoreLayoutException;
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

    /**
     * Creates what is missing, brings what an earlier build made to the model, and returns the schemas that are complete once
     * this is committed.
     *
     * @throws StoreLayoutException a table holds what the model's columns cannot take
     */
    Set<TableSchema> ensure(DSLContext sql, Collection<? extends EClass> types) throws StoreLayoutException {
        Set<TableSchema> wanted = new LinkedHashSet<>();
        for (EClass type : types) {
            if (TableSchema.isStored(type) && !isComplete(schema(type))) {
                wanted.add(schema(type));
            }
        }
        if (!wanted.isEmpty()) {
            Map<String, TableLayout> existing = TableLayout.all(sql);
            for (TableSchema schema : wanted) {
                TableLayout layout = existing.get(schema.name().toLowerCase(Locale.ROOT));
                if (layout == null) {
                    sql.createTable(schema.table()).columns(schema.table().fields()).execute();
                } else {
                    layout.bringTo(schema, sql);
                }
            }
        }
        return wanted;
    }
}
