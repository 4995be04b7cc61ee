package org.towercrier.exchange.internal.pm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.towercrier.exchange.internal.Texts;

/** Ends the reading of a stream that has to fit into memory. */
final class SizeGuard extends FilterInputStream {

    private final long limit;
    private long count;

    SizeGuard(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int bytes) throws IOException {
        count += Math.max(0, bytes);
        if (count > limit) {
            throw new IOException(Texts.text("Json_Huge", limit >> 20));
        }
    }
}
