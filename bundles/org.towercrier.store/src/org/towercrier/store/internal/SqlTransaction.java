package org.towercrier.store.internal;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.towercrier.store.ColumnType;
import org.towercrier.store.EngineSession;
import org.towercrier.store.RowWriter;
import org.towercrier.store.Staging;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;
import org.towercrier.store.Transaction;

/** A running change. */
final class SqlTransaction implements Transaction, AutoCloseable {

    private final EngineSession session;
    private final Connection connection;
    private final DSLContext sql;
    private final TableCatalog catalog;
    private final StatementGuard guard;
    private final Set<TableSchema> ensured = new LinkedHashSet<>();
    private final List<RowWriter> writers = new ArrayList<>();
    private final List<SqlStaging> stagings = new ArrayList<>();

    SqlTransaction(EngineSession session, Connection connection, DSLContext sql, TableCatalog catalog,
            StatementGuard guard) {
        this.session = session;
        this.connection = connection;
        this.sql = sql;
        this.catalog = catalog;
        this.guard = guard;
    }

    @Override
    public DSLContext sql() {
        return sql;
    }

    @Override
    public RowWriter insert(EClass type) throws StoreException {
        TableSchema schema = known(type);
        changed(schema.name());
        RowWriter writer = new GuardedWriter(session.append(connection, schema, false), guard, false);
        writers.add(writer);
        return writer;
    }

    @Override
    public Staging stage(EClass type) throws StoreException {
        SqlStaging staging = new SqlStaging(sql, known(type), StagedTable.PREFIX + stagings.size(),
                staged -> new GuardedWriter(session.append(connection, staged, true), guard, true));
        stagings.add(staging);
        return staging;
    }

    @Override
    public long nextId(EClass type) throws StoreException {
        TableSchema schema = known(type);
        if (schema.key().size() != 1 || (schema.key().getFirst().type() != ColumnType.INTEGER
                && schema.key().getFirst().type() != ColumnType.BIGINT)) {
            throw new IllegalArgumentException(schema.name() + " has no single number as its key");
        }
        Field<Long> key = schema.field(schema.key().getFirst().name()).cast(SQLDataType.BIGINT);
        return sql.select(DSL.coalesce(DSL.max(key), DSL.inline(0L))).from(schema.table()).fetchSingle().value1() + 1;
    }

    @Override
    public void changed(String table) {
        guard.changed().add(table);
    }

    void ensure(Collection<? extends EClass> types) throws StoreException {
        ensured.addAll(catalog.ensure(sql, types));
    }

    Set<TableSchema> ensured() {
        return ensured;
    }

    private TableSchema known(EClass type) throws StoreException {
        TableSchema schema = catalog.schema(type);
        if (!catalog.isComplete(schema) && !ensured.contains(schema)) {
            ensure(List.of(type));
        }
        return schema;
    }

    /** Before the commit: what was written but not closed is handed to the engine, stagings are dropped. */
    void finish() throws StoreException {
        for (RowWriter writer : writers) {
            writer.close();
        }
        for (SqlStaging staging : stagings) {
            staging.close();
        }
    }

    /** After a failure: frees what the engine holds; the rows are undone anyway. */
    @Override
    public void close() {
        for (RowWriter writer : writers) {
            abandon(writer);
        }
        for (SqlStaging staging : stagings) {
            staging.abandon();
        }
    }

    static void abandon(RowWriter writer) {
        try {
            writer.close();
        } catch (StoreException e) {
            // The transaction has failed already and is undone: that its last rows cannot be written is no news.
            return;
        }
    }
}
