package org.towercrier.exchange.tabular.internal.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read, now and then. */
final class CountingInputStream extends FilterInputStream {

    private static final int STEP = 1 << 18;

    private final LongConsumer told;
    private long count;
    private long next = STEP;

    CountingInputStream(InputStream in, LongConsumer told) {
        super(in);
        this.told = told;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        add(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        add(Math.max(0, n));
        return n;
    }

    private void add(int n) {
        count += n;
        if (count >= next) {
            next = count + STEP;
            told.accept(count);
        }
    }
}
