package org.towercrier.customer.internal.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.towercrier.privacy.Masking;
import org.towercrier.store.TableSchema;

/** Rows of classes as maps for people, personal attributes masked unless they are disclosed. */
final class Rows {

    private static final Set<String> NEVER = Set.of("batch", "synthetic");

    private final DSLContext sql;
    private final boolean masked;

    Rows(DSLContext sql, boolean masked) {
        this.sql = sql;
        this.masked = masked;
    }

    /** Rows of a class by the value of a column; absent values are left out. */
    List<Map<String, Object>> of(EClass type, String column, String value, int most, SortField<?>... order) {
        TableSchema schema = TableSchema.of(type);
        Condition mine = schema.field(column, String.class).eq(value);
        List<Field<?>> fields = schema.columns().stream().<Field<?>>map(each -> schema.field(each.name())).toList();
        return sql.select(fields).from(schema.table()).where(mine).orderBy(order).limit(most).fetch(row -> map(schema, row));
    }

    private Map<String, Object> map(TableSchema schema, Record row) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            TableSchema.Column column = schema.columns().get(i);
            Object value = row.get(i);
            if (value == null || NEVER.contains(column.name())) {
                continue;
            }
            EStructuralFeature feature = column.feature().orElseThrow();
            if (column.name().equals("extra")) {
                map.put("extra", masked ? Masking.maskExtra(value.toString()) : value);
            } else {
                map.put(column.name(), masked ? Masking.mask(feature, value) : value);
            }
        }
        return map;
    }
}
