package org.towercrier.exchange.internal.pm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.towercrier.exchange.internal.Texts;

/** Ends the reading when one name, attribute or comment takes more bytes than any honest file needs, before it fills the memory. */
final class TokenGuard extends FilterInputStream {

    private static final long LIMIT = 64L << 20;

    private long sinceToken;

    TokenGuard(InputStream in) {
        super(in);
    }

    /** A token is complete. */
    void token() {
        sinceToken = 0;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        count(count);
        return count;
    }

    private void count(int bytes) throws IOException {
        sinceToken += Math.max(0, bytes);
        if (sinceToken > LIMIT) {
            throw new IOException(Texts.text("Xml_Huge", LIMIT >> 20));
        }
    }
}
