package org.towercrier.exchange.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A copy of a stream that can be read only once: small ones in memory, large ones in a temporary file that goes with {@link #close()}. */
final class Spill implements AutoCloseable {

    /** Begin and end of the names of temporary files. */
    static final String PREFIX = "unpacked";
    static final String SUFFIX = ".tmp";

    private static final int IN_MEMORY = 4 << 20;

    private final byte[] memory;
    private final Optional<Path> file;

    private Spill(byte[] memory, Optional<Path> file) {
        this.memory = memory;
        this.file = file;
    }

    static Spill of(InputStream stream, Path folder) throws IOException {
        byte[] head = stream.readNBytes(IN_MEMORY);
        if (head.length < IN_MEMORY) {
            return new Spill(head, Optional.empty());
        }
        return toFile(new SequenceInputStream(new ByteArrayInputStream(head), stream), folder);
    }

    static Spill toFile(InputStream stream, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, PREFIX, SUFFIX);
        boolean done = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            stream.transferTo(out);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
        return new Spill(new byte[0], Optional.of(file));
    }

    Content content() {
        return () -> file.isPresent() ? Files.newInputStream(file.get()) : new ByteArrayInputStream(memory);
    }

    Optional<Path> file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
