package org.towercrier.sample.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** Writes rows feature by feature, in any order; what is not set is absent. */
final class Rows implements AutoCloseable {

    private final RowWriter writer;
    private final Map<EStructuralFeature, Integer> positions = new HashMap<>();
    private final Object[] row;

    Rows(Tables tables, EClass type) throws StoreException {
        TableSchema schema = TableSchema.of(type);
        for (int i = 0; i < schema.columns().size(); i++) {
            int position = i;
            schema.columns().get(i).feature().ifPresent(feature -> positions.put(feature, position));
        }
        row = new Object[schema.columns().size()];
        writer = tables.insert(type);
    }

    Rows set(EStructuralFeature feature, Object value) {
        row[positions.get(feature)] = value;
        return this;
    }

    void end() throws StoreException {
        for (Object value : row) {
            writer.addObject(value);
        }
        writer.endRow();
        Arrays.fill(row, null);
    }

    @Override
    public void close() throws StoreException {
        writer.close();
    }
}
