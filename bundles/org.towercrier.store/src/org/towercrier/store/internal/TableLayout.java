package org.towercrier.store.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.towercrier.store.ColumnType;
import org.towercrier.store.StoreLayoutException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.TableSchema.Column;

/**
 * How a table of the model stands in the store, and the way from there to how the model wants it. Rows are appended by the
 * position of their columns, so that the model's columns come first and in its order; columns the model does not know (of
 * a plug-in that is not there today) follow and keep what they hold.
 *
 * @param columns what the store has, in its order
 */
record TableLayout(List<Stored> columns) {

    private static final String REBUILT = StoreFormat.OWN_PREFIX + "rebuilt";

    /**
     * A column of the store.
     *
     * @param name in the spelling of the store
     * @param type as the engine writes it, in lower case
     */
    record Stored(String name, String type) {
    }

    TableLayout {
        columns = List.copyOf(columns);
    }

    /** The tables of the store by their names in lower case. */
    static Map<String, TableLayout> all(DSLContext sql) {
        Field<String> table = text("table_name");
        Field<String> column = text("column_name");
        Field<String> type = text("data_type");
        Map<String, List<Stored>> found = new HashMap<>();
        sql.select(table, column, type).from(DSL.table(DSL.name("information_schema", "columns")))
                .where(text("table_schema").eq(DSL.field("current_schema()", SQLDataType.VARCHAR)))
                .orderBy(DSL.field(DSL.name("ordinal_position"), SQLDataType.INTEGER))
                .forEach(row -> found.computeIfAbsent(lower(row.value1()), t -> new ArrayList<>())
                        .add(new Stored(row.value2(), lower(row.value3()))));
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new TableLayout(entry.getValue())));
    }

    /**
     * Brings the table to the schema's columns. New columns at the end are added; anything else makes the table anew from
     * its rows.
     *
     * @throws StoreLayoutException a value of an older type does not fit the new one
     */
    void bringTo(TableSchema schema, DSLContext sql) throws StoreLayoutException {
        List<Column> wanted = schema.columns();
        int common = Math.min(columns.size(), wanted.size());
        for (int i = 0; i < common; i++) {
            if (!isAt(i, wanted.get(i), sql)) {
                rebuild(schema, sql);
                return;
            }
        }
        for (Column added : wanted.subList(common, wanted.size())) {
            sql.alterTable(schema.table()).addColumn(DSL.field(DSL.name(added.name()), added.type().dataType())).execute();
        }
    }

    private boolean isAt(int position, Column wanted, DSLContext sql) {
        Stored stored = columns.get(position);
        return stored.name().equalsIgnoreCase(wanted.name()) && isOf(wanted.type(), stored, sql);
    }

    private void rebuild(TableSchema schema, DSLContext sql) throws StoreLayoutException {
        List<Field<?>> kept = new ArrayList<>();
        for (Column column : schema.columns()) {
            kept.add(value(schema, column, sql).as(DSL.name(column.name())));
        }
        Set<String> known = schema.columns().stream().map(column -> lower(column.name())).collect(Collectors.toSet());
        columns.stream().filter(stored -> !known.contains(lower(stored.name())))
                .forEach(stored -> kept.add(DSL.field(DSL.name(stored.name()))));
        Table<Record> table = DSL.table(DSL.name(schema.name()));
        Table<Record> rebuilt = DSL.table(DSL.name(REBUILT));
        sql.createTable(rebuilt).as(DSL.select(kept).from(table)).execute();
        sql.dropTable(table).execute();
        sql.alterTable(rebuilt).renameTo(table).execute();
    }

    private Field<?> value(TableSchema schema, Column column, DSLContext sql) throws StoreLayoutException {
        DataType<?> type = column.type().dataType();
        Optional<Stored> found = columns.stream().filter(stored -> stored.name().equalsIgnoreCase(column.name())).findFirst();
        if (found.isEmpty()) {
            return DSL.castNull(type);
        }
        Field<Object> old = DSL.field(DSL.name(found.get().name()));
        if (!isOf(column.type(), found.get(), sql)) {
            checkFits(schema, found.get(), column, sql);
        }
        return old.cast(type);
    }

    /** Numbers and times must survive the way there and back; what was text must be readable. */
    private static void checkFits(TableSchema schema, Stored stored, Column column, DSLContext sql) throws StoreLayoutException {
        String wanted = typeName(column.type(), sql);
        Field<Object> old = DSL.field(DSL.name(stored.name()));
        Field<Object> changed = DSL.field("try_cast({0} as {1})", Object.class, old, DSL.keyword(wanted));
        Condition lost = changed.isNull();
        if (!isText(stored.type()) && column.type() != ColumnType.VARCHAR) {
            lost = lost.or(DSL.field("try_cast({0} as {1})", Object.class, changed, DSL.keyword(stored.type()))
                    .isDistinctFrom(old));
        }
        Optional<String> misfit = sql.select(old.cast(SQLDataType.VARCHAR)).from(DSL.table(DSL.name(schema.name())))
                .where(old.isNotNull()).and(lost).limit(1).fetchOptional().map(row -> row.value1());
        if (misfit.isPresent()) {
            throw new StoreLayoutException(schema.name(), stored.name(), stored.type(), wanted, misfit.get());
        }
    }

    /** Whether the engine's catalogue means the type: it spells some otherwise than statements do. */
    private static boolean isOf(ColumnType wanted, Stored stored, DSLContext sql) {
        return stored.type().equals(typeName(wanted, sql)) || switch (wanted) {
            case VARCHAR -> isText(stored.type());
            case INTEGER -> stored.type().equals("integer");
            case DOUBLE -> stored.type().equals("double precision");
            case TIMESTAMP -> stored.type().equals("timestamp");
            case BIGINT, BOOLEAN, DATE -> false;
        };
    }

    private static boolean isText(String type) {
        return type.contains("char") || type.equals("text");
    }

    private static String typeName(ColumnType type, DSLContext sql) {
        return lower(type.dataType().getCastTypeName(sql.configuration()));
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
