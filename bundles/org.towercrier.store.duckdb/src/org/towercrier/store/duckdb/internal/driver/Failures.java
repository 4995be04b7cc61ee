package org.towercrier.store.duckdb.internal.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.towercrier.store.StoreBusyException;
import org.towercrier.store.StoreCancelledException;
import org.towercrier.store.StoreDamagedException;
import org.towercrier.store.StoreException;
import org.towercrier.store.StoreFullException;
import org.towercrier.store.StoreLockedException;
import org.towercrier.store.StoreReadOnlyException;
import org.towercrier.store.StoreStatementException;

/** What DuckDB's messages mean for the user. The driver gives no codes, only texts. */
record Failures(Path folder, Path file) {

    private static final List<String> FULL = List.of("No space left on device", "File too large", "not enough space",
            "Disk quota exceeded", "max_temp_directory_size");
    private static final List<String> READ_ONLY = List.of("Permission denied", "Read-only file system", "read-only mode",
            "Access is denied", "Operation not permitted");
    private static final List<String> LOCKED = List.of("Could not set lock", "being used by another process");
    private static final List<String> DAMAGED = List.of("not a valid DuckDB database", "Corrupt", "checksum",
            "Serialization Error", "replaying WAL", "could not deserialize", "Could not read enough bytes",
            "database has been invalidated", "read past the end", "version number");
    private static final List<String> BUSY = List.of("Conflict on", "TransactionContext Error: Conflict",
            "Catalog write-write conflict", "write-write conflict");

    StoreException translate(Throwable failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        String text = String.valueOf(failure.getMessage());
        if (text.contains("INTERRUPT")) {
            return new StoreCancelledException();
        }
        if (mentions(text, FULL)) {
            return new StoreFullException(folder, failure);
        }
        if (mentions(text, LOCKED)) {
            return new StoreLockedException(folder, Optional.empty(), failure);
        }
        if (mentions(text, READ_ONLY)) {
            return new StoreReadOnlyException(folder, failure);
        }
        if (mentions(text, BUSY)) {
            return new StoreBusyException(failure);
        }
        if (mentions(text, DAMAGED)) {
            return new StoreDamagedException(file, failure);
        }
        return new StoreStatementException(text.lines().findFirst().orElse(text), failure);
    }

    private static boolean mentions(String text, List<String> phrases) {
        return phrases.stream().anyMatch(text::contains);
    }
}
