package org.towercrier.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestModel;
import org.towercrier.fixture.TestStores;
import org.towercrier.store.ColumnType;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreException;
import org.towercrier.store.MergePolicy;
import org.towercrier.store.TableSchema;
import org.towercrier.store.internal.MergeStatements.Part;

/** The merge is the same on every engine, and the parts of a merge are all of it. */
class MergeStatementsTest {

    private final TestModel model = new TestModel();

    private static List<Query> all(MergeStatements statements) {
        List<Query> all = new ArrayList<>(List.of(statements.countRows(), statements.countRepeatedKeys(), statements.fold(),
                statements.unstageRepeated(), statements.countMatched(), statements.countAllNew(), statements.countSingle(),
                statements.countRepeated(), statements.listSingle(), statements.listRepeated(), statements.dropRefused(),
                statements.listIncomplete(10), statements.countChanged(), statements.unstageMatched(), statements.insertNew(),
                statements.deleteChanged(), statements.insertChanged(), statements.dropChanged()));
        all.addAll(statements.dropRepeated());
        return all;
    }

    private static String render(SQLDialect dialect, Query query) {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.setSQLDialect(dialect);
        return configuration.dsl().renderInlined(query);
    }

    @ParameterizedTest
    @EnumSource(value = SQLDialect.class, names = { "DUCKDB", "POSTGRES", "TRINO" })
    @DisplayName("every statement can be rendered for the three engines")
    void renders(SQLDialect dialect) {
        Part part = new Part(rows -> DSL.noCondition(),
                table -> table.field("start", ColumnType.instant()).ge(DSL.inline(Instant.EPOCH, ColumnType.instant())));
        for (MergePolicy policy : MergePolicy.values()) {
            MergeStatements statements = new MergeStatements(TableSchema.of(model.reading()), "staged_rows_0", policy, part);
            for (Query query : all(statements)) {
                String sql = render(dialect, query);
                assertFalse(sql.contains("[unsupported") || sql.contains("?"), sql);
            }
            String count = render(dialect, statements.countSingle());
            assertTrue(count.contains("TIMESTAMP '1970-01-01 00:00:00.000000'"), count);
        }
        if (dialect != SQLDialect.TRINO) {
            MergeStatements statements = new MergeStatements(TableSchema.of(model.reading()), "s", MergePolicy.FILL, part);
            assertTrue(render(dialect, statements.rank()).startsWith("create temporary table"));
            for (Query query : List.of(statements.firsts(), statements.collectChanged(), statements.collectRefusedSingle(9),
                    statements.collectRefusedRepeated(9))) {
                assertTrue(render(dialect, query).startsWith("create temporary table"), dialect.getName());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 100, 999, 5_000, 1_000_000 })
    @DisplayName("each staged row is in one part, however many parts there are")
    void parts(long values) throws StoreException, IOException {
        int rows = 500;
        for (boolean oneTime : new boolean[]{ false, true }) {
            try (TemporaryStore temporary = TestStores.temporary(model.model())) {
                temporary.store().write(tx -> {
                    TableSchema staged = StagedTable.of(TableSchema.of(model.reading()), "reading_staged");
                    tx.sql().createTable(staged.table()).columns(staged.table().fields()).execute();
                    for (int i = 0; i < rows; i++) {
                        tx.sql().insertInto(staged.table()).columns(staged.field("object", Integer.class),
                                staged.field("start", Instant.class), staged.field("period", Integer.class),
                                staged.field(StagedTable.SEQUENCE, Long.class))
                                .values(i, Instant.EPOCH.plusSeconds(oneTime ? 0 : i * 37L), 900, i % 2 == 0 ? (long) i : -i).execute();
                    }
                    List<Part> parts = MergeParts.of(tx.sql(), TableSchema.of(model.reading()), staged.table(), values).parts();
                    assertEquals(rows * 8L / values + 1, parts.size());
                    int found = 0;
                    for (Part part : parts) {
                        int inPart = tx.sql().fetchCount(staged.table(), part.ofStaged(staged.table()));
                        assertEquals(inPart, tx.sql().fetchCount(staged.table(),
                                part.ofStaged(staged.table()).and(part.ofTable(staged.table()))));
                        found += inPart;
                    }
                    assertEquals(rows, found);
                    return parts;
                });
            }
        }
    }

    @Test
    @DisplayName("no rows have no parts")
    void noParts() throws StoreException, IOException {
        try (TemporaryStore temporary = TestStores.temporary(model.model())) {
            TableSchema reading = TableSchema.of(model.reading());
            assertEquals(List.of(), temporary.store().read(sql -> MergeParts.of(sql, reading, reading.table()).parts()));
            temporary.store().write(tx -> {
                try (RowWriter writer = tx.insert(model.reading())) {
                    return writer.rows();
                }
            });
        }
    }
}
