package org.towercrier.exchange.internal;

import java.io.IOException;

/** The content of a file is larger than its size on disk can honestly give. */
final class UnpackLimitException extends IOException {

    private static final long serialVersionUID = 1L;

    UnpackLimitException(long sizeOnDisk, long allowed) {
        super(Texts.text("Archive_Bomb", sizeOnDisk, allowed));
    }
}
