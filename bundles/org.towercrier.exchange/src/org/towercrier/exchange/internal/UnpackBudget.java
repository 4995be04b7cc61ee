package org.towercrier.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What one file on disk may still unpack to. Reading the same content twice is paid once. */
final class UnpackBudget {

    private final long sizeOnDisk;
    private final long allowed;
    private long used;

    UnpackBudget(UnpackLimits limits, long sizeOnDisk) {
        this.sizeOnDisk = sizeOnDisk;
        this.allowed = limits.allowed(sizeOnDisk);
    }

    void check(long declared) throws UnpackLimitException {
        if (declared > allowed) {
            throw new UnpackLimitException(sizeOnDisk, allowed);
        }
    }

    /** Content that counts against the budget, openable again and again. */
    Content bounded(Content content) {
        return new Bounded(content);
    }

    private final class Bounded implements Content {

        private final Content content;
        private long highWater;

        Bounded(Content content) {
            this.content = content;
        }

        @Override
        public InputStream open() throws IOException {
            return new FilterInputStream(content.open()) {

                private long position;

                @Override
                public int read() throws IOException {
                    int value = in.read();
                    count(value < 0 ? 0 : 1);
                    return value;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int count = in.read(buffer, offset, length);
                    count(count);
                    return count;
                }

                @Override
                public long skip(long n) throws IOException {
                    long skipped = in.skip(n);
                    count(skipped);
                    return skipped;
                }

                @Override
                public boolean markSupported() {
                    return false;
                }

                private void count(long bytes) throws UnpackLimitException {
                    if (bytes > 0) {
                        position += bytes;
                        if (position > highWater) {
                            used += position - highWater;
                            highWater = position;
                            check(used);
                        }
                    }
                }
            };
        }
    }
}
