package org.towercrier.store.conformance;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.towercrier.fixture.TemporaryStore;
import org.towercrier.fixture.TestModel;
import org.towercrier.fixture.TestStores;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreListener;
import org.towercrier.store.TableSchema;

/** What the conformance tests share: an empty store of the engine with the tables of the test model. */
abstract class StoreConformance implements EngineUnderTest {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final int QUARTER = 900;

    final TestModel model = new TestModel();
    final TableSchema reading = TableSchema.of(model.reading());
    final TableSchema thing = TableSchema.of(model.thing());
    final List<String> events = new CopyOnWriteArrayList<>();
    TemporaryStore temporary;

    @BeforeEach
    void openStore() throws StoreException, IOException {
        temporary = TestStores.temporary(engine(), new StoreListener() {

            @Override
            public void changed(SortedSet<String> tables) {
                events.add(tables.toString());
            }

            @Override
            public void document(String kind, String name, long version) {
                events.add(kind + '/' + name + ' ' + version);
            }
        }, TestStores.types(model.model()));
    }

    @AfterEach
    void closeStore() throws StoreException, IOException {
        temporary.close();
    }

    Store store() {
        return temporary.store();
    }

    static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }

    /** The rows of a table as texts, sorted. */
    List<String> rows(TableSchema schema, String... columns) throws StoreException {
        return store().read(sql -> sql.select(List.of(columns).stream().map(schema::field).toList()).from(schema.table())
                .fetch().stream().map(StoreConformance::text).sorted().toList());
    }

    static String text(Record row) {
        return String.join(" ", java.util.Arrays.stream(row.intoArray()).map(String::valueOf).toList());
    }
}
