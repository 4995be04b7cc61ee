package org.towercrier.exchange.internal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.towercrier.exchange.ImportMonitor;
import org.towercrier.exchange.internal.FileFinder.Candidate;

/** Counts bytes where they come from the disk, so that progress is true for compressed files too. */
final class ReadProgress {

    private static final int BUFFER = 256 << 10;

    private final ImportMonitor monitor;
    private final long total;
    private final BooleanSupplier cancelled;
    private long before;
    private long current;
    private long highest;

    ReadProgress(ImportMonitor monitor, long total, BooleanSupplier cancelled) {
        this.monitor = monitor;
        this.total = total;
        this.cancelled = cancelled;
    }

    /** A file is begun: what was before it is done. */
    void begin(Candidate candidate) {
        before += current;
        current = candidate.size();
        highest = 0;
        monitor.progress(before, total);
    }

    Content content(Candidate candidate) {
        return () -> new BufferedInputStream(new Counting(Files.newInputStream(candidate.file())), BUFFER);
    }

    private final class Counting extends FilterInputStream {

        private long position;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            int count = in.read(buffer, offset, length);
            position += Math.max(0, count);
            if (position > highest) {
                highest = position;
                monitor.progress(before + highest, total);
            }
            return count;
        }
    }
}
