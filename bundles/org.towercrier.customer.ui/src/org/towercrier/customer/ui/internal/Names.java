package org.towercrier.customer.ui.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.emf.ecore.EClass;
import org.jooq.Field;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

import jakarta.inject.Inject;

/** Names of products, regions and cells by their ids: people read no ids where there is a name. */
@Creatable
public final class Names {

    private volatile java.util.Optional<Store> store = java.util.Optional.empty();

    @Inject
    void store(@Optional Store open) {
        store = java.util.Optional.ofNullable(open);
    }

    /** The names that are known; away from the thread of the window. */
    public Map<String, String> of(EClass type, Collection<String> ids) throws StoreException {
        java.util.Optional<Store> open = store;
        List<String> wanted = ids.stream().distinct().toList();
        if (open.isEmpty() || wanted.isEmpty()) {
            return Map.of();
        }
        TableSchema schema = TableSchema.of(type);
        Field<String> id = schema.field("id", String.class);
        Field<String> name = schema.field("name", String.class);
        Map<String, String> found = new HashMap<>();
        open.get().read(sql -> sql.select(id, name).from(schema.table()).where(id.in(wanted)).and(name.isNotNull()).fetch())
                .forEach(row -> found.put(row.value1(), row.value2()));
        return found;
    }
}
