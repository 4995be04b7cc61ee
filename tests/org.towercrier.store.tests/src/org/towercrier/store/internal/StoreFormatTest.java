package org.towercrier.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.store.Store;
import org.towercrier.store.StoreDamagedException;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreFormatException;
import org.towercrier.store.StoreListener;
import org.towercrier.store.StoreOptions;
import org.towercrier.store.Stores;
import org.towercrier.store.duckdb.DuckDbEngine;

/** Stores of other versions, and files that are no store. */
class StoreFormatTest {

    @TempDir
    Path folder;

    private Store open(StoreFormat format) throws StoreException {
        return OpenStore.open(new DuckDbEngine(), folder, new StoreOptions(256, 1), StoreListener.NONE, Clock.systemUTC(),
                format);
    }

    @Test
    @DisplayName("an older store is migrated step by step, once")
    void migrated() throws StoreException {
        open(new StoreFormat(1, List.of())).close();
        StoreFormat third = new StoreFormat(3, List.of(sql -> sql.execute("create table steps (name varchar)"),
                sql -> sql.execute("insert into steps values ('second')")));
        for (int opening = 0; opening < 2; opening++) {
            try (Store store = open(third)) {
                assertEquals(3, store.info().formatVersion());
                assertEquals("second", store.read(sql -> sql.fetchValue("select name from steps")));
            }
        }
    }

    @Test
    @DisplayName("a migration that fails leaves the store as it was")
    void failedMigration() throws StoreException {
        open(new StoreFormat(1, List.of())).close();
        StoreFormat broken = new StoreFormat(2, List.of(sql -> {
            sql.execute("create table steps (name varchar)");
            sql.execute("insert into nowhere values (1)");
        }));
        assertThrows(StoreException.class, () -> open(broken));
        try (Store store = open(new StoreFormat(1, List.of()))) {
            assertThrows(StoreException.class, () -> store.read(sql -> sql.fetch("select * from steps")));
        }
    }

    @Test
    @DisplayName("a newer store is refused, and opened again by the newer product")
    void newer() throws StoreException {
        StoreFormat second = new StoreFormat(2, List.of(sql -> sql.execute("select 1")));
        open(second).close();
        StoreFormatException failure = assertThrows(StoreFormatException.class, () -> Stores.open(new DuckDbEngine(), folder));
        assertEquals("Open it with the newer version of the product.", failure.remedy(Locale.ENGLISH));
        open(second).close();
    }

    @Test
    @DisplayName("a file that is no store, or was cut off, is told as damaged and not touched")
    void damaged() throws StoreException, IOException {
        open(new StoreFormat(1, List.of())).close();
        Path file = folder.resolve(DuckDbEngine.FILE);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, "something else altogether".repeat(1000).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThrows(StoreDamagedException.class, () -> Stores.open(new DuckDbEngine(), folder));
        byte[] cut = java.util.Arrays.copyOf(whole, 5000);
        Files.write(file, cut);
        StoreException failure = assertThrows(StoreDamagedException.class, () -> Stores.open(new DuckDbEngine(), folder));
        assertEquals(5000, Files.size(file), failure.getMessage());
        byte[] scratched = whole.clone();
        java.util.Arrays.fill(scratched, 4096, 12000, (byte) 7);
        Files.write(file, scratched);
        assertThrows(StoreDamagedException.class, () -> Stores.open(new DuckDbEngine(), folder));
        Files.write(file, whole);
        Stores.open(new DuckDbEngine(), folder).close();
    }
}
