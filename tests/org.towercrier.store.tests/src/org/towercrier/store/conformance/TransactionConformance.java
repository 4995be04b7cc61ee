package org.towercrier.store.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.towercrier.store.CancelSwitch;
import org.towercrier.store.Cancellation;
import org.towercrier.store.RowWriter;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreClosedException;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreStatementException;

/** All or nothing, snapshots, one writer, cancel. */
@Timeout(value = 1800, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class TransactionConformance extends StoreConformance {

    private static final String ENDLESS = "select count(*) from range(100000000) a, range(100000000) b";

    private int insert(int object) throws StoreException {
        return store().write(tx -> {
            try (RowWriter rows = tx.insert(model.reading())) {
                rows.add(object).addMicros(micros(NOON)).add(QUARTER).endRow();
                return object;
            }
        });
    }

    private int count() throws StoreException {
        return store().read(sql -> sql.fetchCount(reading.table()));
    }

    @Test
    @DisplayName("a change that throws leaves nothing")
    void undone() throws StoreException {
        assertThrows(StoreCancelledException.class, () -> store().write(tx -> {
            try (RowWriter rows = tx.insert(model.reading())) {
                rows.add(1).addMicros(micros(NOON)).add(QUARTER).endRow();
            }
            assertEquals(1, tx.sql().fetchCount(reading.table()));
            throw new StoreCancelledException();
        }));
        assertThrows(IllegalStateException.class, () -> store().write(tx -> {
            RowWriter rows = tx.insert(model.reading());
            rows.add(1).addMicros(micros(NOON)).add(QUARTER).endRow();
            throw new IllegalStateException("the caller's own mistake");
        }));
        assertEquals(0, count());
        assertEquals(List.of(), events);
        insert(1);
        assertEquals(1, count());
    }

    @Test
    @DisplayName("rows of a writer that was left open are stored, too")
    void writerLeftOpen() throws StoreException {
        store().write(tx -> {
            RowWriter rows = tx.insert(model.reading());
            rows.add(1).addMicros(micros(NOON)).add(QUARTER).endRow();
            return rows.rows();
        });
        assertEquals(1, count());
    }

    @Test
    @DisplayName("a failed statement is told in a sentence, and the store goes on")
    void failedStatement() throws StoreException {
        StoreException failure = assertThrows(StoreStatementException.class,
                () -> store().read(sql -> sql.fetch("select * from nowhere")));
        assertTrue(failure.what(Locale.ENGLISH).contains("nowhere"), failure.getMessage());
        assertThrows(StoreStatementException.class, () -> store().write(tx -> tx.sql().execute("delete from nowhere")));
        insert(3);
        assertEquals(1, count());
    }

    @Test
    @DisplayName("a read sees one state, whatever is committed meanwhile")
    void snapshot() throws StoreException {
        insert(1);
        assertEquals(List.of(1, 1), store().read(sql -> {
            int before = sql.fetchCount(reading.table());
            CompletableFuture.runAsync(() -> {
                try {
                    insert(2);
                } catch (StoreException e) {
                    throw new IllegalStateException(e);
                }
            }).join();
            return List.of(before, sql.fetchCount(reading.table()));
        }));
        assertEquals(2, count());
    }

    @Test
    @DisplayName("many writers and readers at once lose nothing")
    void concurrency() throws StoreException {
        int threads = 6;
        int each = 10;
        AtomicInteger reads = new AtomicInteger();
        List<CompletableFuture<Void>> running = java.util.stream.IntStream.range(0, threads)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < each; i++) {
                        try {
                            insert(thread * each + i);
                            reads.addAndGet(count() > 0 ? 1 : 0);
                        } catch (StoreException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                })).toList();
        running.forEach(CompletableFuture::join);
        assertEquals(threads * each, count());
        assertEquals(threads * each, reads.get());
    }

    @Test
    @DisplayName("changes do not nest")
    void nested() {
        assertThrows(IllegalStateException.class, () -> store().write(tx -> insert(1)));
    }

    @Test
    @DisplayName("jOOQ's own statements are noted for the event, plain texts on request")
    void changedTables() throws StoreException {
        insert(1);
        store().write(tx -> tx.sql().update(reading.table()).set(reading.field("load", Double.class), 2.0).execute());
        store().write(tx -> tx.sql().deleteFrom(reading.table()).where(DSL.falseCondition()).execute());
        store().write(tx -> {
            tx.changed("thing");
            return tx.sql().execute("delete from thing");
        });
        store().write(tx -> tx.sql().fetchCount(reading.table()));
        assertEquals(List.of("[reading]", "[reading]", "[reading]", "[thing]"), events);
    }

    @Test
    @DisplayName("a running statement is stopped by a cancel, and the connection goes on")
    void cancelStatement() throws StoreException {
        CancelSwitch cancel = new CancelSwitch();
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Void> stopper = CompletableFuture.runAsync(() -> {
            try {
                running.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancel.cancel();
        });
        assertThrows(StoreCancelledException.class, () -> store().read(sql -> {
            running.countDown();
            return sql.fetch(ENDLESS);
        }, cancel));
        stopper.join();
        assertEquals(0, count());
        assertThrows(StoreCancelledException.class, () -> store().read(sql -> 1, cancel));
    }

    @Test
    @DisplayName("a cancelled change leaves nothing, also in the middle of writing rows")
    void cancelWrite() throws StoreException {
        CancelSwitch cancel = new CancelSwitch();
        assertThrows(StoreCancelledException.class, () -> store().write(tx -> {
            try (RowWriter rows = tx.insert(model.reading())) {
                for (int i = 0; i < Integer.MAX_VALUE; i++) {
                    if (i == 10_000) {
                        cancel.cancel();
                    }
                    rows.add(i).addMicros(micros(NOON)).add(QUARTER).endRow();
                }
                return rows.rows();
            }
        }, cancel));
        assertEquals(0, count());
        insert(1);
        assertEquals(1, count());
    }

    @Test
    @DisplayName("progress of a long statement is told")
    void progress() throws StoreException {
        store().write(tx -> {
            try (RowWriter rows = tx.insert(model.reading())) {
                for (int i = 0; i < 300_000; i++) {
                    rows.add(i).addMicros(micros(NOON)).add(QUARTER).endRow();
                }
                return rows.rows();
            }
        });
        CompletableFuture<Double> told = new CompletableFuture<>();
        CancelSwitch cancel = new CancelSwitch() {

            @Override
            public void progress(double fraction) {
                told.complete(fraction);
            }
        };
        CompletableFuture<Void> stopper = told.thenAccept(fraction -> cancel.cancel());
        assertThrows(StoreCancelledException.class, () -> store().read(
                sql -> sql.fetch("select count(*) from reading a, reading b where a.object + b.object = -1"), cancel));
        stopper.join();
        assertTrue(told.join() >= 0 && told.join() <= 1, told::toString);
    }

    @Test
    @DisplayName("closing stops what runs, and says so to who comes later")
    void closing() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<StoreException> stopped = CompletableFuture.supplyAsync(() -> {
            try {
                store().read(sql -> {
                    running.countDown();
                    return sql.fetch(ENDLESS);
                }, Cancellation.none());
                return null;
            } catch (StoreException e) {
                return e;
            }
        });
        running.await();
        store().close();
        store().close();
        assertEquals(StoreClosedException.class, stopped.get(600, TimeUnit.SECONDS).getClass());
        assertThrows(StoreClosedException.class, this::count);
        assertThrows(StoreClosedException.class, () -> insert(1));
    }

    @Test
    @DisplayName("rows are there again after a new start")
    void durable() throws StoreException {
        insert(1);
        temporary.reopen();
        assertEquals(1, count());
    }
}
