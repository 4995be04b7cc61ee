package org.towercrier.exchange.internal.pm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.towercrier.exchange.internal.Texts;

/** Ends the reading when more bytes come than any honest file needs, before they fill the memory. */
final class ByteGuard extends FilterInputStream {

    /** No honest file has a name, an attribute or a comment of so many bytes. */
    private static final long LARGEST_TOKEN = 64L << 20;

    private final long limit;
    private final String reason;
    private long count;

    private ByteGuard(InputStream in, long limit, String reason) {
        super(in);
        this.limit = limit;
        this.reason = reason;
    }

    /** For a JSON document that has to fit into memory as a whole. */
    static ByteGuard ofDocument(InputStream in, long limit) {
        return new ByteGuard(in, limit, "Json_Huge");
    }

    /** For XML that is read token by token: the limit holds for each, see {@link #token()}. */
    static ByteGuard ofTokens(InputStream in) {
        return new ByteGuard(in, LARGEST_TOKEN, "Xml_Huge");
    }

    /** A token is complete: counting begins anew. */
    void token() {
        count = 0;
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
            throw new IOException(Texts.text(reason, limit >> 20));
        }
    }
}
