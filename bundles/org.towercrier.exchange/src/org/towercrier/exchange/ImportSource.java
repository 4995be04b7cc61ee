package org.towercrier.exchange;

import java.io.IOException;
import java.io.InputStream;

/** One file to import, already decompressed; the stream ends with an {@link IOException} where the limits against archive bombs are passed. */
public interface ImportSource {

    /** Name without folders and without the extension of a compression that was taken off. */
    String name();

    /** Opens the content from its beginning; the caller closes it. Can be called again. */
    InputStream open() throws IOException;

    /** Length in bytes as far as known (for compressed content the compressed length): for progress only. */
    long size();
}
