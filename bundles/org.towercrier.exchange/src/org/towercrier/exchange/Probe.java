package org.towercrier.exchange;

import java.util.Optional;

/** The beginning of a file, for recognising its format without reading it whole. */
public interface Probe {

    /** Largest length of {@link #head()} in bytes. */
    int LENGTH = 64 * 1024;

    /** Name of the file without folders and without the extension of a compression that was taken off ({@code A.xml} for {@code A.xml.gz}). */
    String fileName();

    /** First bytes after decompression, at most {@link #LENGTH}; shared, not to be changed. */
    byte[] head();

    /** {@link #head()} as text, when it looks like text: by byte order mark, then as UTF-8, then GB18030, then Latin-1. A character cut at the end is dropped. */
    Optional<String> text();
}
